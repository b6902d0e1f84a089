"""Words that name goods which the shop never sells, as they are read on pictures or stand in the catalog."""

from core.catalog.database.catalog import Catalog
from core.catalog.moderation.never_sell import never_sell_words
from core.messages import Sentence, message
from core.moderation.writing.forbidden_words import Words
from core.moderation.writing.seen import Seen
from core.moderation.writing.word_lists import SHOP, ListedWord


class NamedGoods:
    """The shop's words, looked for as those of the other lists are.

    Attributes:
        is_empty: whether there are none.
        version: changes with the words.
    """

    def __init__(self, catalog: Catalog) -> None:
        words = never_sell_words(catalog)
        self.is_empty = not words
        self._words = Words([ListedWord("", word, (), SHOP) for word in words])
        self.version = self._words.version

    def words_in(self, text: str) -> list[str]:
        """Those that a text says."""
        return [one.word for one, _score in self._words.found_in(text)]

    def seen(self, text: str) -> list[Seen]:
        """What is told of a row of writing."""
        told = message("core", "“{word}” stands on it: goods that are never sold here.")
        return [Seen(score, Sentence(told, {"word": one.word})) for one, score in self._words.found_in(text)]
