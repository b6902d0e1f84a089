"""What a text names: words in a form that survives reading, and amounts ("1 l", "500 g", "3,0 %").

Words lose their case and their accents, which are the first to be misread. A run of Chinese characters gives
each pair of neighbours: 苹果汁 is 苹果 and 果汁, whatever stands around it. Numbers without a unit are no
terms: they are prices of the shelf as often as not.
"""

import re
import unicodedata
from dataclasses import dataclass

from core.unspaced import UNSPACED, is_unspaced

LEAST_LETTERS = 3
"""Shorter words of letters say too little, and are found by chance."""

_RUN = re.compile(f"[{UNSPACED}]+|(?:(?![{UNSPACED}])[^\\W\\d_])+")
_UNITS = {
    "l": ("ml", 1000.0), "liter": ("ml", 1000.0), "litre": ("ml", 1000.0), "升": ("ml", 1000.0),
    "公升": ("ml", 1000.0), "dl": ("ml", 100.0), "cl": ("ml", 10.0), "ml": ("ml", 1.0), "毫升": ("ml", 1.0),
    "kg": ("g", 1000.0), "公斤": ("g", 1000.0), "千克": ("g", 1000.0), "斤": ("g", 500.0), "g": ("g", 1.0),
    "gr": ("g", 1.0), "克": ("g", 1.0), "oz": ("g", 28.35), "lb": ("g", 453.6), "%": ("%", 1.0),
}  # fmt: skip
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_AMOUNT = re.compile(rf"(?<![\d.,])(\d{{1,4}}(?:[.,]\d{{1,3}})?)\s*({_NAMES})(?![a-z])")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of something: ``unit`` is "ml", "g" or "%"."""

    value: float
    unit: str


def folded(text: str) -> str:
    """``text`` without case, accents and typographic forms."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare)


def words_in(text: str) -> dict[str, str]:
    """The words of a text that are worth looking for, folded, and how the text writes each."""
    found: dict[str, str] = {}
    for run in _RUN.findall(unicodedata.normalize("NFC", text)):
        if is_unspaced(run[0]):
            for place in range(max(1, len(run) - 1)):
                found.setdefault(folded(run[place : place + 2]), run[place : place + 2])
        elif len(folded(run)) >= LEAST_LETTERS:
            found.setdefault(folded(run), run)
    return found


def amounts_in(text: str) -> dict[Amount, str]:
    """The amounts of a text, in millilitres, grams and per cent, and how the text writes each."""
    found: dict[Amount, str] = {}
    for match in _AMOUNT.finditer(folded(text)):
        unit, factor = _UNITS[match[2]]
        found.setdefault(Amount(round(float(match[1].replace(",", ".")) * factor, 3), unit), match[0])
    return found


def unbroken(text: str) -> str:
    """``text`` folded and without spaces, which are often lost in reading: what words are looked for in."""
    return "".join(folded(text).split())
