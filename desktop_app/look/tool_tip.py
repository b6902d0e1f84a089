"""Tool tips whose words are not ours: shown letter by letter."""

import html

from PySide6.QtCore import Qt


def plain_tip(words: str) -> str:
    """``words`` as a tip that shows each letter.

    Qt takes a tip that looks like HTML for HTML. A product's title with a tag in it would lose the tag, and a
    picture that it names would be fetched, on Windows from another computer too.
    """
    if "<" not in words and "&lt;" not in words:
        return words
    return f'<p style="white-space: pre-wrap">{html.escape(words)}</p>'


def for_role(words: str, role: int) -> str:
    """What a model answers where it says the same in a cell, to a screen reader and as a tip."""
    return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
