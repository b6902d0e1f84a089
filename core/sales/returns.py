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
        if receipt_key(one) in ids
        and (one.is_void or any(line.returned or line.is_rest for line in one.lines))
    }
    known = lines_of(catalog, list(told))
    found: list[NewLine] = []
    for receipt_id, receipt in told.items():
        sold: Counter[str] = Counter()
        back: Counter[str] = Counter()
        paid: Counter[str] = Counter()
        times: Counter[str] = Counter()
        for line in known.get(receipt_id, ()):
            if line.is_back:
                back[line.code] -= line.quantity
                times[line.code] += 1
            else:
                sold[line.code] += line.quantity
                paid[line.code] += line.paid or 0
        wanted = _wanted(receipt, sold)
        for code, quantity in sold.items():
            more = (quantity if receipt.is_void else min(wanted[code], quantity)) - back[code]
            if more > 0:
                product_id = products.get(code)
                share = round(paid[code] * more / quantity)
                found.append(NewLine(receipt_id, code, times[code] + 1, True, "", product_id, -more, -share))
    return found


def _wanted(receipt: ReadReceipt, sold: Mapping[str, int]) -> Counter[str]:
    """How much of each code came back, as the file tells it: a number, or what remained of what was sold."""
    wanted: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for line in receipt.lines:
        wanted[line.code] += line.returned
        rest[line.code] += line.quantity if line.is_rest else 0
    for code in {line.code for line in receipt.lines if line.is_rest}:
        wanted[code] = max(wanted[code], sold.get(code, 0) - rest[code])
    return wanted
