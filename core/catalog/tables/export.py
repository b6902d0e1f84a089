"""The catalog as a table that spreadsheets open and that imports again with nothing lost.

Columns are named as :data:`core.catalog.tables.fields.FIELDS`; further columns of the merchant's table
follow under their own names. Cells that a spreadsheet would run as a formula are neutralised.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.money import format_money
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.catalog.products.products import Product, products_by_ids
from core.catalog.tables.fields import EXTRA_PREFIX, FIELDS, own_mapping
from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import write_table
from core.catalog.tags.tag_names import join_tags
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.quantity import PLACES, Quantity

_EVERYTHING = Filter(archived=None)
_BATCH = 1000
_STAGE = message("core", "Exporting products")
_NUMBERS = frozenset({"price", "sale_price", "stock", "low_stock"})


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
    with catalog.snapshot():
        ids = ordered_ids(catalog, filter_, SortBy.SKU).tolist()
        extras = _extra_columns(catalog)
        headings = [*FIELDS, *(_extra_heading(name) for name in extras)]
        rows = _rows(catalog, ids, extras, photo_path, progress)
        write_table(target, "products", headings, rows, replace=replace)
    return len(ids)


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
        "low_stock": "" if product.low is None else _unmistakable(product.low),
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
