"""Posters of chosen products: one product as large as the page, several as a leaflet of tiles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core import paths
from core.advertising.goods import Goods, goods_of
from core.advertising.notes import Pages, notes_on
from core.advertising.place import Place
from core.advertising.posters.one import draw_one
from core.advertising.posters.pieces import LEAST, Head
from core.advertising.posters.several import MOST, draw_several
from core.advertising.posters.templates import TEMPLATES, Template
from core.advertising.shown_picture import ShownPicture
from core.advertising.sizes import SIZES, PageSize
from core.advertising.words import Language, days_said
from core.catalog.products.products import Product
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.drawing import Drawing, Look, Side
from core.paper.fitting import LINE
from core.paper.page import Page
from core.paper.typefaces import Typefaces
from core.plain_text import plain_line

HEADLINE, FOOT = 80, 160
"""Signs that a headline and a line at the foot may have: more is not read from afar, or not at all."""
_MARGIN, _LEAST_MARGIN = 0.055, 6.0
"""Of the page's width; and in millimetres, what printers leave white."""


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """How a poster is made.

    Attributes:
        headline: instead of the template's; "" for that.
        foot: the shop's own line at the foot, as its address; "" for none.
        first, last: the days on which it holds; prices are those of the first, or of today.
    """

    template: Template = TEMPLATES[0]
    size: PageSize = SIZES[0]
    language: Language = Language.ENGLISH
    headline: str = ""
    foot: str = ""
    first: date | None = None
    last: date | None = None
    today: date = field(default_factory=date.today)

    @property
    def day(self) -> date:
        """Of which the prices are."""
        return self.first or self.today


def poster_pages(
    products: Sequence[Product], pictures: Mapping[int, ShownPicture], options: PosterOptions
) -> Pages:
    """Lay out ``products``, in their order, each with its picture of ``pictures``.

    Raises:
        KnownError: the headline or the line at the foot is too long to be read.
    """
    for words, most in ((options.headline, HEADLINE), (options.foot, FOOT)):
        if (problem := too_long(words, most)) is not None:
            raise KnownError(problem.text, **problem.values)
    typefaces = Typefaces(paths.resources() / "fonts")
    goods = [goods_of(one, options.day, options.language, pictures[one.id]) for one in products]
    cut: list[str] = []
    pages = [
        _page(goods[begin : begin + MOST], options, typefaces, cut) for begin in range(0, len(goods), MOST)
    ]
    own = f"{options.headline}{options.foot}"
    notes = notes_on(goods, cut, typefaces, lambda one: (*one.titles, own))
    return Pages(tuple(pages), options.size, (*notes, *_short_sales(goods, options)))


def too_long(words: str, most: int) -> Sentence | None:
    """That ``words`` have more than ``most`` signs; None if they have not."""
    signs = len(plain_line(words))
    if signs <= most:
        return None
    told = message("core", "{most} signs can be read there, and these are {signs}: write less.")
    return Sentence(told, {"most": most, "signs": signs})


def _page(goods: Sequence[Goods], options: PosterOptions, typefaces: Typefaces, cut: list[str]) -> Page:
    size, template, drawing = options.size, options.template, Drawing(typefaces)
    drawing.box(0.0, 0.0, size.width, size.height, template.ground)
    margin = max(_MARGIN * size.width, 0.0 if size.is_screen else _LEAST_MARGIN)
    inner = Place(0.0, 0.0, size.width, size.height).inset(margin)
    small = max(0.024 * size.width, LEAST)
    foot = plain_line(options.foot)
    if foot:
        look = Look(ink=template.on_ground, side=Side.MIDDLE)
        drawing.line(foot, size.width / 2, inner.bottom, inner.width, small, LEAST / 2, look)
        inner = Place(inner.x, inner.y, inner.width, inner.height - LINE * small - 0.5 * margin)
    headline = plain_line(options.headline)
    head = Head(
        (headline,) if headline else template.headline.lines(options.language),
        days_said(options.first, options.last).lines(options.language),
    )
    if len(goods) == 1:
        if draw_one(drawing, goods[0], inner, head, template):
            cut.append(goods[0].product.sku)
    else:
        cut.extend(draw_several(drawing, goods, inner, head, template))
    return Page(size.width, size.height, tuple(drawing.marks))


def _short_sales(goods: Sequence[Goods], options: PosterOptions) -> list[Sentence]:
    """Whose lower price ends before the poster does."""
    if options.last is None:
        return []
    skus = [one.product.sku for one in goods if one.facts.was and one.product.sale.is_over(options.last)]
    text = message("core", "The lower price ends before the poster's last day ({count}): {skus}.")
    return [Sentence(text, {"count": len(skus), "skus": ", ".join(skus)})] if skus else []
