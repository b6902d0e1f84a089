"""What stands on one product's label: its words and its code, before anybody knows how large they are."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from core.catalog.currencies.shown import MoneyStyle, shown_amount
from core.catalog.products.products import Product
from core.paper.symbols import Symbol, symbol_of
from core.plain_text import plain_line
from core.quantities.sale_price import price_on
from core.quantities.units import Unit, sign


class Part(StrEnum):
    """What a label may say; the title always stands on it."""

    PRICE = "price"
    CODE = "code"
    SKU = "sku"
    SHELF = "shelf"


ALL_PARTS = frozenset(Part)

_COMPARED = {
    Unit.GRAM: (Unit.KILOGRAM, 1000),
    Unit.CENTILITRE: (Unit.LITRE, 100),
    Unit.MILLILITRE: (Unit.LITRE, 1000),
    Unit.CENTIMETRE: (Unit.METRE, 100),
    Unit.MILLIMETRE: (Unit.METRE, 1000),
}
"""Small units are compared by the one that prices are compared by (Directive 98/6/EC, article 2)."""


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """One label's words; "" for what it does not say.

    Attributes:
        was: the regular price, while a sale is on.
        compared: the price of a larger unit, ``€24.00 / kg`` where it is sold by the gram.
        symbol: None for a label without a code.
    """

    title: str
    price: str = ""
    was: str = ""
    compared: str = ""
    sku: str = ""
    shelf: str = ""
    symbol: Symbol | None = None


def facts_of(
    product: Product, day: date, parts: frozenset[Part], style: MoneyStyle | None, *, chinese: bool
) -> LabelFacts:
    """What a label of ``product`` says on ``day``.

    Args:
        style: how prices are written; None for what is usual for their currency.
        chinese: whether units are named in Chinese.
    """
    symbol = symbol_of(product) if Part.CODE in parts else None
    is_said_by_code = symbol is not None and symbol.is_sku and not symbol.is_matrix
    price = was = compared = ""
    minor = price_on(day, product.price_minor, product.sale) if Part.PRICE in parts else None
    if minor is not None:
        behind = _per(product.unit, chinese)
        price = shown_amount(minor, product.currency, style) + behind
        if product.sale.is_on(day) and product.price_minor is not None and product.price_minor != minor:
            was = shown_amount(product.price_minor, product.currency, style)
        if product.unit in _COMPARED:
            unit, times = _COMPARED[product.unit]
            whole = int((Decimal(minor) * times).to_integral_value(ROUND_HALF_UP))
            compared = shown_amount(whole, product.currency, style) + _per(unit, chinese)
    return LabelFacts(
        plain_line(product.title),
        price,
        was,
        compared,
        plain_line(product.sku) if Part.SKU in parts and not is_said_by_code else "",
        plain_line(product.location) if Part.SHELF in parts else "",
        symbol,
    )


def _per(unit: Unit | None, chinese: bool) -> str:
    named = sign(unit, chinese=chinese) if unit is not Unit.PIECE else ""
    return f" / {named}" if named else ""
