"""Prices as merchants write them, to whole smallest units of a currency and back; exact throughout."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from core.errors import KnownError
from core.messages import message

DecimalSign = Literal[".", ","]

# ISO 4217, amendment 176: currencies that do not divide into a hundred parts.
WITHOUT_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())  # noqa: SIM905
THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())  # noqa: SIM905
_TWO_DECIMALS = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
    CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
    HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON
    RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
    TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG
"""
CURRENCIES = WITHOUT_DECIMALS | THREE_DECIMALS | frozenset(_TWO_DECIMALS.split())
_SYMBOLS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "원": "KRW", "₽": "RUB", "zł": "PLN", "₺": "TRY",
    "₴": "UAH", "₫": "VND", "฿": "THB", "₪": "ILS", "r$": "BRL", "us$": "USD", "fr.": "CHF", "kč": "CZK",
    "元": "CNY", "人民币": "CNY", "円": "JPY",
}  # fmt: skip
# These stand for several currencies: the shop's own is meant.
_AMBIGUOUS = frozenset({"$", "¥", "￥", "kr", "kr.", ":-", ",-", ""})
_AMOUNT = re.compile(r"[.,]?[0-9](?:[.,'’\s]?[0-9])*")
_GROUP_SIGN = r"[.,']"
# Thousands, also as in India (12,34,567), with one kind of sign.
_GROUPED = re.compile(rf"\d*|\d{{1,3}}(?P<sign>{_GROUP_SIGN})(?:\d{{2,3}}(?P=sign))*\d{{3}}", re.ASCII)
_LARGEST = 10**15


def decimals(currency: str) -> int:
    """How many decimals the currency has; 2 if it is not known."""
    if currency in WITHOUT_DECIMALS:
        return 0
    return 3 if currency in THREE_DECIMALS else 2


def parse_money(text: str, currency: str = "", decimal_sign: DecimalSign | None = None) -> tuple[int, str]:
    """A price such as ``1.234,50 kr``, ``$1,234.50``, ``12.5 EUR`` or ``¥1200``.

    Args:
        currency: what it is in if it does not say so itself ("" if that is not known).
        decimal_sign: the table's, where it is known; it settles ``1.234``, otherwise taken for thousands.

    Returns:
        The amount in the currency's smallest unit, and the currency.

    Raises:
        KnownError: it is no amount, is below zero, or has more decimals than its currency.
    """
    amount, mark = _split(text)
    found = _currency(mark, currency)
    if amount is None or found is None:
        raise KnownError(
            message("core", "“{price}” is no price: write it like 12.50."), price=text.strip()[:40]
        )
    plain = _plain(amount, decimal_sign, decimals(found))
    if plain is None:
        raise _no_price(text)
    number = Decimal(plain)
    minor = number.scaleb(decimals(found))
    if minor != minor.to_integral_value():
        raise KnownError(
            message("core", "The price “{price}” has more decimals than its currency: round it."),
            price=text.strip()[:40],
        )
    if minor > _LARGEST:
        raise KnownError(
            message("core", "The price “{price}” cannot be right: correct it."), price=text.strip()[:40]
        )
    return int(minor), found


def parse_currency(text: str, default: str = "") -> str:
    """The ISO 4217 code of a code or sign; ``default`` where a sign stands for several, or nothing is said.

    Raises:
        KnownError: it is no currency.
    """
    found = _currency(text.strip(), default)
    if found is None:
        raise KnownError(
            message("core", "“{currency}” is no currency: write its three letters, like EUR."),
            currency=text.strip()[:20],
        )
    return found


def format_money(minor: int, currency: str) -> str:
    """The amount as tables hold it: ``1234.50``, a decimal point and nothing else."""
    return f"{Decimal(minor).scaleb(-decimals(currency)):f}"


def guess_decimal_sign(texts: Iterable[str]) -> DecimalSign | None:
    """The decimal sign that a column of prices shows beyond doubt; None if none does."""
    for text in texts:
        amount, _ = _split(text)
        sign = _evident_sign(amount) if amount else None
        if sign is not None:
            return sign
    return None


def _no_price(text: str) -> KnownError:
    return KnownError(message("core", "“{price}” is no price: write it like 12.50."), price=text.strip()[:40])


def _split(text: str) -> tuple[str | None, str]:
    """The digits with their separators, and what stands around them; None if there is no single amount."""
    stripped = text.strip().replace("\u2212", "-")
    if stripped.endswith((":-", ",-", ".-")):
        stripped = stripped[:-2]
    match = _AMOUNT.search(stripped)
    if match is None or "-" in stripped:
        return None, ""
    around = (stripped[: match.start()] + " " + stripped[match.end() :]).strip()
    if any(character.isdigit() for character in around):
        return None, ""
    return re.sub(r"[\s’]", "'", match[0]), " ".join(around.split())


def _currency(mark: str, default: str) -> str | None:
    if mark.upper() in CURRENCIES:
        return mark.upper()
    lowered = mark.casefold()
    if lowered in _AMBIGUOUS:
        return default
    if lowered in _SYMBOLS:
        return _SYMBOLS[lowered]
    parts = lowered.split()
    if len(parts) == 2:  # a sign and a code: "$ 5 USD"
        codes = [part.upper() for part in parts if part.upper() in CURRENCIES]
        return codes[0] if len(codes) == 1 else None
    return None


def _plain(amount: str, decimal_sign: DecimalSign | None, places: int) -> str | None:
    """``amount`` with a point for its decimal sign and nothing between thousands; None if it is no number.

    What the amount itself shows counts first, then ``decimal_sign``; a lone sign before three digits is
    otherwise one between thousands, unless the currency has three decimals.
    """
    sign = _evident_sign(amount) or decimal_sign or _lone_sign(amount, decimal=places == 3)
    whole, _, fraction = amount.rpartition(sign) if sign and sign in amount else (amount, "", "")
    if not _GROUPED.fullmatch(whole) or not re.fullmatch(r"\d*", fraction):
        return None
    return f"{re.sub(_GROUP_SIGN, '', whole)}.{fraction}0"


def _evident_sign(amount: str) -> DecimalSign | None:
    """The decimal sign that ``amount`` can only have; None if it has none or may mean two things."""
    signs = re.sub(r"[^.,]", "", amount)
    if not signs:
        return None
    last: DecimalSign = "." if signs[-1] == "." else ","
    if len(signs) == 1:
        tail = len(amount) - amount.index(last) - 1
        return last if tail != 3 or amount.startswith(("0", last)) else None
    if signs.count(last) > 1:
        return "," if last == "." else "."
    return last


def _lone_sign(amount: str, *, decimal: bool) -> DecimalSign:
    point = "." in amount
    return "." if point is decimal else ","
