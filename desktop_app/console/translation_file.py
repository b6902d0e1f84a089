"""Read a Qt translation source (.ts) without Qt, for the command line.

The window uses the compiled file of the same source, so every sentence is translated once.
"""

from collections.abc import Callable
from pathlib import Path


def read_translations(path: Path) -> dict[tuple[str, str], str]:
    """(context, English text) to translation, for all that is translated; empty where there is no file."""
    from xml.etree import ElementTree as Xml  # English needs none

    try:
        root = Xml.parse(path).getroot()  # noqa: S314  (our own file, shipped with the program)
    except (OSError, Xml.ParseError):
        return {}
    found: dict[tuple[str, str], str] = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                found[name, entry.findtext("source", "")] = translation.text
    return found


def translator(translations: dict[tuple[str, str], str], *contexts: str) -> Callable[[str], str]:
    """A function that translates a template by the first of ``contexts`` that has it, or leaves it."""

    def translate(text: str) -> str:
        return next((translations[c, text] for c in contexts if (c, text) in translations), text)

    return translate
