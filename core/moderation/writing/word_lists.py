"""Lists of words that should not stand on pictures: those that come with the program, as the shop edits them.

A list a language among the program's resources (resources/words), each word with its source. The shop adds
words of its own and leaves out what it does not want to be told; that is kept in the catalog, so that a later
list of the program's joins it.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.label.terms import unbroken
from core.messages import Sentence, message
from core.paths import resources

LANGUAGES = ("zh", "en")
LONGEST = 60
"""Characters of a word."""
SHOP = "shop"
_SOURCES = {
    "cn-advertising-9-3": message("core", "Advertising Law of China, Article 9 (3)"),
    "cn-superlatives": message("core", "superlatives that market places in China add to those of the law"),
    "cn-advertising-9-1": message("core", "Advertising Law of China, Article 9 (1) and (2)"),
    "cn-medical": message("core", "Advertising Law of China, Article 17, and Food Safety Law, Article 73"),
    "eu-food-disease": message("core", "Regulation (EU) No 1169/2011, Article 7 (3)"),
    "eu-health-claims": message("core", "Regulation (EC) No 1924/2006, Article 12"),
    "eu-unfair-practices": message("core", "Directive 2005/29/EC, Annex I"),
    "eu-green-claims": message("core", "Directive (EU) 2024/825 on environmental claims"),
    SHOP: message("core", "the shop's own list"),
}


@dataclass(frozen=True, slots=True)
class ListedWord:
    """One word.

    Attributes:
        harmless: longer words in which it says something else.
        source: who says so.
    """

    language: str
    word: str
    harmless: tuple[str, ...]
    source: str

    @property
    def source_sentence(self) -> Sentence:
        """The source in words."""
        return Sentence(_SOURCES[self.source])


def shop_words(catalog: Catalog) -> list[ListedWord]:
    """The words that hold in this shop: the program's less those left out, then the shop's own."""
    rows = catalog.db.execute(
        "SELECT language, word, wanted FROM moderation_words ORDER BY language DESC, word"
    ).fetchall()
    left_out = {(language, unbroken(word)) for language, word, wanted in rows if not wanted}
    ours = [
        word
        for language in LANGUAGES
        for word in program_words(language)
        if (language, unbroken(word.word)) not in left_out
    ]
    own = [ListedWord(language, word, (), SHOP) for language, word, wanted in rows if wanted]
    return [*ours, *(word for word in own if word.language in LANGUAGES)]


def add_words(catalog: Catalog, language: str, words: Iterable[str]) -> None:
    """Let words be told from now on.

    Raises:
        KnownError: there is no such language, a word is empty or too long, or the shop can only be read.
    """
    _edit(catalog, language, words, wanted=True)


def leave_out_words(catalog: Catalog, language: str, words: Iterable[str]) -> None:
    """Let words not be told any more; one that is on no list does no harm. Raises as :func:`add_words`."""
    _edit(catalog, language, words, wanted=False)


@functools.cache
def program_words(language: str) -> tuple[ListedWord, ...]:
    """The list of a language that comes with the program."""
    path = resources() / "words" / f"{language}.txt"
    return tuple(_parsed(language, path))


def _parsed(language: str, path: Path) -> Iterable[ListedWord]:
    source = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            source = line.strip("[]")
        elif line and not line.startswith("#"):
            word, _bar, harmless = line.partition("|")
            yield ListedWord(language, word.strip(), tuple(harmless.split()), source)


def _edit(catalog: Catalog, language: str, words: Iterable[str], *, wanted: bool) -> None:
    if language not in LANGUAGES:
        raise KnownError(
            message("core", "There is no list of words in “{language}”: there are {languages}."),
            language=language,
            languages=", ".join(LANGUAGES),
        )
    clean = [clean_line(word) for word in words]
    for word in clean:
        if not len(unbroken(word)) >= 2 or len(word) > LONGEST:
            raise KnownError(
                message("core", "“{word}” cannot be looked for: a word has 2 to {most} characters."),
                word=word,
                most=LONGEST,
            )
    known = {unbroken(one.word) for one in program_words(language)}
    with catalog.transaction() as db:
        same = {
            word
            for (word,) in db.execute("SELECT word FROM moderation_words WHERE language = ?", [language])
            if unbroken(word) in set(map(unbroken, clean))
        }
        db.conn.executemany(
            "DELETE FROM moderation_words WHERE language = ? AND word = ?", [(language, w) for w in same]
        )
        # Only what differs from the program's list is kept.
        db.conn.executemany(
            "INSERT OR REPLACE INTO moderation_words (language, word, wanted) VALUES (?, ?, ?)",
            [(language, word, int(wanted)) for word in clean if (unbroken(word) in known) != wanted],
        )
