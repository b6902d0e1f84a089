"""The catalog as a table that spreadsheets open and that imports again with nothing lost.

Columns are named as :data:`core.catalog.tables.fields.FIELDS`; further columns of the merchant's table
follow under their own names. Cells that a spreadsheet would run as a formula are neutralised.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.money import format_money
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.catalog.products.products import Product, products_by_ids
from core.catalog.tables.fields import EXTRA_PREFIX, FIELDS, own_mapping
from core.catalog.tables.formulas import neutralised
from core.catalog.tags.tag_names import join_tags
from core.errors import KnownError
from core.files.atomic import written_beside
from core.files.hostile import UNREADABLE_ZIP
from core.files.targets import checked_target
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.quantity import PLACES, Quantity

_EVERYTHING = Filter(archived=None)
_BATCH = 1000
_LOOKED_AT = 4096
_LONGEST_XLSX_CELL = 32_767
_MOST_XLSX_ROWS = 1_048_576
_STAGE = message("core", "Exporting products")
_NUMBERS = frozenset({"price", "sale_price", "stock"})


def export_table(
    catalog: Catalog,
    target: Path,
    photo_path: Callable[[str], str],
    *,
    filter_: Filter = _EVERYTHING,
    progress: ReportProgress = ignore_progress,
    replace: bool = False,
) -> int:
    """Write products to ``target``, CSV, TSV or XLSX by its ending; whole or not at all.

    Args:
        photo_path: how the table names the stored photo with a hash: relative to the table, or absolute.
        filter_: which products; all, archived ones too, by default.
        replace: also a file that is no table.

    Returns:
        How many products.

    Raises:
        KnownError: an unknown ending, a target that may not be written (core/files/targets.py), a full disk,
            or a cell that XLSX cannot hold.
        Cancelled: ``progress`` asked to stop; there is no new file then.
    """
    writers = {".csv": _write_csv, ".tsv": _write_tsv, ".xlsx": _write_xlsx}
    write = writers.get(target.suffix.casefold())
    if write is None:
        raise KnownError(
            message("core", "“{file}” ends in no kind of table: end it in .csv, .tsv or .xlsx."),
            file=target.name,
        )
    target = checked_target(target, is_table, replace=replace)
    with catalog.snapshot(), written_beside(target) as temporary:
        ids = ordered_ids(catalog, filter_, SortBy.SKU).tolist()
        extras = _extra_columns(catalog)
        headings = [*FIELDS, *(_extra_heading(name) for name in extras)]
        rows = _rows(catalog, ids, extras, photo_path, progress)
        write(temporary, headings, rows)
    return len(ids)


def is_table(path: Path) -> bool:
    """Whether a file looks like a table: a workbook, or text whose first line has several cells."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return "xl/workbook.xml" in archive.namelist()
        except UNREADABLE_ZIP:
            return False
    first = next(iter(start.lstrip().splitlines()), b"")
    return b"\0" not in start and any(separator in first for separator in (b",", b";", b"\t"))


def _rows(
    catalog: Catalog,
    ids: list[int],
    extras: Sequence[str],
    photo_path: Callable[[str], str],
    progress: ReportProgress,
) -> Iterator[list[str]]:
    for start in range(0, len(ids), _BATCH):
        report(progress, _STAGE, start, len(ids))
        batch = ids[start : start + _BATCH]
        photos = photos_of_products(catalog, batch)
        for product in products_by_ids(catalog, batch):
            fields = _fields(product, photos.get(product.id, []), photo_path)
            cells = [*(fields[name] for name in FIELDS), *(product.extra.get(name, "") for name in extras)]
            yield [
                cell if place < len(FIELDS) and FIELDS[place] in _NUMBERS else neutralised(cell)
                for place, cell in enumerate(cells)
            ]
    report(progress, _STAGE, len(ids), len(ids))


def _fields(product: Product, photos: Iterable[Photo], photo_path: Callable[[str], str]) -> dict[str, str]:
    named: dict[PhotoKind, list[str]] = {kind: [] for kind in PhotoKind}
    for photo in photos:
        named[photo.kind].append(photo_path(photo.sha256))
    price, sale = product.price_minor, product.sale
    return {
        "sku": product.sku,
        "title": product.title,
        "description": product.description,
        "category": product.category,
        "brand": product.brand,
        "barcode": product.barcode,
        "price": "" if price is None else format_money(price, product.currency),
        "currency": product.currency,
        "sale_price": "" if sale.minor is None else format_money(sale.minor, product.currency),
        "sale_starts": sale.starts,
        "sale_ends": sale.ends,
        "stock": "" if product.stock is None else _unmistakable(product.stock),
        "unit": product.unit or "",
        "location": product.location,
        "tags": join_tags(product.tags),
        "archived": "yes" if product.archived else "no",
        "photo": " | ".join(named[PhotoKind.CATALOG]),
        "counter_photo": " | ".join(named[PhotoKind.COUNTER]),
    }


def _unmistakable(stock: Quantity) -> str:
    """With a fourth decimal where the third would leave it open whether ``1.234`` is more than a thousand."""
    text = str(stock)
    return f"{text}0" if len(text.partition(".")[2]) == PLACES else text


def _extra_columns(catalog: Catalog) -> list[str]:
    rows = catalog.db.execute("SELECT DISTINCT key FROM products, json_each(products.extra)").fetchall()
    return sorted(row[0] for row in rows)


def _extra_heading(name: str) -> str:
    """A heading that an import takes for a further column again."""
    taken = bool(own_mapping([name])) or name.startswith(EXTRA_PREFIX)
    return neutralised(EXTRA_PREFIX + name if taken else name)


def _write_csv(path: Path, headings: list[str], rows: Iterable[list[str]], separator: str = ",") -> None:
    # The byte-order mark tells Excel that the text is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(headings)
        writer.writerows(rows)


def _write_tsv(path: Path, headings: list[str], rows: Iterable[list[str]]) -> None:
    _write_csv(path, headings, rows, "\t")


def _write_xlsx(path: Path, headings: list[str], rows: Iterable[list[str]]) -> None:
    import openpyxl  # late: 0.2 s that most starts need not spend
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("products")

    def cell(text: str) -> object:
        if len(text) > _LONGEST_XLSX_CELL:
            raise KnownError(
                message("core", "“{cell}…” is too long for a workbook: export to .csv instead."),
                cell=text[:40],
            )
        written = WriteOnlyCell(sheet, value=text)
        written.data_type = "s"  # text, whatever it looks like
        return written

    try:
        for number, row in enumerate(chain([headings], rows), start=1):
            _check_fits(number)
            sheet.append([cell(text) if text else None for text in row])
    except BaseException:
        sheet.close()  # or openpyxl's scratch file would stay open, and lie about
        sheet._writer.cleanup()
        raise
    # Not straight to the file: on a full disk openpyxl leaves a half-open archive behind, which complains.
    packed = io.BytesIO()
    book.save(packed)
    path.write_bytes(packed.getbuffer())


def _check_fits(row: int) -> None:
    if row > _MOST_XLSX_ROWS:
        raise KnownError(message("core", "A workbook cannot hold so many products: export to .csv instead."))
