"""An amount as its country writes it: the sign before or behind the figures, a point or a comma in them.

Where people of several countries pay in it (the euro), both ways of writing are right: whoever shows it may
choose. Source: Unicode's locale data (CLDR) for the language most spoken where the currency is money.
"""

from decimal import Decimal
from enum import StrEnum

from core.catalog.currencies.iso import decimals

SIGNS = {
    "CNY": "¥",
    "JPY": "¥",
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "KRW": "₩",
    "INR": "₹",
    "HKD": "HK$",
}
"""Those that are understood in every language of the program; of others their code is shown."""

_LOCAL_SIGNS = {
    "AUD": "$", "BRL": "R$", "CAD": "$", "CZK": "Kč", "DKK": "kr", "HUF": "Ft", "ISK": "kr", "MXN": "$",
    "NOK": "kr", "NZD": "$", "PLN": "zł", "SEK": "kr", "SGD": "$", "TWD": "$",
}  # fmt: skip
_COMMA = frozenset(
    "ALL AMD ARS AZN BAM BGN BRL BYN CLP COP CZK DKK EUR GEL HUF IDR ISK KZT MAD MDL MKD NOK PLN PYG RON RSD "  # noqa: SIM905
    "RUB SEK TRY UAH UYU UZS VES VND".split()
)
_SIGN_FIRST_WITH_COMMA = frozenset({"ARS", "BRL", "CLP", "COP", "IDR", "PYG", "TRY", "UYU", "VES"})
_NO_BREAK = "\u00a0"


class MoneyStyle(StrEnum):
    """How an amount is written."""

    POINT = "."
    """€12.50"""
    COMMA = ","
    """12,50 €"""


def usual_style(currency: str) -> MoneyStyle:
    """How most of those who pay in it write it."""
    return MoneyStyle.COMMA if currency in _COMMA else MoneyStyle.POINT


def shown_amount(minor: int, currency: str, style: MoneyStyle | None = None) -> str:
    """``1250, "EUR"`` as ``12,50 €``; for people, not for tables."""
    figures = f"{Decimal(minor).scaleb(-decimals(currency)):,f}"
    sign = SIGNS.get(currency) or _LOCAL_SIGNS.get(currency) or currency
    if (style or usual_style(currency)) is MoneyStyle.POINT:
        between = _NO_BREAK if len(sign) > 2 and sign.isalpha() else ""
        return f"{sign}{between}{figures}"
    figures = figures.translate(str.maketrans(",.", ".,"))
    if currency in _SIGN_FIRST_WITH_COMMA:
        return f"{sign}{_NO_BREAK}{figures}"
    return f"{figures}{_NO_BREAK}{sign}".rstrip()
