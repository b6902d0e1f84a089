"""Products as all tills know them: by a uid that is the id of the change that made them."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog


@dataclass(frozen=True, slots=True)
class KnownProduct:
    """A product that this till has heard of.

    Attributes:
        product_id: its key in this catalog; None once it was deleted.
        sku: the SKU that it was given, which another product may have here (:mod:`core.hub.merging.skus`).
        made: the change that its values are of where none has changed since; "" for one that was here before
            the shop joined, which any change is later than.
    """

    uid: str
    product_id: int | None
    sku: str
    made: str


def known_product(catalog: Catalog, uid: str) -> KnownProduct | None:
    """The product with this uid; None if nothing was heard of it yet."""
    row = catalog.db.execute(
        "SELECT uid, product_id, sku, made FROM hub_products WHERE uid = ?", [uid]
    ).fetchone()
    return None if row is None else KnownProduct(*row)


def note_product(catalog: Catalog, product: KnownProduct) -> None:
    """Note which product of this catalog one is, or that it is gone; in the caller's transaction."""
    catalog.db.execute(
        "INSERT INTO hub_products (uid, product_id, sku, made) VALUES (?, ?, ?, ?)",
        [product.uid, product.product_id, product.sku, product.made],
    )
