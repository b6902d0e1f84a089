"""UTF-8 that a program took for Windows' Western code page and saved again: ``KÃ¤se`` for ``Käse``."""

import re

from core.catalog.tables.files.encodings import differing_words
from core.messages import Sentence, message

# The lead bytes of UTF-8 as that code page shows them, with what may follow.
_FOLLOWING = "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d" + (
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_GARBLED = re.compile(rf"[\u00c2-\u00df][{_FOLLOWING}]|[\u00e0-\u00ef][{_FOLLOWING}]{{2}}")
_BYTES = {ord(bytes([byte]).decode("cp1252", "replace")): byte for byte in range(0x80, 0xA0)}
_BYTES.pop(0xFFFD, None)
"""What the code page shows of bytes that are no letters of Latin-1; those that it lacks are themselves."""
_SAMPLE = 200_000


def ungarbled(text: str) -> tuple[str, tuple[Sentence, ...]]:
    """``text`` put right, and what a person should know; as it stands unless all its letters prove it."""
    if text.isascii() or not _GARBLED.search(text[:_SAMPLE]):
        return text, ()
    try:
        right = text.translate(_BYTES).encode("latin_1").decode("utf-8")
    except UnicodeError:
        return text, ()
    before, after = differing_words(text[:_SAMPLE], right[:_SAMPLE])
    mended = message(
        "core", "Another program has garbled the letters; they were put right: “{word}” is “{right}”."
    )
    return right, (Sentence(mended, {"word": before, "right": after}),)
