"""When there is too little of a product: at or below its own mark, or else the shop's.

The shop's mark counts in whatever a product is counted in; one that is sold by the gram has its own.
"""

from core.catalog.database.catalog import Catalog
from core.catalog.stock import stock_of
from core.quantities.low_mark import require_mark
from core.quantities.quantity import Quantity

IS_LOW = "+stock_milli <= ifnull(low_milli, (SELECT milli FROM shop_low_stock))"
"""SQL on ``products``: what was not counted is not low, nor is anything in a shop without a mark.

The plus keeps SQLite from the stock's index: it would look up each product for its own mark.
"""


def shop_mark(catalog: Catalog) -> Quantity | None:
    """The shop's mark; None as long as none was chosen."""
    row = catalog.db.execute("SELECT milli FROM shop_low_stock").fetchone()
    return None if row is None else stock_of(row[0])


def choose_shop_mark(catalog: Catalog, mark: Quantity | None) -> None:
    """From now on a product without a mark of its own is low at ``mark`` and below; never, for None.

    Raises:
        KnownError: the mark cannot be one, or the disk is full or read-only.
    """
    if mark is not None:
        require_mark(mark)
    with catalog.transaction() as db:
        db.execute("DELETE FROM shop_low_stock")
        if mark is not None:
            db.execute("INSERT INTO shop_low_stock (one, milli) VALUES (1, ?)", [mark.thousandths])


def low_count(catalog: Catalog) -> int:
    """How many live products are low."""
    # Both pluses: reading all products in a row takes a tenth of looking each of them up.
    row = catalog.db.execute(f"SELECT count(*) FROM products WHERE +archived = 0 AND {IS_LOW}").fetchone()  # noqa: S608
    return int(row[0])
