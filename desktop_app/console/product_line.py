"""A product's price, stock and place as one line of the terminal."""

from core.catalog.money import format_money
from core.messages import message
from core.quantities.quantity import Quantity, is_out
from core.quantities.units import Unit, has_decimals, sign
from desktop_app.console.console import Console


def product_facts(
    console: Console,
    price_minor: int | None,
    currency: str,
    stock: Quantity | None,
    unit: Unit | None,
    location: str,
) -> str:
    """Like ``12.50 EUR · 7.5 kg in stock · A3-4``; a price or place that is not known is left out."""
    price = "" if price_minor is None else f"{format_money(price_minor, currency)} {currency}".strip()
    if stock is None:
        amount = console.format(message("cli", "not counted"))
    elif is_out(stock):
        amount = console.format(message("cli", "out of stock"))
    else:
        amount = console.format(message("cli", "{count} in stock"), count=str(stock))
        if has_decimals(unit):
            words = f"{stock} {sign(unit, chinese=console.is_chinese)}".strip()
            amount = console.format(message("cli", "{amount} in stock"), amount=words)
    return " · ".join(part for part in (price, amount, location) if part)
