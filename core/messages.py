"""Sentences for the user that core writes in English and a client shows in the user's language.

Core knows no translator. It marks each sentence with :func:`message`, so that the extraction tool finds
it, and sends it on with its values still apart, so that a client can translate the template first and
fill the values in afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal


def message(context: Literal["core", "cli"], text: str) -> str:
    """Mark ``text`` as a template that is shown to the user, and return it unchanged.

    ``context`` is the translation context: core's own, or the command line's. Only literal strings and
    no keyword arguments here: the extraction tool reads the source, it does not run it.
    """
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for the user: an English template in :meth:`str.format` style, and its values."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language; ``translate`` maps a template to its translation.

        A value that is itself a :class:`Sentence` is translated too.
        """
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.text).format(**values)
