"""Whose export a table is, told by its columns, and how its rows become products."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.catalog.tables.column_names import column_key
from core.catalog.tables.fields import (
    EXTRA_PREFIX,
    FieldMapping,
    check_mapping,
    known_names,
    own_mapping,
    suggest_mapping,
    sure_mapping,
)
from core.catalog.tables.heading_marks import said_by_headings
from core.catalog.tables.mapped_rows import MappedRow, NamedPhoto
from core.catalog.tables.named_photos import most_named
from core.catalog.tables.profiles.headings.tills import LOYVERSE, ODOO, SQUARE
from core.catalog.tables.profiles.headings.translated import Headings, english_columns, in_english
from core.catalog.tables.profiles.headings.woocommerce import WOOCOMMERCE
from core.catalog.tables.profiles.html_text import html_text, marked_line
from core.catalog.tables.profiles.other_columns import with_other_columns
from core.catalog.tables.profiles.shopify import shopify_rows
from core.catalog.tables.profiles.shopify_inventory import shopify_inventory_rows
from core.catalog.tables.profiles.tills import loyverse_rows, odoo_rows, square_rows
from core.catalog.tables.profiles.woocommerce import woocommerce_rows
from core.catalog.tables.rows import MOST_PHOTOS, RawTable
from core.errors import KnownError
from core.messages import message

_PHOTO_SEPARATOR = "|"
_PHOTO_FIELDS = frozenset({"sku", "photo", "counter_photo"})
MAPPED = "mapped by hand"
OWN = "Snapshelf"
OWN_PHOTOS = "Snapshelf photos"


@dataclass(frozen=True, slots=True)
class Profile:
    """A program's export: it is one if it has all columns of one of the ``signatures``.

    Attributes:
        headings: what its columns are called in other languages than English.
    """

    name: str
    signatures: tuple[tuple[str, ...], ...]
    rows: Callable[[RawTable], Iterable[MappedRow]]
    headings: Headings = Headings({})  # noqa: RUF009 - it is never changed


PROFILES = (
    Profile(
        "Shopify inventory",
        (
            ("Handle", "Title", "SKU", "Location", "Bin name"),
            ("Handle", "Title", "Option1 Value", "SKU", "HS Code", "COO"),
        ),
        shopify_inventory_rows,
    ),
    Profile(
        "Shopify",
        (
            ("Handle", "Title", "Variant Price"),
            ("Handle", "Title", "Variant SKU"),
            ("URL handle", "Title", "SKU"),
        ),
        shopify_rows,
    ),
    Profile(
        "WooCommerce",
        (
            ("ID", "Type", "SKU", "Name", "Regular price"),
            ("Type", "SKU", "Name", "Published", "Regular price"),
            # an export of chosen columns
            ("SKU", "Name", "Regular price"),
            ("SKU", "Name", "Short description"),
        ),
        woocommerce_rows,
        WOOCOMMERCE,
    ),
    Profile("Square", (("Token", "Item Name"), ("Item Name", "Variation Name", "SKU")), square_rows, SQUARE),
    Profile(
        "Loyverse",
        (("Handle", "SKU", "Name", "Default price"), ("Handle", "SKU", "Name", "Sold by weight")),
        loyverse_rows,
        LOYVERSE,
    ),
    Profile(
        "Odoo",
        (
            ("Internal Reference", "Name"),
            ("Internal Reference", "Sales Price"),
            ("default_code", "name"),
            ("default_code", "list_price"),
        ),
        odoo_rows,
        ODOO,
    ),
)


def map_rows(
    table: RawTable, mapping: FieldMapping | None, *, guess_others: bool = False
) -> tuple[str, list[MappedRow]]:
    """The table's products, and whose export it is.

    Args:
        mapping: field to column, said by hand; it takes the place of what the columns tell, except in a
            table of our own, which it amends.
        guess_others: as :attr:`core.catalog.tables.choices.TableChoices.guess_others`.

    Raises:
        KnownError: nobody's export, and no mapping says which column is the SKU; or a wrong mapping.
    """
    if not mapping:
        profile = recognise(table.columns)
        if profile is not None:
            english = in_english(table, profile.headings)
            rows = with_other_columns(english.columns, list(_with_bounded_photos(profile.rows(english))))
            return profile.name, [_with_entities_read(row) for row in rows]
    checked = plain_mapping(table.columns, mapping, guess_others=guess_others)
    rows = list(_with_bounded_photos(_plain_rows(table, checked)))
    if checked.keys() <= _PHOTO_FIELDS and len(checked) > 1:
        return OWN_PHOTOS, _joined(rows)
    if not mapping and {"sku", "title"} <= own_mapping(table.columns).keys():
        return OWN, rows
    return MAPPED, [_with_entities_read(row) for row in rows]


def plain_mapping(
    columns: Sequence[str], mapping: FieldMapping | None, *, guess_others: bool = False
) -> dict[str, str]:
    """Field to column of a table that is no program's export.

    Args:
        mapping: what was said by hand; ``guess_others``, what to do with columns that it does not name.

    Raises:
        KnownError: no column is the SKU beyond doubt, or the mapping names one that is not there.
    """
    if not mapping:
        return check_mapping(sure_mapping(columns), columns)
    said = {column_key(column) for column in mapping.values()}
    others = suggest_mapping(columns) if guess_others else own_mapping(columns)
    free = {field: column for field, column in others.items() if column_key(column) not in said}
    return check_mapping({**free, **mapping}, columns)


def known_columns(mapping: FieldMapping | None = None) -> frozenset[str]:
    """The names by which a heading is found: ours, other programs', and those said by hand."""
    return _known_columns() | {column_key(name) for name in (mapping or {}).values()}


