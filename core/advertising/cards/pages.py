"""Cards on pages: one a page, or several side by side so that they can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core import paths
from core.advertising.cards.card import card_facts, draw_card
from core.advertising.goods import Goods, goods_of, texts_of
from core.advertising.notes import Pages, notes_on
from core.advertising.place import Place
from core.advertising.shown_picture import ShownPicture
from core.advertising.sizes import PageSize, size_named
from core.advertising.words import Language
from core.catalog.products.products import Product
from core.paper.drawing import Drawing
from core.paper.page import Page, grey
from core.paper.typefaces import Typefaces

SIDE_BY_SIDE = 4
"""Cards of a page at most; with more none could be read."""
_LINE, _LINE_INK = 0.2, grey(0.8)


@dataclass(frozen=True, slots=True)
class CardOptions:
    """How cards are made.

    Attributes:
        size: None for what is usual: A6 for one, A4 on its side for several.
        together: several on a page, to be compared.
    """

    size: PageSize | None = None
    language: Language = Language.ENGLISH
    together: bool = True
    day: date = field(default_factory=date.today)


def card_pages(
    products: Sequence[Product], pictures: Mapping[int, ShownPicture], options: CardOptions
) -> Pages:
    """Lay out the cards of ``products``, in their order, each with its picture of ``pictures``."""
    typefaces = Typefaces(paths.resources() / "fonts")
    goods = [goods_of(one, options.day, options.language, pictures[one.id]) for one in products]
    together = SIDE_BY_SIDE if options.together else 1
    shared = [goods[begin : begin + together] for begin in range(0, len(goods), together)]
    size = options.size or size_named("A4" if len(goods) > 1 and options.together else "A6")
    cut: list[str] = []
    pages = [_page(group, size, options, typefaces, cut) for group in shared]
    return Pages(tuple(pages), size, notes_on(goods, cut, typefaces, texts_of))


def _page(
    goods: Sequence[Goods], size: PageSize, options: CardOptions, typefaces: Typefaces, cut: list[str]
) -> Page:
    wide, high = size.width, size.height
    columns, rows = len(goods), 1
    if len(goods) > 1 and not size.is_screen:
        wide, high = high, wide  # on its side
    elif len(goods) > 2:
        columns, rows = 2, 2
    drawing = Drawing(typefaces)
    across, down = wide / columns, high / rows
    facts = [card_facts(one, options.language, options.day) for one in goods]
    most = max(map(len, facts))
    for number, one in enumerate(goods):
        row, column = divmod(number, columns)
        place = Place(column * across, row * down, across, down)
        if draw_card(drawing, one, place, facts[number], most):
            cut.append(one.product.sku)
        if column:
            drawing.box(place.x - _LINE / 2, place.y, _LINE, down, _LINE_INK)
    return Page(wide, high, tuple(drawing.marks))
