"""Which currency a sign, a code or a word beside an amount means.

The signs are those that Unicode's locale data has in any language (see ``cldr.py``). Below are only those
that merchants write and that data lacks: older ones, abbreviated words, the names without an amount.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from core.catalog.currencies.cldr import SIGNS
from core.catalog.currencies.iso import CURRENCIES
from core.errors import KnownError
from core.messages import message

_ALSO: Mapping[str, str] = {
    "AED": "dh dhs dirham", "BGN": "lev лева", "BOB": "b$", "BRL": "reais", "BYN": "руб р",
    "CHF": "fr sfr franken", "CNY": "rmb 人民币 圆 块 yuan", "EUR": "euro euros евро ユーロ 欧元 歐元",
    "GHS": "₵", "HKD": "元 圓 港元", "JPY": "円 圓 日元 yen", "KES": "kshs", "KRW": "원 won",
    "KZT": "тг тенге", "MAD": "dh dhs dirham", "MDL": "lei leu", "PLN": "zl zlotych złotych złoty",
    "PYG": "₲", "RON": "lei leu", "RUB": "руб р рублей рублях", "TRY": "tl", "TWD": "元 圓 新台币 新臺幣",
    "UAH": "грн гривнях", "USD": "美元 美金", "VND": "đ vnđ", "XAF": "cfa f", "XOF": "cfa fcfa f",
}  # fmt: skip
_NONE = frozenset({"", "-", "-.", ".-", ",-", ":-"})


@lru_cache(maxsize=512)
def read_mark(mark: str, default: str = "") -> str:
    """The ISO 4217 code that ``mark`` means: a sign, a code, both, or nothing.

    Args:
        default: the shop's currency, "" if it has none yet; it settles a sign that several countries share.

    Returns:
        The code; ``default`` where nothing is said, "" where nobody can say which of several is meant.

    Raises:
        KnownError: it is no currency, or a sign of several, none of them the shop's.
    """
    words = _folded(mark).split()
    if all(word in _NONE for word in words):
        return default
    codes = {word.upper() for word in words if word.upper() in CURRENCIES}
    if len(codes) == 1:  # "$ 5 USD"
        return codes.pop()
    meant = _by_sign().get("".join(words), frozenset()) if not codes else frozenset()
    if default in meant:
        return default
    if not meant:
        raise KnownError(
            message("core", "“{currency}” is no currency: write its three letters, like EUR."),
            currency=mark.strip()[:20],
        )
    if len(meant) == 1:
        return next(iter(meant))
    if default:
        raise KnownError(
            message(
                "core",
                "“{sign}” may be {currencies}, and the shop's currency is {own}: write the three letters of "
                "the one that is meant.",
            ),
            sign=mark.strip()[:20],
            currencies=", ".join(sorted(meant)[:8]),
            own=default,
        )
    return ""


def is_mark(text: str) -> bool:
    """Whether ``text`` is the code, a sign or a word of a currency, be it of several."""
    words = _folded(text).split()
    return bool(words) and (text.strip().upper() in CURRENCIES or "".join(words) in _by_sign())


def signs_of(currency: str) -> tuple[str, ...]:
    """How the currency is signed in the languages of the world, in small letters."""
    return tuple(sign for sign, codes in _by_sign().items() if currency in codes)


@cache
def _by_sign() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in (SIGNS, _ALSO):
        for code, signs in table.items():
            for sign in signs.split():
                if code in CURRENCIES:
                    found.setdefault(_folded(sign), set()).add(code)
    return {sign: frozenset(codes) for sign, codes in found.items()}


def _folded(mark: str) -> str:
    """Small letters, full-width ones as others, without points at a word's end and marks of direction."""
    plain = unicodedata.normalize("NFKC", mark)
    plain = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    return " ".join(word.rstrip(".").casefold() for word in plain.split())
