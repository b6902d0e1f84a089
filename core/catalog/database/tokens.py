"""Text as the full-text index sees it. Registered as SQL functions, so that triggers can call them.

SQLite's ``unicode61`` tokenizer takes a run of Chinese characters for one long word, so that 苹果 is not
found in 红苹果汁. Here every character of a script that is written without spaces becomes a word of its
own; a search for several in a row is then a search for a phrase, of any length. See
docs/decisions/0003-catalog.md for what else was weighed.
"""

import re
import unicodedata

from core.unspaced import UNSPACED_CHARACTER

_NOT_IN_A_KEY = re.compile(r"[^\w]|_")
_LOOKALIKES = str.maketrans("oil", "011")


def words(text: str | None) -> str:
    """``text`` with full-width forms folded (NFKC) and every character of unspaced scripts set apart."""
    if not text:
        return ""
    if text.isascii():
        return text
    return UNSPACED_CHARACTER.sub(r" \1 ", unicodedata.normalize("NFKC", text))


def sku_key(sku: str | None) -> str:
    """A SKU as people mistype it: no separators, no case, O for 0 and I or l for 1."""
    folded = unicodedata.normalize("NFKC", sku or "").casefold()
    return _NOT_IN_A_KEY.sub("", folded).translate(_LOOKALIKES)
