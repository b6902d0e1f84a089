"""Cards or a poster of chosen products, and what is told of the words on it; the pictures are found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.advertising.cards.pages import CardOptions, card_pages
from core.advertising.claims import forbidden_in
from core.advertising.posters.occasions import MOST, NONE_NOW, Occasion, products_for
from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.shown_picture import ShownPicture, shown_pictures
from core.advertising.sizes import PageSize
from core.catalog.products.products import Product, products_by_ids
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.page import Page
from core.progress import ReportProgress
from core.shop.shop import Shop

_MOST_TO_CHOOSE = 1000
"""Products in the list that those of a poster are chosen from: nobody reads through more."""
_TOO_LONG = message("core", "There are {count}; the first {most} can be chosen from.")


@dataclass(frozen=True, slots=True)
class Advertised:
    """Pages that were laid out.

    Attributes:
        notes: what somebody should know; words that may not stand on it first.
        products: how many stand on them.
        forbidden: how many of the notes are about such words.
        pictures: of the products by their keys, for the next time.
        titles: of all products to choose among, by their keys, where they are more than fit; else none.
        on_it: the keys of those that stand on it.
    """

    pages: tuple[Page, ...]
    size: PageSize
    notes: tuple[Sentence, ...]
    products: int
    forbidden: int
    pictures: Mapping[int, ShownPicture]
    titles: Mapping[int, str]
    on_it: frozenset[int]


def advertised(
    shop: Shop,
    of: Sequence[int] | Occasion,
    options: CardOptions | PosterOptions,
    own_words: Sequence[str],
    pictures: Mapping[int, ShownPicture],
    marks: Mapping[int, bool] | None,
    progress: ReportProgress,
) -> Advertised:
    """Lay out the products with these keys, or what a poster's occasion is about.

    Those whose picture is not among ``pictures`` are cut out first.

    Args:
        marks: of each product that was offered, whether it was chosen; heard where the same are offered now,
            else the first that fit are taken.

    Raises:
        KnownError: there are far too many, or there is none.
        Cancelled: ``progress`` asked to stop.
    """
    offered, left_out = _offered(shop, of, options)
    is_choice = len(offered) > MOST
    products = offered
    if is_choice and marks is not None and marks.keys() == {one.id for one in offered}:
        products = [one for one in offered if marks[one.id]]
    products = products[:MOST]
    if not products:
        raise KnownError(message("core", "No product is chosen: set a mark at least at one."))
    found = forbidden_in(shop.catalog, products, own_words)
    new = shown_pictures(shop, [one for one in products if one.id not in pictures], progress)
    known = {**pictures, **new}
    if isinstance(options, CardOptions):
        made = card_pages(products, known, options)
    else:
        made = poster_pages(products, known, options)
    titles = {one.id: one.title for one in offered} if is_choice else {}
    return Advertised(
        made.pages,
        made.size,
        (*found, *left_out, *made.notes),
        len(products),
        len(found),
        known,
        titles,
        frozenset(one.id for one in products),
    )


def _offered(
    shop: Shop, of: Sequence[int] | Occasion, options: CardOptions | PosterOptions
) -> tuple[list[Product], Sequence[Sentence]]:
    """The products that may stand on it, in their order, and what is said of those that are left out."""
    if isinstance(of, Occasion):
        day = options.day if isinstance(options, PosterOptions) else date.today()
        found = products_for(shop.catalog, of, day)
        if not found:
            raise KnownError(NONE_NOW)
        left_out = Sentence(_TOO_LONG, {"count": len(found), "most": _MOST_TO_CHOOSE})
        return found[:_MOST_TO_CHOOSE], [left_out] if len(found) > _MOST_TO_CHOOSE else []
    if len(of) > _MOST_TO_CHOOSE:
        raise KnownError(
            message("core", "These are more than {count} products: choose fewer for cards or a poster."),
            count=_MOST_TO_CHOOSE,
        )
    return products_by_ids(shop.catalog, of), []
