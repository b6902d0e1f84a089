"""The count under way, saved with every piece: begin, count, correct, take back.

One count is under way in a shop at a time. Every piece that is counted is a row with the stock that the books
had at that moment; how the two become a difference is said in :mod:`core.stocktake.differences`.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.products import product_by_id
from core.catalog.stock import current_stock
from core.errors import KnownError
from core.messages import message
from core.shop import Shop

_LARGEST = 1_000_000


class How(StrEnum):
    """How a piece came to be counted."""

    CAMERA = "camera"
    BARCODE = "barcode"
    PICTURE = "picture"
    TYPED = "typed"
    DECIDED = "decided"
    ZERO = "zero"
    """It was not found, and somebody said that there is none."""


class Outcome(StrEnum):
    """How a count ended."""

    BOOKED = "booked"
    THROWN_AWAY = "thrown away"


@dataclass(frozen=True, slots=True)
class Stocktake:
    """A count of all products or of some.

    Attributes:
        category: only products of this category; "" for all.
        location: only products whose shelf place begins so; "" for all.
        started, ended: ISO 8601 UTC; ``ended`` is None while it is under way.
    """

    id: int
    category: str
    location: str
    who: str
    started: str
    ended: str | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class CountedProduct:
    """A product and how many pieces of it were counted; ``thumbnail`` is a path, "" without a photo.

    Attributes:
        latest: key of its latest count; a higher one is more recent.
        latest_pieces: how many pieces that count added.
        is_elsewhere: whether it lies outside what is being counted.
    """

    product_id: int
    sku: str
    title: str
    location: str
    thumbnail: str
    counted: int
    stock: int
    latest: int
    latest_pieces: int
    is_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a count is: ``products`` of ``all_products`` were counted, ``pieces`` in all."""

    products: int
    all_products: int
    pieces: int
    doubts: int


_SELECT = "SELECT id, category, location, who, started, ended, outcome FROM stocktakes"


def begin(shop: Shop, *, category: str = "", location: str = "", who: str) -> Stocktake:
    """Begin a count; pictures that an earlier one put aside are forgotten.

    Raises:
        KnownError: another count is under way, or the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        if under_way(shop) is not None:
            raise KnownError(message("core", "A count is under way already: finish it or throw it away."))
        db.execute("DELETE FROM stocktake_doubts")
        cursor = db.execute(
            "INSERT INTO stocktakes (category, location, who, started) VALUES (?, ?, ?, ?)",
            [category.strip(), location.strip(), who, utc_now()],
        )
        return stocktake_by_id(shop, int(cursor.lastrowid or 0))


def under_way(shop: Shop) -> Stocktake | None:
    """The count that has not ended; after a crash it is here again."""
    return _one(shop, "WHERE outcome IS NULL", [])


def last_ended(shop: Shop) -> Stocktake | None:
    """The count that ended last."""
    return _one(shop, "WHERE outcome IS NOT NULL ORDER BY ended DESC, id DESC LIMIT 1", [])


def stocktake_by_id(shop: Shop, stocktake_id: int) -> Stocktake:
    """The count with this key.

    Raises:
        KnownError: there is none.
    """
    found = _one(shop, "WHERE id = ?", [stocktake_id])
    if found is None:
        raise KnownError(message("core", "This count is no longer there: begin a new one."))
    return found


def count_pieces(
    shop: Shop, stocktake: Stocktake, product_id: int, pieces: int = 1, *, how: How
) -> CountedProduct:
    """Count so many pieces more (or fewer, below zero), and remember what the books say now.

    Raises:
        KnownError: the count has ended, there is no such product, or fewer than none would be left.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        stock = current_stock(shop.catalog, product_id)
        total = _counted(shop, stocktake, product_id) + pieces
        if total < 0:
            raise KnownError(message("core", "Fewer than none cannot be counted."))
        if total > _LARGEST:
            raise KnownError(
                message("core", "{quantity} pieces cannot be right: enter how many there really are."),
                quantity=total,
            )
        db.execute(
            "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [stocktake.id, product_id, pieces, stock, how, utc_now()],
        )
        return counted_products(shop, stocktake, product_id)[0]


def set_latest(shop: Shop, stocktake: Stocktake, product_id: int, pieces: int) -> CountedProduct:
    """The latest count of this product was of so many pieces, not of one: a clerk's number after a beep.

    Raises:
        KnownError: as :func:`count_pieces`, or the product was not counted yet.
    """
    with shop.catalog.transaction() as db:
        found = counted_products(shop, stocktake, product_id)
        if not found:
            raise KnownError(message("core", "Count a product first; then type how many there are."))
        latest = found[0].latest
        count_pieces(shop, stocktake, product_id, pieces - found[0].latest_pieces, how=How.TYPED)
        # The two rows become one, so that a further correction starts from the whole of it.
        db.execute(
            "UPDATE stocktake_counts SET pieces = ?, stock = (SELECT stock FROM products WHERE id = ?)"
            " WHERE id = ?",
            [pieces, product_id, latest],
        )
        db.execute(
            "DELETE FROM stocktake_counts WHERE stocktake_id = ? AND product_id = ? AND id > ?",
            [stocktake.id, product_id, latest],
        )
        return counted_products(shop, stocktake, product_id)[0]


