"""A file's receipts without the lines that are no goods, which are counted.

A discount on a whole receipt is shared by its lines here: which of them are goods has a say in it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from core.messages import Sentence, message
from core.sales.discounts import shared_discount
from core.sales.no_goods import NoGoods
from core.sales.reading import ReadSales
from core.sales.receipt import ReadLine

_LEFT_OUT: Mapping[NoGoods, str] = {
    NoGoods.GIFT_CARD: message("core", "Lines left out, for they are no goods: gift cards, {count}."),
    NoGoods.TIP: message("core", "Lines left out, for they are no goods: tips, {count}."),
    NoGoods.DELIVERY: message("core", "Lines left out, for they are no goods: delivery, {count}."),
    NoGoods.ROUNDING: message("core", "Lines left out, for they are no goods: rounding, {count}."),
}


def goods_alone(read: ReadSales, products: Mapping[str, int]) -> tuple[ReadSales, dict[NoGoods, int]]:
    """What was read without lines that are no goods, with a note, and how many of each kind there were; each
    discount on a whole receipt is shared by its lines.

    Args:
        products: the shop's, by code: what it has is goods, whatever it is called.
    """

    def told(line: ReadLine) -> ReadLine:
        return replace(line, no_goods=None) if line.no_goods and line.code in products else line

    shared = [
        shared_discount(replace(receipt, lines=[told(line) for line in receipt.lines]))
        for receipt in read.receipts
    ]
    counts = Counter(
        line.no_goods
        for receipt in shared
        if not receipt.is_void
        for line in receipt.lines
        if line.no_goods is not None
    )
    receipts = tuple(
        replace(receipt, lines=[line for line in receipt.lines if line.no_goods is None])
        for receipt in shared
    )
    left_out = {kind: counts[kind] for kind in NoGoods if counts[kind]}
    notes = (Sentence(_LEFT_OUT[kind], {"count": count}) for kind, count in left_out.items())
    return replace(read, receipts=receipts, notes=(*read.notes, *notes)), left_out
