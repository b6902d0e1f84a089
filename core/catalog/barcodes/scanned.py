"""What a scanner hands over, to the number of the product in it.

A scanner may put its name for the kind of code before it (AIM's ``]E0``), and a code may hold more than one
number: GS1-128, GS1 DataBar, GS1 DataMatrix and GS1 QR hold fields, each with an application identifier
(``(01)`` the number of the article, ``(17)`` the day it expires, ``(3103)`` its weight), and a QR code may be
a GS1 Digital Link, which is a web address with the same fields as its path.

Sources: GS1 General Specifications, 3.2 and 7.8 (lengths), GS1 Digital Link URI Syntax, 1.2.
"""

import itertools
import re
from urllib.parse import unquote, urlsplit

from core.catalog.barcodes.gtin import checks, is_digits

_GROUP_SEPARATOR = "\x1d"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_LINK = re.compile(r"https?://", re.IGNORECASE)
_BRACKETED = re.compile(r"\((\d{2,4})\)([^()]+)")
# Lengths by the first two digits of an identifier that has a fixed one, identifier included; the value of all
# others ends at a separator.
_FIXED = {
    "00": 20, "01": 16, "02": 16, "03": 16, "04": 18, "11": 8, "12": 8, "13": 8, "14": 8, "15": 8, "16": 8,
    "17": 8, "18": 8, "19": 8, "20": 4, "31": 10, "32": 10, "33": 10, "34": 10, "35": 10, "36": 10, "41": 16,
}  # fmt: skip
_FOUR_DIGITS = frozenset({"31", "32", "33", "34", "35", "36", "39", "70", "80", "81", "82", "43"})
_THREE_DIGITS = frozenset({"23", "24", "25", "40", "41", "42", "71"})
_GTIN, _CONTENT = "01", "02"
_LINK_KEYS = {"01": _GTIN, "gtin": _GTIN}


def number_in_scan(text: str) -> str | None:
    """The number of the article in what was scanned, as it stands there; None if it holds no such field.

    A plain number comes back as it is when a scanner's name for its kind stood before it.
    """
    named = _AIM.match(text) if text[:1] == "]" else None
    rest = text[named.end() :] if named else text
    found = fields(rest) or _link_fields(rest)
    number = found.get(_GTIN) or found.get(_CONTENT)
    return number or (rest if named else None)


def fields(text: str) -> dict[str, str]:
    """The fields of a GS1 element string by their identifiers, with brackets or without; empty if it is none.

    Without brackets it must begin with the article's number and a right check digit, or with a separator:
    any other run of digits would be cut up by chance.
    """
    if text.startswith("("):
        found = {identifier: value.strip() for identifier, value in _BRACKETED.findall(text)}
        whole = "".join(f"({identifier}){value}" for identifier, value in found.items())
        return _checked(found) if whole == re.sub(r"\s+", "", text) else {}
    begins = text[:2] in (_GTIN, _CONTENT) and is_digits(text[:16]) and len(text) >= 16
    if not begins and not text.startswith(_GROUP_SEPARATOR):
        return {}
    return _checked(_cut(text))


def _cut(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    rest = text.lstrip(_GROUP_SEPARATOR)
    while rest:
        key = rest[:2]
        identifier = rest[: 4 if key in _FOUR_DIGITS else 3 if key in _THREE_DIGITS else 2]
        end = _FIXED.get(key) or (rest + _GROUP_SEPARATOR).index(_GROUP_SEPARATOR)
        if not is_digits(identifier) or len(rest) < end or len(identifier) >= end:
            return {}
        found[identifier] = rest[len(identifier) : end]
        rest = rest[end:].lstrip(_GROUP_SEPARATOR)
    return found


def _link_fields(text: str) -> dict[str, str]:
    """The same of a GS1 Digital Link: the number is the part of its path after ``01`` (once ``gtin``)."""
    if "://" not in text or not _LINK.match(text):
        return {}
    try:
        parts = [unquote(part) for part in urlsplit(text).path.split("/")]
    except ValueError:  # what looks like an address of IPv6, and is none
        return {}
    for key, value in itertools.pairwise(parts):
        if key.lower() in _LINK_KEYS and is_digits(value) and len(value) in (8, 12, 13, 14):
            return _checked({_GTIN: value.zfill(14)})
    return {}


def _checked(found: dict[str, str]) -> dict[str, str]:
    """``found`` if its numbers of articles have fourteen digits and check."""
    numbers = [found[key] for key in (_GTIN, _CONTENT) if key in found]
    return found if all(len(n) == 14 and is_digits(n) and checks(n) for n in numbers) else {}
