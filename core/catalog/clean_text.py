"""Text as the catalog keeps it, so that every table format can give it back unchanged."""

import re
import unicodedata

# What XML cannot carry: controls but tab and newline, surrogates, two non-characters.
_NOT_KEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """``text`` in Unicode's NFC, ``\\n`` for every line end, nothing around it and no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NOT_KEPT.sub("", lines)).strip()


def clean_line(text: str) -> str:
    """The same in one line, with single spaces."""
    return " ".join(clean_text(text).split())
