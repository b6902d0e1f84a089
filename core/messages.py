"""Sentences for the user that core writes in English and a client shows in the user's language.

Core knows no translator. It marks each sentence with :func:`message`, so that the extraction tool finds
it, and sends it on with its values still apart, so that a client can translate the template first and
fill the values in afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from core.plain_text import plain_line


def message(context: Literal["core", "cli", "phone"], text: str) -> str:
    """Mark ``text`` as a template that is shown to the user, and return it unchanged.

    ``context`` is the translation context: core's own, the command line's, or the phone's. Only literal
    strings and no keyword arguments here: the extraction tool reads the source, it does not run it.
    """
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for the user: an English template in :meth:`str.format` style, and its values."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.translated(str)

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language; ``translate`` maps a template to its translation.

        A value that is itself a :class:`Sentence` is translated too. Names of files, titles and what a
        library said may come from strangers, so texts are shown plain and in one line.
        """
        values = {name: _shown(value, translate) for name, value in self.values.items()}
        return translate(self.text).format(**values)


def _shown(value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, Sentence):
        return value.translated(translate)
    return plain_line(str(value)) if isinstance(value, str | PurePath | BaseException) else value
