"""A product that was found, for programs; its price, stock and place as one line of the terminal."""

from collections.abc import Sequence
from datetime import date

from core.answer import Result, StoreStock
from core.catalog.money import format_money
from core.catalog.products.products import Product
from core.messages import message
from core.quantities.quantity import is_out
from core.quantities.sale_price import Sale
from core.quantities.units import Unit, has_decimals, sign
from desktop_app.console.console import Console


def product_facts(console: Console, product: Result | Product) -> str:
    """Like ``12.50 EUR · 7.5 kg in stock · A3-4``; a price or place that is not known is left out."""
    price = _cost(console, product.price_minor, product.currency, product.sale)
    stock, unit = product.stock, product.unit
    if stock is None:
        amount = console.format(message("cli", "not counted"))
    elif is_out(stock):
        amount = console.format(message("cli", "out of stock"))
    else:
        amount = console.format(message("cli", "{count} in stock"), count=str(stock))
        if has_decimals(unit):
            words = f"{stock} {sign(unit, chinese=console.is_chinese)}".strip()
            amount = console.format(message("cli", "{amount} in stock"), amount=words)
    return " · ".join(part for part in (price, amount, product.location) if part)


def elsewhere(console: Console, stores: Sequence[StoreStock], unit: Unit | None = None) -> list[str]:
    """Like ``40 in Main Street``, a text for each of the ``stores``."""
    return [
        console.format(
            message("cli", "{amount} in {store}"),
            amount=f"{one.stock} {sign(unit, chinese=console.is_chinese)}".strip(),
            store=one.store,
        )
        for one in stores
    ]


def elsewhere_as_json(stores: Sequence[StoreStock]) -> list[dict[str, object]]:
    """The same for programs."""
    return [{"store": one.store, "stock": one.stock.number} for one in stores]


def result_as_json(result: Result) -> dict[str, object]:
    """One product of an answer as the command line's contract has it."""
    return {
        "sku": result.sku,
        "title": result.title,
        "score": round(result.score, 6),
        "confidence": round(result.confidence, 6),
        "photo": result.photo,
        "price_minor": result.price_minor,
        "currency": result.currency,
        "sale": sale_as_json(result.sale),
        "outside_filter": result.outside_filter,
        "elsewhere": elsewhere_as_json(result.elsewhere),
        "why": [str(sentence) for sentence in result.why],
    }


def sale_as_json(sale: Sale) -> dict[str, object] | None:
    """A price for some days for programs; None where there is none."""
    if sale.minor is None:
        return None
    return {"price_minor": sale.minor, "starts": sale.starts or None, "ends": sale.ends or None}


def _cost(console: Console, price_minor: int | None, currency: str, sale: Sale) -> str:
    """What it costs today, with the regular price behind it while a sale is on."""
    regular = price_text(price_minor, currency)
    if not sale.is_on(date.today()):
        return regular
    reduced = price_text(sale.minor, currency)
    if not sale.ends:
        return f"{reduced} ({regular})"
    until = message("cli", "{reduced} until {day} ({regular})")
    return console.format(until, reduced=reduced, day=sale.ends, regular=regular)


def price_text(minor: int | None, currency: str) -> str:
    """Like ``12.50 EUR``; "" where there is no price."""
    return "" if minor is None else f"{format_money(minor, currency)} {currency}".strip()
