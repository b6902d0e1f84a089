"""Finding products by text: their words, their numbers, and numbers mistyped.

The index is SQLite's FTS5 over text in which every Chinese character is a word (see
:mod:`core.catalog.database.tokens` and docs/decisions/0003-catalog.md). Each word that is typed may be
the beginning of a longer one; all must occur.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.barcodes.written import code_keys
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key, words
from core.catalog.lists.filters import Filter, where
from core.catalog.scales.weighed import weighed
from core.unspaced import is_unspaced

_EVERY_LIVE = Filter()
# bm25's weights, in the order of the index's columns: title, sku, barcode, tags, category, brand,
# description, extra, label. A word of the title says most about a product, one of its description little,
# and what was read on its photos least.
_RANK = "bm25(product_text, 10.0, 8.0, 8.0, 4.0, 4.0, 4.0, 1.0, 1.0, 0.5)"
_TOLD = "{title sku barcode tags category brand description extra}"
"""The columns that people filled; what is left is what was read on photos."""
_ALPHABET = "0123456789abcdefghjkmnpqrstuvwxyz"  # of SKU keys: without i, l and o, which look like digits
_LONGEST_QUERY = 500
_MOST_WORDS = 32


class Why(StrEnum):
    """How a product was found."""

    NUMBER = "number"
    WORDS = "words"
    LABEL = "words on the package"
    SIMILAR_NUMBER = "similar number"
    PART_OF_WORD = "part of a word"


@dataclass(frozen=True, slots=True)
class TextHit:
    """A product that was found, and why."""

    product_id: int
    why: Why


def find_products(
    catalog: Catalog, text: str, filter_: Filter = _EVERY_LIVE, *, limit: int = 50
) -> list[TextHit]:
    """Products that ``text`` means, the likeliest first.

    In this order: those whose SKU or barcode it is; those that hold all its words, best rank first;
    those whose SKU begins with it; those that hold them only together with what was read on their photos,
    though behind a title that has it inside a word. Only if that finds nothing: those whose SKU is one slip
    away (a character wrong, missing, too many, or two swapped); those whose title has it inside a word.
    """
    text = _without_controls(text).strip()[:_LONGEST_QUERY]
    if not text:
        return []
    with catalog.snapshot():
        hits: dict[int, Why] = {}
        for why, found in _searches(catalog, text, filter_, limit):
            for product_id in found:
                hits.setdefault(product_id, why)
            if hits and why in (Why.SIMILAR_NUMBER, Why.LABEL):
                break
    return [TextHit(product_id, why) for product_id, why in list(hits.items())[:limit]]


def _searches(catalog: Catalog, text: str, filter_: Filter, limit: int) -> Iterator[tuple[Why, list[int]]]:
    """What to try, in order; each is run only when it is asked for."""
    yield Why.NUMBER, _by_number(catalog, text, filter_, limit)
    told = match_expression(text)
    by_words = _by_words(catalog, told and f"{_TOLD} : ({told})", filter_, limit)
    if len(by_words) < limit:
        by_words += _by_sku_beginning(catalog, text, filter_, limit - len(by_words))
    yield Why.WORDS, by_words
    read = told and f"({told}) NOT {_TOLD} : ({told})"
    by_label = _by_words(catalog, read, filter_, limit - len(by_words)) if len(by_words) < limit else []
    if by_label and not by_words:
        yield Why.PART_OF_WORD, _by_part_of_title(catalog, text, filter_, limit)
    yield Why.LABEL, by_label
    yield Why.SIMILAR_NUMBER, _by_similar_sku(catalog, text, filter_, limit)
    yield Why.PART_OF_WORD, _by_part_of_title(catalog, text, filter_, limit)


def match_expression(text: str) -> str | None:
    """Printable ``text`` as an FTS5 query, nothing in it taken for an operator; None if it has no word."""
    phrases: list[str] = []
    for chunk in text.split():
        for run in _runs(chunk):
            quoted = '"' + run.replace('"', '""') + '"'
            if any(character.isalnum() or is_unspaced(character) for character in run):
                # An unspaced character is a whole word: nothing begins with it but itself.
                phrases.append(quoted if is_unspaced(run[-1]) else f"{quoted} *")
    return " AND ".join(phrases[:_MOST_WORDS]) or None


def _runs(chunk: str) -> Iterable[str]:
    """``chunk`` cut where a script without spaces begins or ends; its characters then set apart."""
    run = ""
    for character in words(chunk).split():
        unspaced = len(character) == 1 and is_unspaced(character)
        if run and (unspaced != is_unspaced(run[-1])):
            yield run
            run = ""
        run = f"{run} {character}" if run else character
    if run:
        yield run


def _by_number(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    key = sku_key(text)
    exact = _ids(catalog, "sku = ?", [text], filter_, limit)
    by_key = _ids(catalog, "sku_key = ?", [key], filter_, limit) if key else []
    codes = code_keys(text)
    marks = ", ".join("?" * len(codes))
    has_one = f"id IN (SELECT product_id FROM product_codes WHERE code IN ({marks}))"  # noqa: S608
    by_barcode = _ids(catalog, has_one, codes, filter_, limit)
    label = None if by_barcode else weighed(catalog, text)
    by_label = [] if label is None else _ids(catalog, "id = ?", [str(label.product.id)], filter_, limit)
    return [*exact, *by_key, *by_barcode, *by_label]


def _by_words(catalog: Catalog, expression: str | None, filter_: Filter, limit: int) -> list[int]:
    if expression is None:
        return []
    condition, values = where(filter_)
    cursor = catalog.db.execute(
        "SELECT id FROM"  # noqa: S608
        f" (SELECT rowid AS found, {_RANK} AS rank FROM product_text WHERE product_text MATCH ?)"
        f" JOIN products ON products.id = found WHERE {condition} ORDER BY rank, id LIMIT ?",
        [expression, *values, limit],
    )
    return [row[0] for row in cursor.fetchall()]


def _by_sku_beginning(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    key = sku_key(text)
    if not key:
        return []
    return _ids(
        catalog, "sku_key >= ? AND sku_key < ?", [key, key + "\U0010ffff"], filter_, limit, "sku_key, id"
    )


def _by_similar_sku(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """SKUs one edit away, by looking up every string that is (after P. Norvig, 2007): no index needed."""
    key = sku_key(text)
    if not 3 <= len(key) <= 32:
        return []
    near = sorted(one_edit_away(key))
    marks = ", ".join("?" * len(near))
    return _ids(catalog, f"sku_key IN ({marks})", near, filter_, limit)


def one_edit_away(key: str) -> set[str]:
    """Every key that one wrong, missing, superfluous or swapped character may have turned into ``key``."""
    alphabet = sorted({*_ALPHABET, *key})
    splits = [(key[:place], key[place:]) for place in range(len(key) + 1)]
    deletions = {a + b[1:] for a, b in splits if b}
    swaps = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    substitutions = {a + character + b[1:] for a, b in splits if b for character in alphabet}
    insertions = {a + character + b for a, b in splits for character in alphabet}
    return (deletions | swaps | substitutions | insertions) - {key}


def _by_part_of_title(catalog: Catalog, text: str, filter_: Filter, limit: int) -> list[int]:
    """Titles with ``text`` inside a word, as in compounds; reads every title, so it comes last."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", text) + "%"
    filtered, filter_values = where(filter_)
    cursor = catalog.db.execute(
        f"SELECT id FROM products WHERE title LIKE ? ESCAPE '\\' AND {filtered} ORDER BY id LIMIT ?",  # noqa: S608
        [pattern, *filter_values, limit],
    )
    return [row[0] for row in cursor.fetchall()]


def _ids(
    catalog: Catalog, condition: str, values: list[str], filter_: Filter, limit: int, order: str = "id"
) -> list[int]:
    """Live products by a condition on their numbers; the filter is applied to those alone.

    The inner LIMIT keeps SQLite from joining the two into one: not knowing that nearly all products are live,
    it would read all of those to look at their numbers.
    """
    filtered, filter_values = where(filter_)
    cursor = catalog.db.execute(
        f"SELECT id FROM (SELECT * FROM products WHERE {condition} LIMIT -1) AS products"  # noqa: S608
        f" WHERE {filtered} ORDER BY {order} LIMIT ?",
        [*values, *filter_values, limit],
    )
    return [row[0] for row in cursor.fetchall()]


def _without_controls(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
