"""Cards or a poster of chosen products, and what is told of the words on it; the pictures are found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.advertising.cards.pages import CardOptions, card_pages
from core.advertising.claims import forbidden_in
from core.advertising.posters.occasions import MOST, Chosen, Occasion, chosen_for
from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.shown_picture import ShownPicture, shown_pictures
from core.advertising.sizes import PageSize
from core.catalog.products.products import products_by_ids
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.page import Page
from core.progress import ReportProgress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Advertised:
    """Pages that were laid out.

    Attributes:
        notes: what somebody should know; words that may not stand on it first.
        products: how many stand on them.
        forbidden: how many of the notes are about such words.
        pictures: of the products by their keys, for the next time.
    """

    pages: tuple[Page, ...]
    size: PageSize
    notes: tuple[Sentence, ...]
    products: int
    forbidden: int
    pictures: Mapping[int, ShownPicture]


def advertised(
    shop: Shop,
    of: Sequence[int] | Occasion,
    options: CardOptions | PosterOptions,
    own_words: Sequence[str],
    pictures: Mapping[int, ShownPicture],
    progress: ReportProgress,
) -> Advertised:
    """Lay out the products with these keys, or what a poster's occasion is about.

    Those whose picture is not among ``pictures`` are cut out first.

    Raises:
        KnownError: there are too many, or there is none.
        Cancelled: ``progress`` asked to stop.
    """
    chosen = _chosen(shop, of, options)
    products = chosen.products
    found = forbidden_in(shop.catalog, products, own_words)
    new = shown_pictures(shop, [one for one in products if one.id not in pictures], progress)
    known = {**pictures, **new}
    if isinstance(options, CardOptions):
        made = card_pages(products, known, options)
    else:
        made = poster_pages(products, known, options)
    notes = (*found, *([chosen.note] if chosen.note else ()), *made.notes)
    return Advertised(made.pages, made.size, notes, len(products), len(found), known)


def _chosen(shop: Shop, of: Sequence[int] | Occasion, options: CardOptions | PosterOptions) -> Chosen:
    if isinstance(of, Occasion):
        return chosen_for(
            shop.catalog, of, options.day if isinstance(options, PosterOptions) else date.today()
        )
    if len(of) > MOST:
        raise KnownError(
            message("core", "These are more than {count} products: choose fewer for cards or a poster."),
            count=MOST,
        )
    return Chosen(products_by_ids(shop.catalog, of), None)
