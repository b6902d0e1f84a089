"""Telephone numbers in a text that was read from a picture.

International ones with their "+" (ITU-T E.164: at most 15 digits), Chinese mobile numbers (eleven digits from
13 to 19), Chinese landlines with their area code, 400 and 800 numbers, American ones in groups; any other
number where the text says that it is one to call. Of digits alone a package has plenty: barcodes, dates and
batches are none.
"""

import re
from collections.abc import Iterator

_LETTERS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
"""Digits are misread as these, between other digits."""
_RUN = re.compile(r"(?<![\w+])(?:\+\s?)?[(\dOoIl|][\dOoIl|\s().–/-]{5,22}[\dOoIl|](?!\w)")
_LEAST_REAL = 0.8
_MOBILE = re.compile(r"(?:(?:\+?86[\s-]?)?1[3-9]\d(?:\d{8}|[\s-]\d{4}[\s-]\d{4}|[\s-]?\d{8}))")
_LANDLINE = re.compile(r"\(?0\d{2,3}(?:\)\s?|[\s–-])\d{3,4}[\s-]?\d{4}")
_FREE = re.compile(r"[48]00(?:[\s–-]\d{3,4}[\s–-]\d{3,4}|\d{7}|[\s–-]\d{7})")
_AMERICAN = re.compile(r"(?:1[\s.-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[.-]\d{4}")
_TO_CALL = re.compile(
    r"(?<![a-z])(?:tele?(?:phone|fon)?|phone|mob(?:ile)?|call(?:\s?us)?|hotline|ring)(?![a-z])"
    r"|电话|手机|热线|拨打|致电|座机|客服",
    re.IGNORECASE,
)


def phone_numbers(text: str) -> Iterator[tuple[str, float]]:
    """Each number, letters in it read as digits, and how sure it is that it is one, 0 to 1."""
    to_call = _TO_CALL.search(text) is not None
    for match in _RUN.finditer(text):
        written = match[0].strip()
        signs = re.sub(r"[\s().–/+-]", "", written)
        real = sum(sign.isdigit() for sign in signs)
        if not signs or real / len(signs) < _LEAST_REAL:
            continue
        number = written.translate(_LETTERS)
        score = _score(number, len(signs), to_call=to_call)
        if score:
            yield number, score


def _score(number: str, digits: int, *, to_call: bool) -> float:
    if number.startswith("+") and 8 <= digits <= 15 and number[1:].lstrip()[:1] not in ("", "0"):
        return 1.0
    if _MOBILE.fullmatch(number):
        return 1.0
    if to_call and 7 <= digits <= 15:
        return 0.95
    if _LANDLINE.fullmatch(number) or _FREE.fullmatch(number):
        return 0.9
    return 0.8 if _AMERICAN.fullmatch(number) else 0.0
