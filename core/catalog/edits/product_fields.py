"""The fields of a product that a person edits: read, compared and written one at a time.

Every value is plain JSON, so that the log of edits can keep it: texts as they are, the price as
``[minor, currency]``, a sale as ``[minor, starts, ends]``, the stock in thousandths (null if it was not
counted), its low mark as well (null for the shop's), tags as a list, photos as a list of :class:`PhotoState`
in their order.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.edits.taken_over import Said, hand_over
from core.catalog.moderation.decisions import write_decisions
from core.catalog.photos.photos import (
    PhotoFile,
    PhotoKind,
    add_photo,
    photos_of_product,
    photos_of_products,
    remove_photos,
)
from core.catalog.products.products import Product
from core.catalog.stock import current_stock, unit_of
from core.quantities.units import has_decimals

JsonValue = Any
"""What ``json.loads`` gives."""


class Field(StrEnum):
    """What can be edited."""

    TITLE = "title"
    DESCRIPTION = "description"
    CATEGORY = "category"
    BRAND = "brand"
    BARCODE = "barcode"
    LOCATION = "location"
    PRICE = "price"
    SALE = "sale"
    STOCK = "stock"
    LOW = "low"
    UNIT = "unit"
    TAGS = "tags"
    ARCHIVED = "archived"
    PHOTOS = "photos"
    MERGED = "merged"
    """Into which product, and what was said of it in searches (:mod:`core.catalog.edits.taken_over`)."""
    DECISION = "decision"
    """Of its photos, whether they may be shown (:mod:`core.catalog.moderation.decisions`)."""
    PRODUCT = "product"
    """All of it, as an import leaves it (:mod:`core.catalog.edits.product_state`)."""


TEXTS = frozenset(
    {Field.TITLE, Field.DESCRIPTION, Field.CATEGORY, Field.BRAND, Field.BARCODE, Field.LOCATION}
)


@dataclass(frozen=True, slots=True)
class PhotoState:
    """A photo as the log knows it: enough to make its row again while its file is in the shop."""

    sha256: str
    kind: PhotoKind
    width: int
    height: int
    source_sha256: str = ""
    source_name: str = ""


def read(product: Product, photos: Sequence[PhotoState], field: Field) -> JsonValue:
    """The value that ``product`` has; ``photos`` are looked at for :attr:`Field.PHOTOS` alone."""
    match field:
        case Field.PRICE:
            return [product.price_minor, product.currency]
        case Field.SALE:
            return [product.sale_minor, product.sale_starts, product.sale_ends]
        case Field.STOCK:
            return None if product.stock is None else product.stock.thousandths
        case Field.LOW:
            return None if product.low is None else product.low.thousandths
        case Field.UNIT:
            return product.unit or ""
        case Field.TAGS:
            return list(product.tags)
        case Field.PHOTOS:
            return photo_values(photos)
        case Field.MERGED:
            return None if product.merged_into is None else Said(product.merged_into).as_json()
        case _:
            return getattr(product, field.value)


def write(catalog: Catalog, product_id: int, field: Field, before: JsonValue, after: JsonValue) -> bool:
    """Make ``after`` of a product's ``before``, inside a transaction.

    Returns:
        False if nothing was to be done: the field has had another value since, which stays. Of tags, those
        that differ between the two are set, whatever others the product has by now.

    Raises:
        ValueError: for the stock, which changes by movements alone, and for a whole product.
    """
    match field:
        case Field.STOCK:
            raise ValueError("stock changes by movements")
        case Field.UNIT:
            return may_be_counted_in(catalog, product_id, after) and _update(
                catalog, product_id, ("unit",), [before], [after]
            )
        case Field.PRODUCT:
            raise ValueError("a whole product is no field")
        case Field.TAGS:
            return _write_tags(catalog, product_id, before, after)
        case Field.PHOTOS:
            return _write_photos(catalog, product_id, before, after)
        case Field.MERGED:
            return hand_over(catalog, product_id, before, after)
        case Field.DECISION:
            return write_decisions(catalog, before, after)
        case Field.PRICE:
            return _update(catalog, product_id, ("price_minor", "currency"), before, after)
        case Field.SALE:
            return _update(catalog, product_id, ("sale_minor", "sale_starts", "sale_ends"), before, after)
        case Field.LOW:
            return _update(catalog, product_id, ("low_milli",), [before], [after])
        case Field.ARCHIVED:
            return _update(catalog, product_id, ("archived",), [int(before)], [int(after)])
        case _:
            return _update(catalog, product_id, (field.value,), [before], [after])


def may_be_counted_in(catalog: Catalog, product_id: int, unit: str) -> bool:
    """Whether the product's stock makes sense in that unit: there is no part of a piece."""
    stock = current_stock(catalog, product_id)
    return stock is None or stock.is_whole or has_decimals(unit_of(unit))


