"""A product's price, stock and place as one line of the terminal."""

from core.catalog.money import format_money
from core.messages import message
from desktop_app.console.console import Console


def product_facts(console: Console, price_minor: int | None, currency: str, stock: int, location: str) -> str:
    """Like ``12.50 EUR · 7 in stock · A3-4``; what is not known is left out."""
    price = "" if price_minor is None else f"{format_money(price_minor, currency)} {currency}".strip()
    amount = (
        console.format(message("cli", "{count} in stock"), count=stock)
        if stock > 0
        else console.format(message("cli", "out of stock"))
    )
    return " · ".join(part for part in (price, amount, location) if part)
