"""A till's receipts into the shop: each once, with the stock movements that follow, as one step for undo.

Receipts are told apart by till, place, day and number, their lines by code. What is there already stays as it
is; what a later export says came back is added, and so are lines of products that the shop has by now.

Stock falls by what was sold since a product's stock was last said (by a count or a table): what was sold
before is in that figure already. A shop whose till keeps the stock, and whose tables bring it, books nothing.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from core.catalog.currencies.shop_currency import currency_of_prices
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.catalog.edits.edit_log import EditKind, begin_edit, forget_old_edits, log_change
from core.catalog.edits.product_fields import Field
from core.catalog.sales.brought_back import lines_booked_back
from core.catalog.sales.customers import link_customers
from core.catalog.sales.matching import match_codes
from core.catalog.sales.receipts import (
    NewLine,
    NewReceipt,
    ReceiptKey,
    add_lines,
    add_receipts,
    begin_sales_import,
    known_receipts,
    link_lines,
    mark_booked,
    moved_by,
    remove_import,
)
from core.catalog.stock import Reason, booked_stock, move_stock
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.quantity import Quantity
from core.sales.goods_alone import goods_alone
from core.sales.reading import NOTHING_SAID, ReadSales, SalesChoices, read_sales
from core.sales.receipt import ReadReceipt, receipt_key
from core.sales.report import SalesReport, unknown_products
from core.sales.returns import taken_back
from core.shop.customer_choice import keeps_customers_here
from core.shop.shop import Shop

_READING = message("core", "Reading receipts")
_STORING = message("core", "Storing receipts")
_BATCH = 5000


def import_sales(
    shop: Shop,
    path: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    choices: SalesChoices = NOTHING_SAID,
    book_stock: bool = True,
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> SalesReport:
    """Bring the receipts in ``path`` into the shop; bringing them again changes nothing.

    Args:
        mapping: field to column (:data:`core.sales.columns.FIELDS`), where the columns do not tell.
        book_stock: whether what was sold leaves the stock.

    Raises:
        KnownError: it is no table of receipts, the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    shop.require_writable()
    start = time.perf_counter()
    report(progress, _READING, 0, 1)
    read = read_sales(path, mapping, currency=currency_of_prices(shop.catalog), choices=choices)
    products = match_codes(shop.catalog, _codes(read))
    read, left_out = goods_alone(read, products)
    with erasing(shop.catalog):  # no copy of a customer's number is left where rows are moved about
        before = known_receipts(shop.catalog, read.till, _days(read))
        sold = _sold(read)
        add_receipts(
            shop.catalog,
            read.till,
            (NewReceipt(receipt_key(one), one.moment.sold, one.currency) for one in sold),
        )
        ids = known_receipts(shop.catalog, read.till, _days(read))
        edit_id = begin_edit(shop.catalog, EditKind.SALES, who, about=path.name)
        import_id = begin_sales_import(shop.catalog, edit_id=edit_id, about=path.name, who=who)
        new = add_lines(shop.catalog, import_id, _told(_lines(sold, ids, products), progress, read))
        new += add_lines(shop.catalog, import_id, taken_back(shop.catalog, read.receipts, ids, products))
        linked = link_lines(shop.catalog, products.items())
        customers = 0
        if keeps_customers_here(shop):
            customers = link_customers(
                shop.catalog, {ids[receipt_key(one)]: one.customer for one in sold if one.customer}
            )
        moved, refused = _book(shop.catalog, import_id, edit_id, who) if book_stock else (0, [])
        if new:
            forget_old_edits(shop.catalog, edit_id)
        else:
            remove_import(shop.catalog, import_id)
            shop.catalog.db.execute("DELETE FROM edits WHERE id = ?", [edit_id])
    return SalesReport(
        till=read.till,
        receipts=len(sold),
        lines=sum(len(one.lines) for one in sold),
        new_receipts=len(ids) - len(before),
        new_lines=new,
        linked=linked,
        moved=moved,
        customers=customers,
        unknown=unknown_products(read, products),
        left_out=left_out,
        skipped=(*read.skipped, *refused),
        notes=read.notes,
        seconds=time.perf_counter() - start,
        step=edit_id if new else None,
    )


