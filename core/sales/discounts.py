"""A discount on a whole receipt, shared by its lines."""

from dataclasses import replace
from itertools import accumulate

from core.sales.no_goods import NoGoods
from core.sales.receipt import ReadReceipt


def shared_discount(receipt: ReadReceipt) -> ReadReceipt:
    """``receipt`` with lines that come to its subtotal, where they came to more before.

    Each gives up the same share of what it came to; rounding is carried from line to line, so that the sum is
    the subtotal to the smallest unit. Where a line does not say what it came to, nothing is shared. A tip
    is in no subtotal.
    """
    paid = [
        0 if line.no_goods is NoGoods.TIP else line.paid for line in receipt.lines if line.paid is not None
    ]
    whole = sum(paid)
    subtotal = receipt.subtotal
    if subtotal is None or len(paid) < len(receipt.lines) or not 0 <= subtotal < whole:
        return receipt
    reached = [round(subtotal * so_far / whole) for so_far in accumulate(paid)]
    shares = [after - before for before, after in zip([0, *reached], reached, strict=False)]
    lines = [
        line if line.no_goods is NoGoods.TIP else replace(line, paid=share)
        for line, share in zip(receipt.lines, shares, strict=True)
    ]
    return replace(receipt, lines=lines)
