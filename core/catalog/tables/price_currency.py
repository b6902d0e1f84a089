"""The currency of prices that do not say theirs: what the format of their cells shows, else the shop's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.catalog.currencies.signs import is_mark, read_mark
from core.catalog.tables.mapped_rows import MappedRow
from core.catalog.written_numbers import MarkedNumber
from core.errors import KnownError
from core.messages import Sentence, message


@dataclass(frozen=True, slots=True)
class PriceCurrency:
    """What a price is in whose text has no currency.

    Attributes:
        shop: the currency of prices whose cells show none.
        by_mark: ISO 4217 code by what the formats of the table's cells show.
        notes: what a person should know of it.
    """

    shop: str
    by_mark: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()

    def of(self, price: str) -> str:
        """ISO 4217 code; "" if nobody knows it."""
        return self.by_mark.get(price.mark, self.shop) if isinstance(price, MarkedNumber) else self.shop


def price_currency(rows: Iterable[MappedRow], shop: str) -> PriceCurrency:
    """What the prices of a table are in.

    Args:
        shop: the shop's currency, "" if it has none yet.
    """
    prices = (row.values.get("price", "") for row in rows if not row.values.get("currency"))
    marks = dict.fromkeys(price.mark for price in prices if isinstance(price, MarkedNumber))
    by_mark: dict[str, str] = {}
    notes: list[Sentence] = []
    for mark in marks:
        sign = mark.partition("/")[0].strip()
        if not is_mark(sign):
            continue
        try:
            by_mark[mark] = read_mark(sign, shop)
        except KnownError as error:  # a sign of several currencies, none of them the shop's
            own = message("core", "Prices whose cells show “{sign}” are read as {own}. {reason}")
            notes.append(Sentence(own, {"sign": sign, "own": shop, "reason": error.sentence}))
    for code in dict.fromkeys(by_mark.values()):
        if code and code != shop:
            shown = message("core", "Prices are in {currency} where the format of their cells shows it.")
            notes.append(Sentence(shown, {"currency": code}))
    return PriceCurrency(shop, by_mark, tuple(notes))
