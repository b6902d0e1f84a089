"""What a tag may be called, and how a table's cell holds several."""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.errors import KnownError
from core.messages import Sentence, message

_SEPARATORS = re.compile(r"[,;|\n\r]")
_LONGEST = 255
"""Characters, as in web shops."""
_SPELLING = frozenset("\u200c\u200d")
"""Joiners: no signs of their own, but Persian and many emoji are spelt with them."""


@lru_cache(maxsize=1024)
def clean_tag(name: str) -> str:
    """``name`` with single spaces and none around it.

    Raises:
        KnownError: it is empty, too long, or holds a character that separates tags in tables.
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise KnownError(message("core", "A tag needs a name: enter one."))
    if len(cleaned) > _LONGEST:
        raise KnownError(
            message("core", "The tag “{tag}…” is too long: use at most {most} characters."),
            tag=cleaned[:20],
            most=_LONGEST,
        )
    if _SEPARATORS.search(cleaned):
        raise KnownError(
            message(
                "core", "The tag “{tag}” holds a comma, semicolon or bar: those separate tags in tables."
            ),
            tag=cleaned,
        )
    if not cleaned.isprintable() and not all(
        character.isprintable() or _is_spelling(character) for character in cleaned
    ):
        raise KnownError(
            message("core", "The tag “{tag}” holds a sign that is not seen: type it again."), tag=cleaned
        )
    return cleaned


def _is_spelling(character: str) -> bool:
    return character in _SPELLING or "\U000e0020" <= character <= "\U000e007f"  # flags of regions


def split_tags(cell: str) -> tuple[str, ...]:
    """The tags in a table's cell, separated by commas, semicolons, bars or lines.

    Raises:
        KnownError: as :func:`clean_tag`.
    """
    return tuple(clean_tag(part) for part in _SEPARATORS.split(cell) if part.strip())


@lru_cache(maxsize=1024)
def good_tags(cell: str) -> tuple[tuple[str, ...], tuple[Sentence, ...]]:
    """Those of a cell that may be tags, and why the others may not; where nobody can be asked at once."""
    tags: list[str] = []
    refused: list[Sentence] = []
    for part in _SEPARATORS.split(cell):
        if part.strip():
            try:
                tags.append(clean_tag(part))
            except KnownError as error:
                refused.append(error.sentence)
    return tuple(tags), tuple(refused)


def join_tags(tags: Iterable[str]) -> str:
    """A table's cell of which :func:`split_tags` makes ``tags`` again."""
    return ", ".join(tags)