def plan_sales(
    shop: Shop,
    path: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    choices: SalesChoices = NOTHING_SAID,
) -> SalesReport:
    """What :func:`import_sales` would do, as far as it is known before; nothing is changed.

    Raises:
        KnownError: it is no table of receipts.
    """
    start = time.perf_counter()
    read = read_sales(path, mapping, currency=currency_of_prices(shop.catalog), choices=choices)
    products = match_codes(shop.catalog, _codes(read))
    read, left_out = goods_alone(read, products)
    known = known_receipts(shop.catalog, read.till, _days(read))
    sold = _sold(read)
    return SalesReport(
        till=read.till,
        receipts=len(sold),
        lines=sum(len(one.lines) for one in sold),
        new_receipts=sum(receipt_key(one) not in known for one in sold),
        new_lines=None,
        linked=0,
        moved=0,
        customers=0,
        unknown=unknown_products(read, products),
        left_out=left_out,
        skipped=read.skipped,
        notes=read.notes,
        seconds=time.perf_counter() - start,
    )


def _sold(read: ReadSales) -> list[ReadReceipt]:
    """The receipts of which something was sold, as far as the file tells."""
    return [one for one in read.receipts if not one.is_void and any(line.quantity for line in one.lines)]


def _days(read: ReadSales) -> tuple[str, str]:
    days = [one.moment.day for one in read.receipts]
    return min(days, default=""), max(days, default="")


def _codes(read: ReadSales) -> dict[str, tuple[str, str]]:
    return {line.code: (line.barcode, line.title) for one in read.receipts for line in one.lines}


def _lines(
    receipts: Iterable[ReadReceipt],
    ids: Mapping[ReceiptKey, int],
    products: Mapping[str, int],
) -> Iterator[NewLine]:
    for receipt in receipts:
        seen: Counter[str] = Counter()
        receipt_id = ids[receipt_key(receipt)]
        for line in receipt.lines:
            seen[line.code] += 1
            if not line.quantity:
                continue
            product_id = products.get(line.code)
            title = line.title if product_id is None else ""
            yield NewLine(
                receipt_id, line.code, seen[line.code], False, title, product_id, line.quantity, line.paid
            )


def _book(catalog: Catalog, import_id: int, edit_id: int, who: str) -> tuple[int, list[Skipped]]:
    """Book what left the stock, one movement a product; how many moved, and what could not be booked."""
    moved: list[int] = []
    refused: list[Skipped] = []
    booked_back = lines_booked_back(catalog, import_id)
    for product_id, thousandths in moved_by(catalog, import_id, booked_back).items():
        if not thousandths:
            continue
        try:
            movement = move_stock(
                catalog,
                product_id,
                Quantity(-thousandths),
                who=who,
                reason=Reason.SALE,
                note=_note(import_id),
            )
        except KnownError as error:  # a part of a piece
            (sku,) = catalog.db.execute("SELECT sku FROM products WHERE id = ?", [product_id]).fetchone()
            refused.append(Skipped(str(sku), error.sentence))
            continue
        stock = booked_stock(catalog, product_id).thousandths
        log_change(catalog, edit_id, product_id, Field.STOCK, None, stock, movement.id)
        moved.append(product_id)
    mark_booked(catalog, import_id, moved, booked_back)
    return len(moved), refused


def _note(import_id: int) -> str:
    return f"receipts {import_id}"


def _told(lines: Iterable[NewLine], progress: ReportProgress, read: ReadSales) -> Iterator[NewLine]:
    """``lines``, saying now and then how many went by."""
    total = sum(len(one.lines) for one in read.receipts)
    for done, line in enumerate(lines):
        if done % _BATCH == 0:
            report(progress, _STORING, done, total)
        yield line
