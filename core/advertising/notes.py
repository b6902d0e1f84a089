"""Pages of cards or posters, and what somebody should know before they are hung up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.advertising.goods import Goods
from core.advertising.sizes import PageSize
from core.messages import Sentence, message
from core.paper.page import Page
from core.paper.typefaces import Typefaces
from core.quantities.quantity import NOTHING

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages ready to be written.

    Attributes:
        notes: what is not as somebody would expect.
    """

    pages: tuple[Page, ...]
    size: PageSize
    notes: tuple[Sentence, ...]


def notes_on(
    goods: Sequence[Goods], cut: Iterable[str], typefaces: Typefaces, texts: Callable[[Goods], Iterable[str]]
) -> tuple[Sentence, ...]:
    """What is to be told, each with the products that it is about.

    Args:
        cut: numbers of the products whose title had to be shortened.
        texts: the words of a product that stand on the pages.
    """
    shortened = set(cut)
    about: list[tuple[str, Callable[[Goods], bool]]] = [
        (
            message("core", "Without a picture that customers may be shown ({count}): {skus}."),
            lambda one: one.picture.image is None,
        ),
        (message("core", "Without a price ({count}): {skus}."), lambda one: not one.facts.price),
        (
            message("core", "Prices without a currency ({count}): {skus}. Say which one the shop's is."),
            lambda one: bool(one.facts.price) and not one.product.currency,
        ),
        (
            message("core", "Out of stock ({count}): {skus}."),
            lambda one: one.product.stock is not None and one.product.stock <= NOTHING,
        ),
        (
            message("core", "The title is shortened ({count}): {skus}."),
            lambda one: one.product.sku in shortened,
        ),
        (
            message(
                "core",
                "Some letters are not in the program's typeface, and boxes stand for them ({count}): {skus}.",
            ),
            lambda one: bool(typefaces.missing("".join(texts(one)))),
        ),
    ]
    found = []
    for text, concerns in about:
        skus = [one.product.sku for one in goods if concerns(one)]
        if skus:
            listed = ", ".join(skus[:_NAMED]) + (", …" if len(skus) > _NAMED else "")
            found.append(Sentence(text, {"count": len(skus), "skus": listed}))
    return tuple(found)
