"""What a tag may be called, and how a table's cell holds several."""

import re
from collections.abc import Iterable

from core.errors import KnownError
from core.messages import message

_SEPARATORS = re.compile(r"[,;|\n\r]")
_LONGEST = 100


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
    if _SEPARATORS.search(cleaned) or not cleaned.isprintable():
        raise KnownError(
            message(
                "core", "The tag “{tag}” holds a comma, semicolon or bar: those separate tags in tables."
            ),
            tag=cleaned,
        )
    return cleaned


def split_tags(cell: str) -> tuple[str, ...]:
    """The tags in a table's cell, separated by commas, semicolons, bars or lines.

    Raises:
        KnownError: as :func:`clean_tag`.
    """
    return tuple(clean_tag(part) for part in _SEPARATORS.split(cell) if part.strip())


def join_tags(tags: Iterable[str]) -> str:
    """A table's cell of which :func:`split_tags` makes ``tags`` again."""
    return ", ".join(tags)
