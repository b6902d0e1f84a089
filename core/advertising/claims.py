"""Words that may not stand on a card or a poster: those of the shop's lists, and goods it never sells.

What hangs in a window is advertising by the same laws as what is written on a photo (core/moderation).
"""

from collections.abc import Iterable

from core.advertising.words import title_of
from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product
from core.errors import KnownError
from core.messages import Sentence, message
from core.moderation.forbidden.named import NamedGoods
from core.moderation.writing.forbidden_words import Words
from core.moderation.writing.word_lists import shop_words
from core.plain_text import plain_line

_SHOWN = 3


def forbidden_in(catalog: Catalog, products: Iterable[Product], own: Iterable[str]) -> list[Sentence]:
    """What is told of the titles of ``products`` and of the ``own`` texts, each sentence once.

    Looked for is every title of a product, whichever language is printed: the other one is printed next.
    """
    words, goods = Words(shop_words(catalog)), NamedGoods(catalog)
    titles = (text for one in products for text in (title_of(one).english, title_of(one).chinese))
    found: dict[str, Sentence] = {}
    for text in filter(None, (*titles, *map(plain_line, own))):
        for told in (*words.words_in(text), *goods.seen(text)):
            sentence = Sentence(message("core", "“{text}”: {told}"), {"text": text, "told": told.text})
            found.setdefault(str(sentence), sentence)
    return list(found.values())


def refuse_forbidden(found: list[Sentence]) -> None:
    """Stop before anything is made if there is any.

    Raises:
        KnownError: there is; it names them.
    """
    if found:
        more = len(found) - _SHOWN
        raise KnownError(
            message(
                "core", "Words that may not stand on it: {words} Change them, or say that they are meant."
            ),
            words=" ".join(map(str, found[:_SHOWN])) + (f" (+{more})" if more > 0 else ""),
        )
