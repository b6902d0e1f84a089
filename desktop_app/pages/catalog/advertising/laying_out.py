"""Cards or a poster of chosen products, and what is told of the words on it; the pictures are found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.advertising.cards.pages import CardOptions, card_pages
from core.advertising.claims import forbidden_in
from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.shown_picture import ShownPicture, shown_pictures
from core.advertising.sizes import PageSize
from core.catalog.products.products import products_by_ids
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.page import Page
from core.progress import ReportProgress
from core.shop.shop import Shop

MOST = 60
"""Products at a time; more is a catalog, not a poster."""


@dataclass(frozen=True, slots=True)
class Advertised:
    """Pages that were laid out.

    Attributes:
        notes: what somebody should know; words that may not stand on it first.
        forbidden: how many of the notes are about such words.
        pictures: of the products by their keys, for the next time.
    """

    pages: tuple[Page, ...]
    size: PageSize
    notes: tuple[Sentence, ...]
    forbidden: int
    pictures: Mapping[int, ShownPicture]


def advertised(
    shop: Shop,
    product_ids: Sequence[int],
    options: CardOptions | PosterOptions,
    own_words: Sequence[str],
    pictures: Mapping[int, ShownPicture],
    progress: ReportProgress,
) -> Advertised:
    """Lay out the products; those whose picture is not among ``pictures`` are cut out first.

    Raises:
        KnownError: there are too many.
        Cancelled: ``progress`` asked to stop.
    """
    if len(product_ids) > MOST:
        raise KnownError(
            message("core", "These are more than {count} products: choose fewer for cards or a poster."),
            count=MOST,
        )
    products = products_by_ids(shop.catalog, product_ids)
    found = forbidden_in(shop.catalog, products, own_words)
    new = shown_pictures(shop, [one for one in products if one.id not in pictures], progress)
    known = {**pictures, **new}
    if isinstance(options, CardOptions):
        made = card_pages(products, known, options)
    else:
        made = poster_pages(products, known, options)
    return Advertised(made.pages, made.size, (*found, *made.notes), len(found), known)