def photo_values(photos: Iterable[PhotoState]) -> JsonValue:
    """Photos as JSON has them."""
    return [list(astuple(photo)) for photo in photos]


def photo_states(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, tuple[PhotoState, ...]]:
    """The photos of each product; products without photos are left out."""
    return {
        product_id: tuple(
            PhotoState(
                photo.sha256, photo.kind, photo.width, photo.height, photo.source_sha256, photo.source_name
            )
            for photo in photos
        )
        for product_id, photos in photos_of_products(catalog, product_ids).items()
    }


def _update(
    catalog: Catalog, product_id: int, columns: Sequence[str], before: Sequence[Any], after: Sequence[Any]
) -> bool:
    sets = ", ".join(f"{column} = ?" for column in columns)
    expected = " AND ".join(f"{column} IS ?" for column in columns)
    cursor = catalog.db.execute(
        f"UPDATE products SET {sets}, updated = ? WHERE id = ? AND {expected}",  # noqa: S608
        [*after, utc_now(), product_id, *before],
    )
    return cursor.rowcount > 0


def _write_tags(catalog: Catalog, product_id: int, before: Sequence[str], after: Sequence[str]) -> bool:
    fold: Callable[[str], str] = str.casefold
    had, has = set(map(fold, before)), set(map(fold, after))
    connection = catalog.db.conn
    lost = connection.executemany(
        "DELETE FROM product_tags WHERE product_id = ? AND tag = ?",
        [(product_id, tag) for tag in before if fold(tag) not in has],
    ).rowcount
    gained = connection.executemany(
        "INSERT OR IGNORE INTO product_tags (product_id, tag) VALUES (?, ?)",
        [(product_id, tag) for tag in after if fold(tag) not in had],
    ).rowcount
    changed = max(lost, 0) + max(gained, 0) > 0
    if changed:
        catalog.db.execute("UPDATE products SET updated = ? WHERE id = ?", [utc_now(), product_id])
    return changed


def _write_photos(catalog: Catalog, product_id: int, before: JsonValue, after: JsonValue) -> bool:
    present = photo_values(photo_states(catalog, [product_id]).get(product_id, ()))
    if json.dumps(present) != json.dumps(before):
        return False
    wanted = [PhotoState(values[0], PhotoKind(values[1]), *values[2:]) for values in after]
    kept = {photo.sha256 for photo in wanted}
    remove_photos(
        catalog, [photo.id for photo in photos_of_product(catalog, product_id) if photo.sha256 not in kept]
    )
    for photo in wanted:
        file = PhotoFile(photo.sha256, photo.width, photo.height, photo.source_sha256, photo.source_name)
        add_photo(catalog, product_id, file, kind=photo.kind)
    catalog.db.conn.executemany(
        "UPDATE photos SET position = ?, kind = ? WHERE product_id = ? AND sha256 = ?",
        [(place, photo.kind, product_id, photo.sha256) for place, photo in enumerate(wanted)],
    )
    catalog.db.execute("UPDATE products SET updated = ? WHERE id = ?", [utc_now(), product_id])
    return True
