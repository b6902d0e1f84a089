"""A number as people write it."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def decimal_of(text: str) -> Decimal | None:
    """A number as people write it, ``-12,5`` too; None if it is none, ValueError if it cannot be read."""
    plain = text.strip().replace("\u2212", "-").replace(",", ".").removesuffix("%").strip()
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    return Decimal(plain)