def set_to_zero(shop: Shop, stocktake: Stocktake, product_ids: list[int]) -> None:
    """There is none of these products: count each as 0 now. Those that were counted stay as they are."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        db.execute(
            "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
            " SELECT ?, id, 0, stock, ?, ? FROM products WHERE id IN (SELECT value FROM json_each(?))"
            " AND id NOT IN (SELECT product_id FROM stocktake_counts WHERE stocktake_id = ?)",
            [stocktake.id, How.ZERO, utc_now(), json.dumps(product_ids), stocktake.id],
        )


def leave(shop: Shop, stocktake: Stocktake, product_ids: list[int]) -> None:
    """Products that were set to zero count as not counted again."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        db.execute(
            "DELETE FROM stocktake_counts WHERE stocktake_id = ? AND how = ?"
            " AND product_id IN (SELECT value FROM json_each(?))",
            [stocktake.id, How.ZERO, json.dumps(product_ids)],
        )


def take_back(shop: Shop, stocktake: Stocktake) -> int | None:
    """Undo the latest count; what was decided by it is put aside again. Returns its product, if any."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        row = db.execute(
            "SELECT id, product_id FROM stocktake_counts WHERE stocktake_id = ? ORDER BY id DESC LIMIT 1",
            [stocktake.id],
        ).fetchone()
        if row is None:
            return None
        db.execute("DELETE FROM stocktake_counts WHERE id = ?", [row[0]])
        return int(row[1])


def counted_products(shop: Shop, stocktake: Stocktake, product_id: int | None = None) -> list[CountedProduct]:
    """What was counted so far, the latest first; of one product only, if given.

    What was only set to zero is left out.
    """
    chosen = "" if product_id is None else "AND product_id = :product"
    rows = shop.catalog.db.execute(
        f"""
        SELECT products.id, sku, title, location, counted, products.stock, latest, pieces,
            NOT {INSIDE},
            (SELECT sha256 FROM photos WHERE product_id = products.id AND missing = 0
                ORDER BY position, id LIMIT 1)
        FROM (
            SELECT product_id, sum(pieces) AS counted, max(id) AS latest, pieces FROM stocktake_counts
            WHERE stocktake_id = :stocktake AND how <> 'zero' {chosen}
            GROUP BY product_id
        ) JOIN products ON products.id = product_id ORDER BY latest DESC
        """,  # noqa: S608
        {**scope_names(stocktake), "product": product_id},
    ).fetchall()
    return [
        CountedProduct(
            product_id=row[0],
            sku=row[1],
            title=row[2],
            location=row[3],
            thumbnail=str(shop.files.thumbnail_path(row[9])) if row[9] else "",
            counted=row[4],
            stock=row[5],
            latest=row[6],
            latest_pieces=row[7],
            is_elsewhere=bool(row[8]),
        )
        for row in rows
    ]


def tally(shop: Shop, stocktake: Stocktake) -> Tally:
    """How far the count is."""
    row = shop.catalog.db.execute(
        f"""
        SELECT
            (SELECT count(DISTINCT product_id) FROM stocktake_counts WHERE stocktake_id = :stocktake),
            (SELECT count(*) FROM products WHERE archived = 0 AND {INSIDE}),
            (SELECT coalesce(sum(pieces), 0) FROM stocktake_counts WHERE stocktake_id = :stocktake),
            (SELECT count(*) FROM stocktake_doubts
                WHERE stocktake_id = :stocktake AND count_id IS NULL AND not_ours = 0)
        """,  # noqa: S608
        scope_names(stocktake),
    ).fetchone()
    return Tally(*row)


def is_inside(shop: Shop, stocktake: Stocktake, product_id: int) -> bool:
    """Whether the product belongs to what is being counted."""
    product = product_by_id(shop.catalog, product_id)
    return product is not None and (
        (not stocktake.category or product.category.casefold() == stocktake.category.casefold())
        and product.location.casefold().startswith(stocktake.location.casefold())
    )


def require_under_way(shop: Shop, stocktake: Stocktake) -> None:
    """Raise a :class:`KnownError` if the count has ended."""
    if stocktake_by_id(shop, stocktake.id).outcome is not None:
        raise KnownError(message("core", "This count has ended: begin a new one."))


INSIDE = (
    "((:category = '' OR products.category = :category COLLATE NOCASE) AND (:location = ''"
    " OR substr(products.location, 1, length(:location)) = :location COLLATE NOCASE))"
)
"""SQL: whether a product belongs to the count whose scope the parameters name."""


def scope_names(stocktake: Stocktake) -> dict[str, Any]:
    """The parameters that :data:`INSIDE` and its neighbours take."""
    return {"category": stocktake.category, "location": stocktake.location, "stocktake": stocktake.id}


def _counted(shop: Shop, stocktake: Stocktake, product_id: int) -> int:
    (total,) = shop.catalog.db.execute(
        "SELECT coalesce(sum(pieces), 0) FROM stocktake_counts WHERE stocktake_id = ? AND product_id = ?",
        [stocktake.id, product_id],
    ).fetchone()
    return int(total)


def _one(shop: Shop, where: str, values: list[Any]) -> Stocktake | None:
    row = shop.catalog.db.execute(f"{_SELECT} {where}", values).fetchone()
    if row is None:
        return None
    key, category, location, who, started, ended, outcome = row
    return Stocktake(key, category, location, who, started, ended, Outcome(outcome) if outcome else None)