@cache
def _known_columns() -> frozenset[str]:
    theirs = {
        column_key(name) for profile in PROFILES for signature in profile.signatures for name in signature
    }
    return known_names().union(theirs, *(profile.headings.keys for profile in PROFILES))


def recognise(columns: Sequence[str]) -> Profile | None:
    """The program whose export has these columns; None if none is known, or the table is our own."""
    if {"sku", "title"} <= own_mapping(columns).keys() and not _has(columns, ("Handle",)):
        present = {column for column in columns if column in ("sku", "title")}
        if len(present) == 2:
            return None
    return next((profile for profile in PROFILES if _is_of(columns, profile)), None)


def _is_of(columns: Sequence[str], profile: Profile) -> bool:
    """Whether it has the columns of the program's, by their own names or by those in another language.

    The latter are everybody's words: such a table is the program's only if that explains no fewer columns.
    """
    if any(_has(columns, signature) for signature in profile.signatures):
        return True
    translated = english_columns(columns, profile.headings)
    is_alike = any(_has([*columns, *translated.values()], signature) for signature in profile.signatures)
    return is_alike and len(translated) >= len(sure_mapping(columns))


def _has(columns: Sequence[str], names: tuple[str, ...]) -> bool:
    present = {column.casefold() for column in columns}
    return all(name.casefold() in present for name in names)


def _plain_rows(table: RawTable, mapping: FieldMapping) -> Iterator[MappedRow]:
    by_heading = said_by_headings(mapping)
    photos, counter_photos = mapping.get("photo", ""), mapping.get("counter_photo", "")
    fields = [(field, column) for field, column in mapping.items() if field not in ("photo", "counter_photo")]
    taken = set(mapping.values())
    others = [(column.removeprefix(EXTRA_PREFIX), column) for column in table.columns if column not in taken]
    width = len(table.columns)
    for row in table.rows:
        cells = row.cells
        is_whole = len(cells) == width
        values = {field: cells[column] for field, column in fields if is_whole or column in cells}
        yield MappedRow(
            row.number,
            by_heading | values if by_heading else values,
            {name: cells[column] for name, column in others if is_whole or column in cells},
            _photos(cells.get(photos, ""), row.number),
            _photos(cells.get(counter_photos, ""), row.number),
        )


def _with_entities_read(row: MappedRow) -> MappedRow:
    """A row of another program, which may keep texts as a web page writes them; our own are as they stand."""
    values = {
        field: html_text(text) if field == "description" else marked_line(text)
        for field, text in row.values.items()
    }
    return replace(row, values=values)


def _with_bounded_photos(rows: Iterable[MappedRow]) -> Iterator[MappedRow]:
    """``rows``, until they name more photos than can be looked for in bearable time."""
    named = 0
    for row in rows:
        if row.photos or row.counter_photos:
            named += sum(most_named(photo.text) for photo in (*row.photos, *row.counter_photos))
        if named > MOST_PHOTOS:
            raise KnownError(
                message("core", "The table names more than {most} photos: split it into several tables."),
                most=MOST_PHOTOS,
            )
        yield row


def _photos(cell: str, row: int) -> tuple[NamedPhoto, ...]:
    if not cell:
        return ()
    return tuple(NamedPhoto(part.strip(), row) for part in cell.split(_PHOTO_SEPARATOR) if part.strip())


def _joined(rows: list[MappedRow]) -> list[MappedRow]:
    """In a table of photos a SKU may come many times, with one photo each."""
    joined: dict[str, MappedRow] = {}
    for row in rows:
        sku = row.values.get("sku", "")
        before = joined.get(sku)
        joined[sku] = (
            row
            if before is None
            else MappedRow(
                before.number,
                before.values,
                {**before.extra, **row.extra},
                before.photos + row.photos,
                before.counter_photos + row.counter_photos,
            )
        )
    return list(joined.values())
