"""Scripts that are written without spaces between words."""

import re

# Han, kana, hangul, bopomofo, Yi, Thai, Lao, Khmer, Myanmar, with extensions and compatibility forms.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7af"
    "\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Their characters, as in a regular expression's brackets."""

UNSPACED_CHARACTER = re.compile(f"([{UNSPACED}])")
"""One character of such a script, as a group."""


def is_unspaced(character: str) -> bool:
    """True for a character of a script that is written without spaces between words."""
    return UNSPACED_CHARACTER.fullmatch(character) is not None
