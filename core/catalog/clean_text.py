"""Text as the catalog keeps it, so that every table format can give it back unchanged."""

import unicodedata

from core.plain_text import plain_text


def clean_text(text: str) -> str:
    """``text`` in Unicode's NFC, ``\\n`` for every line end, nothing around it, nothing unseen."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", plain_text(text)).strip()


def clean_line(text: str) -> str:
    """The same in one line, with single spaces."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean_text(text).split())
