"""A report's words and figures, in the reader's language."""

from collections.abc import Callable

from core.messages import Sentence

Say = Callable[[Sentence], str]
"""A sentence in the reader's language."""


class Words:
    """Speaks the reader's language: a marked template and its values to plain text."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def __call__(self, template: str, **values: object) -> str:
        """The template with its values, in the reader's language."""
        return self._say(Sentence(template, values))


def share(value: float | None) -> str:
    """A share as per cent; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.1f}%"


def number(value: float | None) -> str:
    """A figure with three places; a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def short(name: str, most: int = 26) -> str:
    """A name cut to what fits beside a plot."""
    name = name or "–"
    return name if len(name) <= most else name[: most - 1] + "…"
