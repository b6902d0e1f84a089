"""What the program can say of a picture, and the words in English and Chinese that people look for it by.

A term is a colour, a pattern, a material or a kind of goods. The table of them lies among the program's
resources (resources/words/seen.txt), so that whoever knows another word adds it there. How a term is told on
a picture is not known here: core/describe.
"""

import functools
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from core.paths import resources


class Sort(StrEnum):
    """What a term is about."""

    COLOUR = "colour"
    PATTERN = "pattern"
    MATERIAL = "material"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that can be said of a picture.

    Attributes:
        key: what the catalog calls it, ``colour:red``.
        english, chinese: words for it, the one for tags first.
        told_by: of a colour its shades, ``e01b24``; of kinds and materials ImageNet's classes; of a pattern
            its name.
        also: keys of what else it is: a banana is fruit.
    """

    key: str
    sort: Sort
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    told_by: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.english, *self.chinese)

    def name(self, language: str) -> str:
        """What it is called in ``en`` or ``zh_CN``."""
        return self.chinese[0] if language.startswith("zh") else self.english[0]


@functools.cache
def vocabulary() -> dict[str, Term]:
    """Every term by its key, in the order of the table."""
    terms: dict[str, Term] = {}
    for line in _table().splitlines():
        if line and not line.startswith("#"):
            sort, english, chinese, told_by, also = (cell.strip() for cell in f"{line} |".split("|")[:5])
            own = _listed(english)
            parents = [_key_of(terms, name, Sort(sort)) for name in _listed(also)]
            key = f"{sort}:{own[0]}"
            terms[key] = Term(
                key, Sort(sort), own, _listed(chinese), tuple(told_by.split()), tuple(dict.fromkeys(parents))
            )
    return terms


@functools.cache
def vocabulary_version() -> str:
    """Another one tells that what was said of pictures before may be said otherwise now."""
    return hashlib.sha256(_table().encode()).hexdigest()[:8]


def terms_of(sort: Sort) -> list[Term]:
    """The terms of one sort."""
    return [term for term in vocabulary().values() if term.sort is sort]


def _table() -> str:
    return (resources() / "words" / "seen.txt").read_text(encoding="utf-8")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def _key_of(terms: dict[str, Term], name: str, sort: Sort) -> str:
    """The key of a term that the table named before."""
    key = f"{sort}:{name}"
    if key not in terms:
        raise ValueError(f"seen.txt: {key} does not stand above what names it")
    return key
