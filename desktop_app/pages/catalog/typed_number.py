"""A number as people write it."""

from decimal import Decimal


def decimal_of(text: str) -> Decimal | None:
    """A number as people write it, ``-12,5`` too; None if it is none, ValueError if it cannot be read."""
    plain = text.strip().replace("\u2212", "-").replace(",", ".").removesuffix("%").strip()
    if not plain:
        return None
    number = Decimal(plain) if plain.lstrip("+-").replace(".", "", 1).isdigit() else Decimal("NaN")
    if not number.is_finite():
        raise ValueError(text)
    return number
