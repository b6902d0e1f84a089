"""Text as the full-text index sees it. Registered as SQL functions, so that triggers can call them.

A text becomes chunks (what stands between spaces and the like), a chunk becomes pieces: a run of letters, a
number, or one character of a script that is written without spaces. So ``Coca-Cola 1,5l 苹果`` is
``coca cola 1.5 l 苹 果``, and behind it the index gets what people may type instead: ``cocacola 1.5l``. What
was weighed beside this is told in docs/decisions/0003-catalog.md and
docs/decisions/0029-search-as-people-type.md.

Whatever is changed here needs a migration that fills the index anew.
"""

import itertools
import re
import unicodedata
from functools import lru_cache

from core.unspaced import UNSPACED, is_unspaced

_NOT_IN_A_KEY = re.compile(r"[^\w]|_")
_LOOKALIKES = str.maketrans("oil", "011")

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4\u0060\u2032\u02b9]")
# Accents, and points and vowel signs that Hebrew and Arabic may leave out; not the signs of Indic vowels, and
# not those that make another kana.
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
# Letters that no normalisation takes apart, as people type them who have not got them; one kana for both.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "œ": "oe", "æ": "ae", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
        "ŋ": "n", "ĸ": "k", "ə": "e", "ґ": "г", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ʻ": "'",
        **{chr(katakana): chr(katakana - 0x60) for katakana in range(0x30A1, 0x30F7)},
    }
)  # fmt: skip
# How German and the Nordic languages write the same letters without them.
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_UNITS = {
    unit: short
    for short, long in {
        "l": "liter liters litre litres litro litros litri litr ltr lt л литр", "ml": "мл",
        "g": "gr gram grams gramm gramme grammes г гр",
        "kg": "kilo kilos kilogram kilograms kilogramm кг", "m": "meter meters metre metres metro metros м",
        "cm": "см", "mm": "мм", "pcs": "pc piece pieces stk stück stuck pcs шт",
    }.items()
    for unit in long.split()
}  # fmt: skip
_MORE_UNITS = "cl dl hl mg lb lbs oz fl ft in w v kwh gb mb kcal"
_SHORT_UNITS = frozenset([*_UNITS.values(), *_MORE_UNITS.split()])
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d{1,3})(?![.,]?\d)")
_COMMA_BEFORE_DIGIT = re.compile(r",\d")
_CHUNK = re.compile(r"[^\s,;:()\[\]{}\"!?|<>=*…、。«»„“”「」『』【】《》]+")
_LETTER = r"(?:[^\W\d_]|[\u0900-\u0dff])"
_PIECE = re.compile(rf"[{UNSPACED}]|\d+(?:\.\d+)?%?|(?:(?![{UNSPACED}]){_LETTER})+(?:(?:\+\+?|#)(?!\w))?")
_SIGN = re.compile(r"[+#%.]")
_SHORT_TEXT = 16
"""Pieces: of a title or a tag neighbours are joined, in case they are one word to others; of a longer text
they are not, for that would double the index."""
_LONGEST_NAME = 40
_LONGEST_JOINED = 40
SPELLINGS = "\x1f"
"""Between the pieces and the other spellings; no word to the index."""


def words(text: str | None) -> str:
    """All that a text is found by: its pieces in their order, then its other spellings."""
    if not text:
        return ""
    return _words_of_name(text) if len(text) <= _LONGEST_NAME else _words(text)


@lru_cache(maxsize=1024)
def _words_of_name(text: str) -> str:
    """Brands, categories and tags are those of many products."""
    return _words(text)


def _words(text: str) -> str:
    found = chunks(text)
    pieces = [piece for chunk in found for piece in chunk]
    spellings = dict.fromkeys(_spellings(text, found, pieces))
    return " ".join([*pieces, SPELLINGS, *spellings] if spellings else pieces)


def chunks(text: str) -> list[list[str]]:
    """The pieces of each chunk of ``text``, folded; chunks without any are left out."""
    folded = fold(text)
    if _COMMA_BEFORE_DIGIT.search(folded) is not None:
        folded = _DECIMAL_COMMA.sub(r"\1.\2", folded)
    found: list[list[str]] = []
    for chunk in _CHUNK.findall(folded):
        if chunk.isascii() and (chunk.isalpha() or chunk.isdigit()):  # as most are
            found.append([chunk])
        elif pieces := _PIECE.findall(chunk):
            found.append(pieces)
    if _UNITS.keys().isdisjoint(itertools.chain.from_iterable(found)):
        return found
    number = False
    for chunk in found:
        for place, piece in enumerate(chunk):
            if number and piece in _UNITS:
                chunk[place] = _UNITS[piece]
            number = piece[0].isdigit()
    return found


def fold(text: str) -> str:
    """``text`` without case, accents, full-width forms and letters that not every keyboard has."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text)).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain)).translate(_LETTERS)
    bare = unicodedata.normalize("NFC", bare)
    return "".join(str(unicodedata.decimal(one, one)) for one in bare)


def joined(pieces: list[str]) -> str:
    """Pieces written as one word; "" if one is of a script without spaces, or it would be too long."""
    one = "".join(pieces)
    is_unfit = len(one) > _LONGEST_JOINED or (not one.isascii() and any(map(is_unspaced, pieces)))
    return "" if is_unfit else one


def is_unit(piece: str) -> bool:
    """Whether a piece behind a number says what it counts."""
    return piece in _SHORT_UNITS


def sku_key(sku: str | None) -> str:
    """A SKU as people mistype it: no separators, no case, O for 0 and I or l for 1."""
    folded = unicodedata.normalize("NFKC", sku or "").casefold()
    return _NOT_IN_A_KEY.sub("", folded).translate(_LOOKALIKES)


def _spellings(text: str, found: list[list[str]], pieces: list[str]) -> list[str]:
    others = [joined(chunk) for chunk in found if len(chunk) > 1]
    if len(pieces) <= _SHORT_TEXT:
        if text.isascii():  # no sign in it is of a script without spaces
            whole = map("".join, found)
            others += [
                one + two for one, two in itertools.pairwise(whole) if len(one) + len(two) <= _LONGEST_JOINED
            ]
        else:
            others += [joined([*one, *two]) for one, two in itertools.pairwise(found)]
    is_signed = _SIGN.search(" ".join(pieces)) is not None
    for piece, following in itertools.zip_longest(pieces, pieces[1:], fillvalue="") if is_signed else ():
        if piece[-1] in "+#%":
            others.append(piece.rstrip("+#%"))
        elif "." in piece and not is_unit(following):
            others += piece.split(".")  # it may have been a list: sizes 36,37
    if not text.isascii():
        plain = unicodedata.normalize("NFC", text).casefold()
        spelt_out = plain.translate(_SPELT_OUT)
        if spelt_out != plain:
            known = set(pieces)
            others += [piece for chunk in chunks(spelt_out) for piece in chunk if piece not in known]
    return [other for other in others if other]
