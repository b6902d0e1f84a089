"""Words of the shop's lists that stand on a picture, though letters were misread or spaces lost."""

import hashlib
import re
from collections.abc import Sequence

from core.label.closeness import closeness
from core.label.terms import folded, unbroken
from core.messages import Sentence, message
from core.moderation.writing.seen import Seen
from core.moderation.writing.word_lists import ListedWord
from core.unspaced import is_unspaced

LONG = 9
"""Letters from which on a word may stand inside of others, and one letter in nine of it may be misread."""
_CLOSE = 1 - 1 / LONG
_SURE = 0.95


class Words:
    """Words to look for.

    Chinese ones are looked for as they are: a sign that was misread makes another word. Short words of
    letters must stand for themselves, long ones need not, since spaces are often lost in reading.

    Attributes:
        version: changes with the lists.
    """

    def __init__(self, words: Sequence[ListedWord]) -> None:
        self._words = words
        lists = hashlib.sha256(repr([(one.word, one.harmless, one.source) for one in words]).encode())
        self.version = f"1 {lists.hexdigest()[:16]}"

    def words_in(self, text: str) -> list[Seen]:
        """What is told of the listed words that a row of writing says."""
        return [_seen(one, score) for one, score in self.found_in(text)]

    def found_in(self, text: str) -> list[tuple[ListedWord, float]]:
        """The listed words that stand in a text, each with how sure that is."""
        whole = unbroken(text)
        for_itself = folded(text)
        far = [one for one in self._words if _is_long(one.word)]
        close = closeness([unbroken(one.word) for one in far], [whole])[0] if far else ()
        found = [
            (one, _SURE * float(share)) for one, share in zip(far, close, strict=True) if share >= _CLOSE
        ]
        found.extend(
            (one, _SURE) for one in self._words if not _is_long(one.word) and _stands(one, whole, for_itself)
        )
        return found


def _is_long(word: str) -> bool:
    return not is_unspaced(word[0]) and len(unbroken(word)) >= LONG


def _stands(one: ListedWord, whole: str, for_itself: str) -> bool:
    if is_unspaced(one.word[0]):
        word = unbroken(one.word)
        for harmless in one.harmless:
            whole = whole.replace(unbroken(harmless), " ")
        return word in whole
    words = r"[\W_]+".join(map(re.escape, re.split(r"[\W_]+", folded(one.word))))
    return re.search(rf"(?<!\w){words}(?!\w)", for_itself) is not None


def _seen(one: ListedWord, score: float) -> Seen:
    text = message("core", "It says “{word}” ({source}).")
    return Seen(score, Sentence(text, {"word": one.word, "source": one.source_sentence}))
