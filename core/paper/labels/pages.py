"""Labels of chosen products on their sheets, and what has to be said about them before they are cut."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from core import paths
from core.catalog.currencies.shown import MoneyStyle
from core.catalog.products.products import Product, products_by_ids
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.labels.facts import ALL_PARTS, LabelFacts, Part, facts_of
from core.paper.labels.label import LabelFace, label_face
from core.paper.labels.sheets import SHEETS, Sheet
from core.paper.page import Box, Mark, Page, grey, moved
from core.paper.typefaces import Typefaces
from core.quantities.units import has_decimals
from core.shop.shop import Shop

LARGEST = 5000
"""Labels at a time; more is a slip of the keyboard."""
_NAMED = 5
_CUT_LINE, _CUT_INK = 0.1, grey(0.6)


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """How labels are printed.

    Attributes:
        first: the sheet's first free label, counted from 1; those before it were used.
        copies: of each product; None for as many as are in stock.
        style: how prices are written; None for what is usual for their currency.
        chinese: whether units are named in Chinese.
    """

    sheet: Sheet = SHEETS[0]
    first: int = 1
    copies: int | None = 1
    parts: frozenset[Part] = ALL_PARTS
    style: MoneyStyle | None = None
    chinese: bool = False
    day: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class LabelPages:
    """Pages ready to be printed.

    Attributes:
        labels: how many are on them.
        notes: what somebody should know who prints them.
    """

    pages: tuple[Page, ...]
    labels: int
    notes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    product: Product
    facts: LabelFacts
    face: LabelFace
    copies: int


def labels_of(shop: Shop, product_ids: Sequence[int], options: LabelOptions) -> LabelPages:
    """The labels of these products of ``shop``; see :func:`label_pages`."""
    if len(product_ids) > LARGEST:
        raise _too_many()
    return label_pages(products_by_ids(shop.catalog, product_ids), options)


def label_pages(products: Sequence[Product], options: LabelOptions) -> LabelPages:
    """Lay out the labels of ``products``, in their order.

    Raises:
        KnownError: no such place on the sheet, or too many labels.
    """
    sheet = options.sheet
    if not 1 <= options.first <= sheet.labels:
        raise KnownError(
            message("core", "The sheet {sheet} has {labels} labels: begin at one of these."),
            sheet=sheet.name,
            labels=sheet.labels,
        )
    copies = [(product, _copies(product, options.copies)) for product in products]
    if sum(count for _, count in copies) > LARGEST:
        raise _too_many()
    typefaces = Typefaces(paths.resources() / "fonts")
    made = [_made(product, count, options, typefaces) for product, count in copies]
    faces = [label.face for label in made for _ in range(label.copies)]
    return LabelPages(
        tuple(_pages(faces, sheet, options.first - 1)), len(faces), tuple(_notes(made, typefaces, options))
    )


def _too_many() -> KnownError:
    return KnownError(
        message("core", "These are more than {count} labels: print fewer at a time."), count=LARGEST
    )


def _copies(product: Product, wanted: int | None) -> int:
    """What was not counted, and what is weighed, has one label."""
    if wanted is not None:
        return wanted
    if product.stock is None or (has_decimals(product.unit) and product.stock.thousandths > 0):
        return 1
    return max(0, product.stock.thousandths // 1000)


def _made(product: Product, copies: int, options: LabelOptions, typefaces: Typefaces) -> _Made:
    facts = facts_of(product, options.day, options.parts, options.style, chinese=options.chinese)
    return _Made(product, facts, label_face(facts, options.sheet.label, options.sheet.dot, typefaces), copies)


def _pages(faces: list[LabelFace], sheet: Sheet, skipped: int) -> Iterable[Page]:
    place, marks = skipped, list[Mark]()
    for number, face in enumerate(faces):
        x, y = sheet.place(place)
        marks.extend(moved(mark, x, y) for mark in face.marks)
        place += 1
        if place == sheet.labels or number == len(faces) - 1:
            yield Page(*sheet.paper, (*(_cut_lines(sheet) if sheet.is_cut else ()), *marks))
            place, marks = 0, []


def _cut_lines(sheet: Sheet) -> Iterable[Box]:
    (left, top), (right, bottom) = sheet.place(0), sheet.place(sheet.labels - 1)
    right, bottom = right + sheet.label[0], bottom + sheet.label[1]
    for column in range(sheet.columns + 1):
        x = left + column * sheet.label[0]
        yield Box(x - _CUT_LINE / 2, top, _CUT_LINE, bottom - top, _CUT_INK)
    for row in range(sheet.rows + 1):
        y = top + row * sheet.label[1]
        yield Box(left, y - _CUT_LINE / 2, right - left, _CUT_LINE, _CUT_INK)


def _notes(made: list[_Made], typefaces: Typefaces, options: LabelOptions) -> Iterable[Sentence]:
    """What is not as somebody would expect, each with the products that it is about."""
    printed = [label for label in made if label.copies]

    def about(text: str, concerns: Callable[[_Made], bool], among: list[_Made] = printed) -> list[Sentence]:
        names = [label.product.sku for label in among if concerns(label)]
        more = ", …" if len(names) > _NAMED else ""
        listed = ", ".join(names[:_NAMED]) + more
        return [Sentence(text, {"count": len(names), "skus": listed})] if names else []

    yield from about(
        message("core", "Without a barcode, their number is printed as one ({count}): {skus}."),
        lambda label: label.facts.symbol is not None and label.facts.symbol.is_sku,
    )
    if Part.PRICE in options.parts:
        yield from about(
            message("core", "Without a price ({count}): {skus}."), lambda label: not label.facts.price
        )
    yield from about(
        message("core", "Out of stock, and so without a label ({count}): {skus}."),
        lambda label: not label.copies,
        made,
    )
    yield from about(
        message(
            "core", "The code is smaller than a till's scanner is sure to read ({count}): {skus}. Try one, "
            "or take a wider label."
        ),
        lambda label: label.face.is_code_small,
    )  # fmt: skip
    yield from about(
        message("core", "The title is shortened on the label ({count}): {skus}."),
        lambda label: label.face.is_title_cut,
    )
    yield from about(
        message(
            "core",
            "Some letters are not in the program's typeface, and boxes stand for them ({count}): {skus}.",
        ),
        lambda label: bool(typefaces.missing(label.facts.title + label.facts.shelf + label.facts.sku)),
    )
