"""The shop's currency: what prices are in that say none, and what signs mean that several countries share."""

from core.catalog.currencies.iso import CURRENCIES, decimals
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message

_UNKNOWN_DECIMALS = decimals("")


def shop_currency(catalog: Catalog) -> str:
    """ISO 4217 code; "" as long as none was chosen."""
    row = catalog.db.execute("SELECT code FROM shop_currency").fetchone()
    return "" if row is None else str(row[0])


def currency_of_prices(catalog: Catalog) -> str:
    """The shop's currency; where none was chosen, the one that all its prices are in; else ""."""
    chosen = shop_currency(catalog)
    if chosen:
        return chosen
    rows = catalog.db.execute(
        "SELECT DISTINCT currency FROM products WHERE price_minor IS NOT NULL LIMIT 2"
    ).fetchall()
    return str(rows[0][0]) if len(rows) == 1 else ""


def choose_currency(catalog: Catalog, code: str) -> None:
    """From now on ``code`` is the shop's currency, and that of prices of which nobody knew theirs.

    Their amounts stay as they are written: 12.00 of an unknown currency is 12 yen. Those that the currency
    cannot have (12.50 yen) stay without one.

    Raises:
        KnownError: there is no such currency, or the disk is full or read-only.
    """
    if code not in CURRENCIES:
        raise KnownError(
            message("core", "“{currency}” is no currency: write its three letters, like EUR."),
            currency=code[:20],
        )
    multiplied = 10 ** max(0, decimals(code) - _UNKNOWN_DECIMALS)
    divided = 10 ** max(0, _UNKNOWN_DECIMALS - decimals(code))
    with catalog.transaction() as db:
        db.execute("INSERT OR REPLACE INTO shop_currency (one, code) VALUES (1, ?)", [code])
        db.execute(
            "UPDATE products SET currency = ?, price_minor = price_minor * ? / ?"
            " WHERE currency = '' AND price_minor IS NOT NULL AND price_minor % ? = 0",
            [code, multiplied, divided, divided],
        )
