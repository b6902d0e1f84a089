"""What a later export says came back of receipts, beyond what is noted: lines that take it back."""

from collections import Counter
from collections.abc import Iterable, Mapping

from core.catalog.database.catalog import Catalog
from core.catalog.sales.receipts import NewLine, ReceiptKey, lines_of
from core.sales.receipt import ReadReceipt, receipt_key


def taken_back(
    catalog: Catalog,
    receipts: Iterable[ReadReceipt],
    ids: Mapping[ReceiptKey, int],
    products: Mapping[str, int],
) -> list[NewLine]:
    """Lines for what came back of receipts, or was called off with them, and is not noted yet."""
    told = {
        ids[receipt_key(one)]: one
        for one in receipts
        if receipt_key(one) in ids and (one.is_void or any(line.returned for line in one.lines))
    }
    known = lines_of(catalog, list(told))
    found: list[NewLine] = []
    for receipt_id, receipt in told.items():
        sold: Counter[str] = Counter()
        back: Counter[str] = Counter()
        times: Counter[str] = Counter()
        for code, _nth, is_back, quantity in known.get(receipt_id, ()):
            if is_back:
                back[code] -= quantity
                times[code] += 1
            else:
                sold[code] += quantity
        wanted: Counter[str] = Counter()
        paid: Counter[str] = Counter()
        for line in receipt.lines:
            wanted[line.code] += line.returned
            paid[line.code] += line.paid or 0
        for code, quantity in sold.items():
            more = (quantity if receipt.is_void else min(wanted[code], quantity)) - back[code]
            if more > 0:
                product_id = products.get(code)
                share = round(paid[code] * more / quantity)
                found.append(NewLine(receipt_id, code, times[code] + 1, True, "", product_id, -more, -share))
    return found
