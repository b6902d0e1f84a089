"""Many products made at once are in the catalog as the triggers would have made each of them."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.checking.texts import texts_that_differ, wrong_texts
from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.capture import begin_capture
from core.catalog.products import new_rows
from core.catalog.products.upsert import ProductDraft, make_products
from core.quantities.quantity import whole

_TABLES = ("products", "product_tags", "product_codes", "product_text", "stock_movements")
_MOMENTS = ("created", "updated", "moved")
_WORDS = st.sampled_from(
    (
        "Apple juice 1,5 l, clear",
        "Käse 乳酪",
        "C++",
        "Größe 36,37",
        'say "ah"',
        "苹果/斤",
        "new",
        "NEW",
        "ä",
        "Ä",
        "Z",
        "a",
    )
)
_TEXTS = st.one_of(_WORDS, st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12))
_BARCODES = st.sampled_from(("4006381333931", "0012345678905", "SHOP 7", "4006381333931, 5901234123457", "0"))
_DRAFTS = st.builds(
    ProductDraft,
    sku=st.uuids().map(str),
    title=st.none() | _TEXTS,
    description=st.none() | _TEXTS,
    category=st.none() | _TEXTS,
    brand=st.none() | _TEXTS,
    barcode=st.none() | _BARCODES,
    stock=st.none() | st.integers(0, 9).map(whole),
    location=st.none() | _TEXTS,
    tags=st.none() | st.lists(_WORDS.map(lambda text: text.replace(",", "")), max_size=4).map(tuple),
    extra=st.none() | st.dictionaries(_TEXTS, _TEXTS, max_size=3),
)


def rows(catalog: Catalog) -> dict[str, list[dict[str, object]]]:
    """All that is said of products, but for when."""
    found = {}
    for table in _TABLES:
        key = "rowid, " if table == "product_text" else ""
        ordered = sorted(catalog.db.query(f"SELECT {key}* FROM {table}"), key=repr)  # noqa: S608
        found[table] = [{name: row[name] for name in row if name not in _MOMENTS} for row in ordered]
    return found


def made(path: Path, drafts: Sequence[ProductDraft], at_once: int, *, joined: bool = False) -> Catalog:
    catalog = Catalog(path)
    with catalog.transaction() as db:
        if joined:
            db.execute(
                "INSERT INTO hub_state"
                " (one, url, hub, store, till, joined, place, place_change, clock, applying, hold)"
                " VALUES (1, '', '1', 'North', '2', '', 0, '', 1, 0, 0)"
            )
            begin_capture(db.conn)
        for place in range(0, len(drafts), at_once):
            make_products(catalog, drafts[place : place + at_once], who="Kim")
    return catalog


@settings(max_examples=20, deadline=None)
@given(drafts=st.lists(_DRAFTS, min_size=new_rows.MANY, max_size=new_rows.MANY + 6))
def test_many_products_are_as_those_that_triggers_make(
    drafts: list[ProductDraft], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("shop")
    with (
        made(folder / "many.db", drafts, len(drafts)) as many,
        made(folder / "few.db", drafts, new_rows.MANY - 1) as few,
    ):
        assert rows(many) == rows(few)


def told(catalog: Catalog) -> list[tuple[str, dict[str, object]]]:
    """What a hub is to hear, but for when."""
    said = catalog.db.execute("SELECT kind, body FROM outbox ORDER BY kind, n").fetchall()
    bodies = [(kind, json.loads(body)) for kind, body in said]
    return [(kind, {name: body[name] for name in body if name not in _MOMENTS}) for kind, body in bodies]


_STOCKED = [
    ProductDraft(f"A{n}", stock=whole(n), barcode=f"{n}", tags=("new",)) for n in range(new_rows.MANY)
]


def test_a_hub_is_told_of_many_products_as_of_few(tmp_path: Path) -> None:
    with (
        made(tmp_path / "many.db", _STOCKED, len(_STOCKED), joined=True) as many,
        made(tmp_path / "few.db", _STOCKED, 1, joined=True) as few,
    ):
        assert told(many) == told(few)
        assert [kind for kind, _body in told(many)] == ["movement"] * len(_STOCKED) + ["product"] * len(
            _STOCKED
        )
        assert rows(many) == rows(few)
        for catalog in (many, few):
            assert catalog.db.execute("SELECT count(*) FROM hub_movements").fetchone() == (len(_STOCKED),)


def test_a_hub_is_told_of_stocks_where_one_of_its_triggers_is_lost(tmp_path: Path) -> None:
    with made(tmp_path / "catalog.db", (), 1, joined=True) as catalog:
        with catalog.transaction() as db:
            db.execute("DROP TRIGGER hub_tag_given")
            make_products(catalog, _STOCKED)
        assert [kind for kind, _body in told(catalog)].count("movement") == len(_STOCKED)


def test_the_triggers_are_at_work_again_afterwards(tmp_path: Path) -> None:
    def drafts(prefix: str) -> list[ProductDraft]:
        return [
            ProductDraft(f"{prefix}{n}", title=f"Tea {n}", barcode=f"{prefix}7{n}")
            for n in range(new_rows.MANY)
        ]

    with made(tmp_path / "catalog.db", drafts("A"), new_rows.MANY) as catalog:
        columns = "sku, sku_key, title, barcode, created, updated"
        statement = f"INSERT INTO products ({columns}) SELECT 'B', 'b', 'Green tea', '77', '', ''"
        with catalog.transaction() as db:
            db.execute(statement)
        (found,) = catalog.db.execute(
            "SELECT count(*) FROM product_text WHERE product_text MATCH 'green'"
        ).fetchone()
        (coded,) = catalog.db.execute("SELECT count(*) FROM product_codes WHERE code = '77'").fetchone()
        assert (found, coded) == (1, 1)
        with catalog.transaction():
            make_products(catalog, drafts("C"))
        assert not [*wrong_texts(catalog), *texts_that_differ(catalog)]


def test_after_a_failure_nothing_is_there_and_the_triggers_are_at_work(tmp_path: Path) -> None:
    drafts = [ProductDraft(f"A{n}", title="Tea") for n in range(new_rows.MANY)]
    with Catalog(tmp_path / "catalog.db") as catalog:
        with pytest.raises(sqlite3.IntegrityError), catalog.transaction():
            make_products(catalog, [*drafts, drafts[0]])
        with catalog.transaction():
            make_products(catalog, drafts[:3])
        assert catalog.db.execute(
            "SELECT count(*) FROM product_text WHERE product_text MATCH 'tea'"
        ).fetchone() == (3,)
