"""What is exported imports again with nothing lost, and runs in no spreadsheet."""

import csv
import dataclasses
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import parse_filter
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, photos_of_product
from core.catalog.products.products import Product, product_by_sku, set_archived
from core.catalog.products.upsert import Outcome, ProductDraft, upsert_product
from core.catalog.tables.entries import PlannedEntry, plan_entry
from core.catalog.tables.export import export_table
from core.catalog.tables.parse import parse_table
from core.errors import Cancelled, KnownError
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit


def products(catalog: Catalog) -> dict[str, dict[str, object]]:
    """All that a merchant said about each product; keys and times of the catalog aside."""
    skus = [row[0] for row in catalog.db.execute("SELECT sku FROM products").fetchall()]
    found = [product for sku in skus if (product := product_by_sku(catalog, sku))]
    return {product.sku: _said(product) for product in found}


def _said(product: Product) -> dict[str, object]:
    fields = dataclasses.asdict(product)
    return {name: value for name, value in fields.items() if name not in ("id", "created", "updated")}


TRICKY = ProductDraft(
    "=1+1",
    title="@SUM(A1) 'quoted' \"double\"",
    description="+danger\nsecond, line;\tand tab",
    category="-minus",
    brand="'=already",
    barcode="4006381333931",
    price_minor=123456,
    currency="JPY",
    stock=whole(-3),
    low=whole(12),
    location="''=twice",
    tags=("-x", "红 苹果"),
    extra={"price": "of the supplier", "=col": "=val", "extra: x": "y", "Färg": "Röd"},
)


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx"])
def test_every_field_survives_the_way_out_and_in(tmp_path: Path, catalog: Catalog, ending: str) -> None:
    upsert_product(catalog, TRICKY)
    archived = upsert_product(catalog, ProductDraft("B", stock=whole(2))).product_id
    set_archived(catalog, [archived])
    target = tmp_path / f"export{ending}"
    assert export_table(catalog, target, str) == 2
    table = parse_table(target)
    assert (table.profile, table.skipped, table.notes) == ("Snapshelf", (), ())
    with Catalog(tmp_path / "other.db") as other:
        for row in table.rows:
            upsert_product(other, row.draft)
        assert products(other) == products(catalog)
    assert [plan_entry(catalog, row) for row in table.rows] == [PlannedEntry(Outcome.UNCHANGED, 0)] * 2


def test_no_cell_can_be_run(tmp_path: Path, catalog: Catalog) -> None:
    upsert_product(catalog, dataclasses.replace(TRICKY, stock=whole(3)))
    export_table(catalog, tmp_path / "e.csv", str)
    export_table(catalog, tmp_path / "e.xlsx", str)
    with (tmp_path / "e.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    book = openpyxl.load_workbook(tmp_path / "e.xlsx")
    written = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in written} == {"s"}
    assert not [
        c for c in (*cells, *(cell.value for cell in written)) if c.startswith(("=", "+", "-", "@", "\t"))
    ]


def test_photos_are_named_by_kind_and_found_again(tmp_path: Path, catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("A")).product_id
    for letter, kind in (("a", PhotoKind.CATALOG), ("b", PhotoKind.COUNTER), ("c", PhotoKind.CATALOG)):
        (tmp_path / f"{letter}.jpg").write_bytes(letter.encode())
        add_photo(catalog, product, PhotoFile(letter * 64, 1, 1), kind=kind)
    export_table(catalog, tmp_path / "e.csv", lambda sha256: f"{sha256[0]}.jpg")
    row = parse_table(tmp_path / "e.csv").rows[0]
    assert [(photo.name, photo.kind) for photo in row.photos] == [
        ("a.jpg", PhotoKind.CATALOG),
        ("c.jpg", PhotoKind.CATALOG),
        ("b.jpg", PhotoKind.COUNTER),
    ]
    assert len(photos_of_product(catalog, product)) == 3


def test_a_filter_exports_a_part(tmp_path: Path, catalog: Catalog) -> None:
    for sku, stock in (("A", 1), ("B", 0)):
        upsert_product(catalog, ProductDraft(sku, stock=whole(stock)))
    assert export_table(catalog, tmp_path / "e.csv", str, filter_=parse_filter(["stock>0"])) == 1


def test_an_export_that_fails_leaves_the_older_file_alone(tmp_path: Path, catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A", description="x" * 40_000))
    target = tmp_path / "e.xlsx"
    target.write_bytes(b"older")
    with pytest.raises(KnownError, match="too long for a workbook"):
        export_table(catalog, target, str, replace=True)
    with pytest.raises(Cancelled):
        export_table(catalog, tmp_path / "e.csv", str, progress=lambda _: False)
    with pytest.raises(KnownError, match="kind of table"):
        export_table(catalog, tmp_path / "e.ods", str)
    assert target.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.xlsx", "shop"]


_TEXT = st.text(alphabet=st.sampled_from("aZ0 '\"=+-@,;|\t\n\r红é＝\u00a0é.:"), max_size=12)
_DRAFTS = st.builds(
    ProductDraft,
    sku=_TEXT,
    title=_TEXT,
    description=_TEXT,
    category=_TEXT,
    brand=_TEXT,
    barcode=_TEXT,
    price_minor=st.one_of(st.none(), st.integers(0, 10**9)),
    currency=st.sampled_from(["", "SEK", "JPY", "KWD"]),
    stock=st.one_of(st.none(), st.integers(-(10**9), 10**9).map(Quantity)),
    unit=st.sampled_from([Unit.KILOGRAM, Unit.SQUARE_METRE, Unit.MEASURE]),
    location=_TEXT,
    tags=st.lists(st.text(alphabet="ab '=-红", min_size=1, max_size=5).filter(str.strip), max_size=3).map(
        tuple
    ),
    extra=st.dictionaries(
        st.one_of(_TEXT, st.sampled_from(["sku", "Price", "extra: sku", "PHOTO", "counter photo"])),
        _TEXT,
        max_size=3,
    ),
    archived=st.booleans(),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(_DRAFTS, max_size=4), st.sampled_from([".csv", ".tsv", ".xlsx"]))
def test_whatever_a_catalog_holds_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, drafts: list[ProductDraft], ending: str
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with Catalog(folder / "one.db") as one, Catalog(folder / "two.db") as two:
        for draft in drafts:
            try:
                upsert_product(one, draft)
            except KnownError:
                assert not draft.sku.strip()
        export_table(one, folder / f"e{ending}", str)
        table = parse_table(folder / f"e{ending}")
        assert table.skipped == ()
        for row in table.rows:
            upsert_product(two, row.draft)
        assert products(two) == products(one)
        assert [plan_entry(one, row) for row in table.rows] == [PlannedEntry(Outcome.UNCHANGED, 0)] * len(
            products(one)
        )
