"""How much a shop has to learn from: counts alone, to tell a person before a lesson is started."""

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoKind
from core.feedback import Said


def photos_by_kind(catalog: Catalog) -> tuple[int, int]:
    """How many photos live products have: (catalog photos, photos taken in the shop)."""
    rows = catalog.db.execute(
        "SELECT photos.kind, COUNT(*) FROM photos JOIN products ON products.id = photos.product_id"
        " WHERE NOT products.archived AND NOT photos.missing GROUP BY photos.kind"
    ).fetchall()
    counted = dict(rows)
    return counted.get(PhotoKind.CATALOG.value, 0), counted.get(PhotoKind.COUNTER.value, 0)


def confirmed_searches(catalog: Catalog) -> int:
    """How many searches a clerk said a product to be right for."""
    row = catalog.db.execute(
        "SELECT COUNT(*) FROM searches WHERE chosen_product_id IS NOT NULL AND feedback IN (?, ?)",
        [Said.RIGHT.value, Said.INSTEAD.value],
    ).fetchone()
    return int(row[0])
