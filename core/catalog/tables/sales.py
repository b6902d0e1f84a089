"""Sale prices in a table: a reduced price with its days, or the price that there was before."""

from collections.abc import Callable, Mapping

from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.sale_price import NO_SALE, Sale, read_day

Price = tuple[int | None, str]
"""In the currency's smallest unit, and the currency."""


def sale_of(
    values: Mapping[str, str],
    price: Price | None,
    read_price: Callable[[str], Price | None],
    notes: list[Sentence],
) -> tuple[Price | None, Sale | None]:
    """The regular price and the sale that a row tells; None for what it does not tell.

    ``sale_price`` is below the regular one, ``price_before`` above that which ``price`` says. A sale that is
    no cheaper is none; one whose days cannot be read is left out with a note, for nobody knows when it ends.

    Args:
        price: what ``price`` says.
    """
    before = _read(values.get("price_before"), read_price, notes)
    if "price_before" in values:
        if before and price and None not in (before[0], price[0]) and before[1] == price[1]:
            was, now = before[0] or 0, price[0] or 0
            if was > now:
                return before, Sale(now)
        return price, NO_SALE
    if "sale_price" not in values:
        return price, None
    reduced = _read(values["sale_price"], read_price, notes)
    if reduced is None or reduced[0] is None:
        return price, NO_SALE if not values["sale_price"] else None
    if price is not None and price[0] is not None and reduced[0] >= price[0]:
        if reduced[0] > price[0]:
            dearer = message("core", "The sale price {sale} was left out: it is above the price {price}.")
            notes.append(Sentence(dearer, {"sale": values["sale_price"][:40], "price": values["price"][:40]}))
        return price, NO_SALE
    days = [values.get(name, "") for name in ("sale_starts", "sale_ends")]
    starts, ends = (read_day(text) for text in days)
    if starts is None or ends is None:
        unread = days[0] if starts is None else days[1]
        no_day = message("core", "The sale price was left out: “{day}” is no day; write 2026-06-30.")
        notes.append(Sentence(no_day, {"day": unread[:40]}))
        return price, NO_SALE
    return price, Sale(reduced[0], starts, ends)


def _read(text: str | None, read_price: Callable[[str], Price | None], notes: list[Sentence]) -> Price | None:
    if not text:
        return None
    try:
        return read_price(text)
    except KnownError as error:
        notes.append(error.sentence)
        return None
