"""When there is too little of a product: at or below its own mark, or else the shop's.

The shop's mark counts in whatever a product is counted in; one that is sold by the gram has its own.
"""

from core.catalog.database.catalog import Catalog
from core.catalog.stock import stock_of
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import LARGEST, NOTHING, Quantity, whole

IS_LOW = "stock_milli <= ifnull(low_milli, (SELECT milli FROM shop_low_stock))"
"""SQL on ``products``: what was not counted is not low, nor is anything in a shop without a mark."""


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


def require_mark(mark: Quantity) -> None:
    """Refuse what cannot be a mark.

    Raises:
        KnownError: it is below zero or beyond reason.
    """
    if not NOTHING <= mark <= whole(LARGEST):
        raise no_mark(str(mark))


def no_mark(text: str) -> KnownError:
    """Why what was written cannot be a mark."""
    return KnownError(
        message("core", "“{quantity}” cannot mean low stock: write how much, like 5 or 0.5."), quantity=text
    )


def is_low(stock: Quantity | None, mark: Quantity | None) -> bool:
    """Whether there is too little, by the mark that counts."""
    return stock is not None and mark is not None and stock <= mark


def low_count(catalog: Catalog) -> int:
    """How many live products are low."""
    row = catalog.db.execute(f"SELECT count(*) FROM products WHERE archived = 0 AND {IS_LOW}").fetchone()  # noqa: S608
    return int(row[0])
