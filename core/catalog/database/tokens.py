"""Text as the full-text index sees it. Registered as SQL functions, so that triggers can call them.

SQLite's ``unicode61`` tokenizer takes a run of Chinese characters for one long word, so that 苹果 is not
found in 红苹果汁. Here every character of a script that is written without spaces becomes a word of its
own; a search for several in a row is then a search for a phrase, of any length. See
docs/decisions/0003-catalog.md for what else was weighed.
"""

import re
import unicodedata

# Han, kana, hangul, bopomofo, Yi, Thai, Lao, Khmer, Myanmar, with extensions and compatibility forms.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7af"
    "\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U000323af"
)
_UNSPACED_CHARACTER = re.compile(f"([{_UNSPACED}])")
_NOT_IN_A_KEY = re.compile(r"[^\w]|_")
_LOOKALIKES = str.maketrans("oil", "011")


def words(text: str | None) -> str:
    """``text`` with full-width forms folded (NFKC) and every character of unspaced scripts set apart."""
    if not text:
        return ""
    if text.isascii():
        return text
    return _UNSPACED_CHARACTER.sub(r" \1 ", unicodedata.normalize("NFKC", text))


def is_unspaced(character: str) -> bool:
    """True for a character of a script that is written without spaces between words."""
    return _UNSPACED_CHARACTER.fullmatch(character) is not None


def sku_key(sku: str | None) -> str:
    """A SKU as people mistype it: no separators, no case, O for 0 and I or l for 1."""
    folded = unicodedata.normalize("NFKC", sku or "").casefold()
    return _NOT_IN_A_KEY.sub("", folded).translate(_LOOKALIKES)
