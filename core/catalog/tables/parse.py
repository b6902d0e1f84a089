"""A table file to product drafts with their photos: the one entrance to reading tables."""

from dataclasses import dataclass, replace
from pathlib import Path

from core.catalog.barcodes.written import read_barcode
from core.catalog.clean_text import clean_line
from core.catalog.currencies.iso import decimals
from core.catalog.photos.photos import PhotoKind
from core.catalog.tables.cell_kinds import lost_code
from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.drafts import NumberFormat, read_draft, sku_of
from core.catalog.tables.entries import Entry, PhotoSource
from core.catalog.tables.fields import FieldMapping, mapping_notes
from core.catalog.tables.mapped_rows import MappedRow
from core.catalog.tables.named_photos import NamedPhotos
from core.catalog.tables.no_products import no_products
from core.catalog.tables.number_columns import number_columns
from core.catalog.tables.price_currency import price_currency
from core.catalog.tables.profiles.profiles import MAPPED, OWN, known_columns, map_rows, plain_mapping
from core.catalog.tables.reading import read_table
from core.catalog.tables.rows import RawTable, Skipped
from core.catalog.tables.totals import is_total
from core.messages import Sentence, message

_TOTAL = Sentence(message("core", "The row was left out: it is the sum of those above."))


@dataclass(frozen=True, slots=True)
class Table:
    """A merchant's table, understood.

    Attributes:
        profile: whose export it is.
        rows: the products, in order, with those of their photos that were found.
        skipped: rows that were left out, and why.
        notes: what was left out of rows that are in: a price, a barcode's warning, a photo.
        about: what a person should know of the whole table.
    """

    path: Path
    profile: str
    columns: tuple[str, ...]
    rows: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Skipped, ...]
    about: tuple[Sentence, ...]


def parse_table(
    path: Path,
    mapping: FieldMapping | None = None,
    *,
    currency: str = "",
    choices: TableChoices = NOTHING_CHOSEN,
) -> Table:
    """Read a CSV, TSV or XLSX table of products.

    Args:
        mapping: field to column, where the columns themselves do not tell (see
            :func:`core.catalog.tables.said_mapping.parse_mapping`).
        currency: of prices that do not say theirs; the shop's own.
        choices: what a person has said besides.

    Raises:
        KnownError: it is no table, or it is not known which column is the SKU.
    """
    raw = read_table(path, known_columns(mapping), choices)
    profile, mapped = map_rows(raw, mapping, guess_others=choices.guess_others)
    prices = price_currency(mapped, currency)
    numbers = NumberFormat(
        prices,
        number_columns(mapped, choices.decimal_sign, whole_prices=bool(currency) and decimals(currency) == 0),
    )
    skipped, notes = list(raw.skipped), list(raw.remarks)
    rows: list[Entry] = []
    around = NamedPhotos(path.parent)
    first_rows: dict[str, int] = {}
    others = no_products(mapped) if profile in (OWN, MAPPED) else {}
    for row in map(_with_sku, mapped):
        sku = sku_of(row)
        problem = others.get(row.number) or _problem(row, sku, first_rows)
        if problem is not None:
            skipped.append(Skipped(row.number, problem))
            continue
        draft, about_row = read_draft(row, sku, numbers)
        first_rows[sku] = row.number
        notes += [Skipped(row.number, sentence) for sentence in (*row.notes, *about_row)]
        photos, left_out = _photos(row, around) if row.photos or row.counter_photos else ((), [])
        notes += left_out
        rows.append(Entry(row.number, draft, photos, made_of=row.made_of))
    if rows and is_total(rows):
        total = rows.pop()
        skipped.append(Skipped(total.row, _TOTAL))
    skipped.sort(key=lambda skip: int(skip.row))
    guesses = _guesses(raw, profile, mapping, choices)
    about = (*raw.notes, *guesses, *prices.notes, *numbers.columns.notes)
    return Table(path, profile, raw.columns, tuple(rows), tuple(skipped), tuple(notes), about)


def _guesses(
    raw: RawTable, profile: str, mapping: FieldMapping | None, choices: TableChoices
) -> list[Sentence]:
    """What is said of columns that were understood by their names, or not."""
    if (mapping and not choices.guess_others) or profile not in (OWN, MAPPED):
        return []
    understood = plain_mapping(raw.columns, mapping, guess_others=choices.guess_others)
    return mapping_notes(raw.columns, understood, (mapping or {}).keys())


def _with_sku(row: MappedRow) -> MappedRow:
    """A row without a SKU goes by its barcode, which tells products apart as well."""
    sku = row.values.get("sku", "")
    if sku.isalnum() or clean_line(sku):
        return row
    barcode = read_barcode(row.values.get("barcode", "")).text
    if not barcode:
        return row
    by_barcode = Sentence(message("core", "The product has no number: it goes by its barcode."))
    is_said = "sku" not in row.values  # of the whole table
    return replace(row, values={**row.values, "sku": barcode}, notes=() if is_said else (by_barcode,))


def _problem(row: MappedRow, sku: str, first_rows: dict[str, int]) -> Sentence | None:
    lost = lost_code(row.values.get("sku", ""))
    if lost is not None:
        return Sentence(
            message("core", "The row was left out, for its SKU is lost. {reason}"), {"reason": lost}
        )
    if not sku:
        return Sentence(
            message("core", "The row was left out: it has no SKU; give the product a number or code.")
        )
    if sku in first_rows:
        return Sentence(
            message(
                "core",
                "The row was left out: row {row} has the SKU {sku} already; give each product its own.",
            ),
            {"row": first_rows[sku], "sku": sku},
        )
    return None


def _photos(row: MappedRow, around: NamedPhotos) -> tuple[tuple[PhotoSource, ...], list[Skipped]]:
    """Those that are there, and why the others are left out."""
    found: list[PhotoSource] = []
    left_out: list[Skipped] = []
    for photos, kind in ((row.photos, PhotoKind.CATALOG), (row.counter_photos, PhotoKind.COUNTER)):
        for photo in photos:
            for name, place in around.find_all(photo.text):
                if isinstance(place, Sentence):
                    left_out.append(Skipped(photo.row, place))
                else:
                    found.append(PhotoSource(place, name, kind))
    return tuple(found), left_out
