"""Products that a poster is made of by itself: on offer today, back in stock, new in the shop."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, products_by_ids
from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.quantity import is_out
from core.quantities.sale_price import price_on

_BACK = timedelta(days=14)
_NEW = timedelta(days=30)

MOST = 60
"""Products at a time; more is a catalog, not a poster."""
NONE_NOW = message("core", "There is no such product now.")


class Occasion(StrEnum):
    """What a poster is about; each is the name of its template, too."""

    OFFER = "offer"
    BACK = "back"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a poster is made of by itself.

    Attributes:
        note: that there are more than stand on it, and how to choose; None if all do.
    """

    products: list[Product]
    note: Sentence | None


def chosen_for(catalog: Catalog, occasion: Occasion, day: date) -> Chosen:
    """The first of :func:`products_for`, as many as a poster holds, where nobody chooses among them.

    Raises:
        KnownError: there is none.
    """
    found = products_for(catalog, occasion, day)
    if not found:
        raise KnownError(NONE_NOW)
    if len(found) <= MOST:
        return Chosen(found, None)
    left_out = message(
        "core", "There are {count}; the first {most} stand on it. For others, name or select them yourself."
    )
    return Chosen(found[:MOST], Sentence(left_out, {"count": len(found), "most": MOST}))


def products_for(catalog: Catalog, occasion: Occasion, day: date) -> list[Product]:
    """The live products that ``occasion`` is about on ``day``, best first; none known to be sold out.

    On offer are those with a lower price on that day, by what is saved of the price. Back are those of
    which there was nothing left within the last fourteen days before more came. New are those of the last
    thirty days, but not what the shop began with on its first day.
    """
    if occasion is Occasion.OFFER:
        rows = catalog.db.execute(
            "SELECT id FROM products WHERE archived = 0 AND sale_minor IS NOT NULL ORDER BY id"
        )
    elif occasion is Occasion.BACK:
        rows = catalog.db.execute(_BACK_AGAIN, [(day - _BACK).isoformat()] * 2)
    else:
        rows = catalog.db.execute(_CAME, [(day - _NEW).isoformat()])
    found = products_by_ids(catalog, [row[0] for row in rows.fetchall()])
    there = [one for one in found if not is_out(one.stock)]
    if occasion is not Occasion.OFFER:
        return there
    return sorted((one for one in there if _saved(one, day) > 0), key=lambda one: (-_saved(one, day), one.id))


def _saved(product: Product, day: date) -> float:
    """The share of the price that is saved on ``day``; 0 for nothing."""
    now = price_on(day, product.price_minor, product.sale)
    if not product.price_minor or now is None:
        return 0.0
    return 1 - now / product.price_minor


_BACK_AGAIN = """
    WITH course AS (
        SELECT id, product_id, quantity_milli, moved, reason,
            sum(quantity_milli) OVER own AS stock,
            max(quantity_milli) OVER (
                PARTITION BY product_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS had
        FROM stock_movements
        WHERE product_id IN (SELECT product_id FROM stock_movements WHERE moved >= ?)
        WINDOW own AS (PARTITION BY product_id ORDER BY id)
    )
    SELECT product_id FROM course JOIN products ON products.id = product_id
    WHERE archived = 0 AND moved >= ? AND stock > 0 AND stock - course.quantity_milli <= 0 AND had > 0
        AND reason <> 'undo' AND course.id NOT IN (
            SELECT undo_of FROM stock_movements WHERE undo_of IS NOT NULL
        )
    GROUP BY product_id ORDER BY max(course.id) DESC
"""
"""More came where nothing was left of what had been there: an undo is no delivery."""

_CAME = """
    SELECT id FROM products
    WHERE archived = 0 AND created >= ?
        AND substr(created, 1, 10) > (SELECT substr(min(created), 1, 10) FROM products)
    ORDER BY created DESC, id DESC
"""
