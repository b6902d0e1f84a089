"""A file's receipts without the lines that are no goods, which are counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from core.messages import Sentence, message
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
    """What was read without lines that are no goods, with a note, and how many of each kind there were.

    Args:
        products: the shop's, by code: what it has is goods, whatever it is called.
    """

    def is_goods(line: ReadLine) -> bool:
        return line.no_goods is None or line.code in products

    counts = Counter(
        line.no_goods
        for receipt in read.receipts
        if not receipt.is_void
        for line in receipt.lines
        if line.no_goods is not None and not is_goods(line)
    )
    receipts = tuple(
        replace(receipt, lines=[line for line in receipt.lines if is_goods(line)])
        for receipt in read.receipts
    )
    left_out = {kind: counts[kind] for kind in NoGoods if counts[kind]}
    notes = (Sentence(_LEFT_OUT[kind], {"count": count}) for kind, count in left_out.items())
    return replace(read, receipts=receipts, notes=(*read.notes, *notes)), left_out
