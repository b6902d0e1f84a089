"""What an import of sales did, or would do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.tables.rows import Skipped
from core.messages import Sentence
from core.sales.no_goods import NoGoods
from core.sales.reading import ReadSales


@dataclass(frozen=True, slots=True)
class UnknownProduct:
    """Something that was sold and the shop does not know: what the till calls it, and on how many lines."""

    code: str
    title: str
    lines: int


@dataclass(frozen=True, slots=True)
class SalesReport:
    """What an import of sales did, or would do.

    Attributes:
        till: whose export it is; "" if its columns were mapped by hand or guessed.
        receipts, lines: how many the file holds that are sales.
        new_receipts, new_lines: how many of them were not there before; None of a plan's lines.
        linked: lines of earlier imports whose products the shop has by now.
        moved: products whose stock moved.
        customers: receipts whose customer is known by now and was not before.
        unknown: what the shop has no product for; its lines are kept until it has one.
        left_out: lines that are no goods, by what they are.
        skipped: rows, and products whose stock could not be moved, each with its reason.
        step: the key of the step that takes it back; None if it brought no line.
    """

    till: str
    receipts: int
    lines: int
    new_receipts: int
    new_lines: int | None
    linked: int
    moved: int
    customers: int
    unknown: tuple[UnknownProduct, ...]
    left_out: Mapping[NoGoods, int]
    skipped: tuple[Skipped, ...]
    notes: tuple[Sentence, ...]
    seconds: float
    step: int | None = None


def unknown_products(read: ReadSales, products: Mapping[str, int]) -> tuple[UnknownProduct, ...]:
    """What the shop has no product for, the most frequent first."""
    lines: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for one in read.receipts:
        if one.is_void:
            continue
        for line in one.lines:
            if line.code not in products:
                lines[line.code] += 1
                titles.setdefault(line.code, line.title)
    ordered = sorted(lines.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(UnknownProduct(code, titles[code], count) for code, count in ordered)
