"""Prices and slogans that are written on a picture of the goods, where market places want none.

Told from what is printed on the package itself they cannot be: a package that says "2 for 1" says it. Signs
of a price alone ("100%", "12:90") are none: packages and shelves are full of them. Prices on a counter photo
are those of the shelf, and not told.
"""

import re

from core.messages import Sentence, message
from core.moderation.writing.seen import Seen

_NUMBER = r"\d{1,3}(?:[., ]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_PRICE = re.compile(
    rf"(?:[¥€£]|(?:us|hk|nt|a|s)?\$|(?<![a-z])(?:rmb|cny|usd|eur|gbp))\s?(?:{_NUMBER})"
    rf"|(?<![\w.,])(?:{_NUMBER})\s?(?:元(?!素)|块钱|€|£|(?:rmb|yuan|usd|eur)(?![a-z]))",
    re.IGNORECASE,
)
_REDUCED = re.compile(
    r"(?<![\w.,])\d{1,2}\s?%\s?off(?![a-z])|(?<![a-z])(?:save|off)\s?(?:up\s?to\s?)?\d{1,2}\s?%"
    r"|[1-9](?:\.\d)?\s?折(?!叠|扣券)|满\s?\d+\s?(?:元)?\s?(?:减|送)\s?\d*|立减\s?\d+|直降\s?\d+",
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r"包邮|特价|秒杀|限时|抢购|促销|清仓|甩卖|买一送一|亏本|跳楼价|爆款|热卖|全场|亏本价|厂家直销|假一赔十"
    r"|(?<![a-z])(?:free\s?(?:shipping|delivery)|(?:hot|big|flash|summer|winter)\s?sale|on\s?sale(?![a-z])"
    r"|buy\s?(?:one|1)\s?get\s?(?:one|1)|special\s?offer|limited\s?(?:time|offer)|best\s?(?:price|seller|selling)"
    r"|lowest\s?price|clearance|order\s?now|money\s?back)",
    re.IGNORECASE,
)


def offers_in(text: str) -> list[Seen]:
    """Every price and slogan in a row of writing."""
    prices = [
        Seen(0.75, Sentence(message("core", "A price: {written}."), {"written": match[0].strip()}))
        for match in _PRICE.finditer(text)
    ]
    return [*prices, *slogans_in(text)]


def slogans_in(text: str) -> list[Seen]:
    """Every slogan in a row of writing."""
    return [
        Seen(score, Sentence(message("core", "A slogan: {written}."), {"written": match[0].strip()}))
        for pattern, score in ((_REDUCED, 0.9), (_SLOGAN, 0.8))
        for match in pattern.finditer(text)
    ]
