"""Texts of products that are not what the search index holds, and which of both is to be believed.

There are three witnesses: the products' table, the index's own copy of the text, and its list of words. Where
the list agrees with the table, the copy is damaged and can be made again. Where it agrees with the copy, or
with neither, the table may be what is damaged: nobody but a person can tell.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import SPELLINGS
from core.errors import KnownError
from core.messages import Sentence, message

_FIELDS = ("title", "sku", "barcode", "tags", "category", "brand", "description", "extra", "label")
_MOST = 100


@dataclass(frozen=True, slots=True)
class DifferingText:
    """One field of one product; words as they are searched.

    Attributes:
        in_doubt: whether it may be the catalog's text that is wrong.
    """

    product_id: int
    sku: str
    field: str
    catalog: str
    index: str
    in_doubt: bool


def wrong_texts(catalog: Catalog) -> Iterator[Problem]:
    """Texts in doubt one by one; that the index wants to be made again, once."""
    problem = Problem(
        Defect.TEXT_INDEX, Sentence(message("core", "The text index does not agree with the products."))
    )
    try:
        differing = texts_that_differ(catalog)
        for text in differing:
            if text.in_doubt:
                yield Problem(
                    Defect.TEXT,
                    Sentence(
                        message(
                            "core",
                            "The product {sku} has two readings of its {field}: the catalog says "
                            "“{catalog}”, the search index “{index}”. Enter the right one again, or restore "
                            "a backup.",
                        ),
                        {"sku": text.sku, "field": text.field, "catalog": text.catalog, "index": text.index},
                    ),
                    text.product_id,
                    can_repair=False,
                )
        if any(not text.in_doubt for text in differing):
            yield problem
        elif not catalog.read_only:  # the index's own check is written as an insertion
            with catalog.transaction() as db:
                db.execute("INSERT INTO product_text (product_text) VALUES ('integrity-check')")
    except (KnownError, sqlite3.DatabaseError):
        yield problem


def texts_that_differ(catalog: Catalog) -> list[DifferingText]:
    """The first hundred products whose texts differ, field by field.

    Raises:
        KnownError, sqlite3.DatabaseError: the index cannot be read.
    """
    columns = ", ".join(_FIELDS)
    ids = catalog.db.execute(
        f"SELECT id FROM (SELECT id, {columns} FROM product_words"  # noqa: S608  (named above)
        f" EXCEPT SELECT rowid, {columns} FROM product_text)"
        f" UNION SELECT rowid FROM (SELECT rowid, {columns} FROM product_text"
        f" EXCEPT SELECT id, {columns} FROM product_words) LIMIT ?",
        [_MOST],
    ).fetchall()
    found = []
    for (product_id,) in ids:
        said = _row(catalog, f"SELECT {columns} FROM product_words WHERE id = ?", product_id)  # noqa: S608
        held = _row(catalog, f"SELECT {columns} FROM product_text WHERE rowid = ?", product_id)  # noqa: S608
        (sku,) = _row(catalog, "SELECT sku FROM products WHERE id = ?", product_id) or ("",)
        for place, field in enumerate(_FIELDS):
            base = said[place] if said else ""
            copy = held[place] if held else ""
            if base != copy or not said or not held:
                # A row that one of them lacks altogether has but one reading.
                # What was read on photos is nobody's word: it is made again.
                is_told = bool(said and held) and field != "label"
                doubt = is_told and not _lists(catalog, product_id, field, base)
                said_words, held_words = (text.partition(f" {SPELLINGS}")[0] for text in (base, copy))
                found.append(DifferingText(product_id, sku, field, said_words, held_words, doubt))
    return found


def _row(catalog: Catalog, query: str, product_id: int) -> tuple[str, ...] | None:
    row = catalog.db.execute(query, [product_id]).fetchone()
    return None if row is None else tuple("" if value is None else str(value) for value in row)


def _lists(catalog: Catalog, product_id: int, field: str, text: str) -> bool:
    """Whether the index's list of words has this text for the field of the product."""
    phrase = f'{field} : "{text.replace(chr(34), chr(34) * 2)}"'
    with contextlib.suppress(KnownError, sqlite3.DatabaseError):
        query = "SELECT 1 FROM product_text WHERE product_text MATCH ? AND rowid = ?"
        return bool(text) and catalog.db.execute(query, [phrase, product_id]).fetchone() is not None
    return False
