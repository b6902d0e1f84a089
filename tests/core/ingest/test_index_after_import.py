"""What an import does to the index beyond adding photos."""

from pathlib import Path

import numpy as np
from PIL import Image

from core.catalog.photos.photos import live_photo_ids
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.shop import Shop
from tests.core.asking import ask


def test_a_product_that_an_import_restores_is_found_again(
    shop: Shop, pictures: Path, blue_ball: Path
) -> None:
    for number in range(3):  # or one in four archived would be reason enough for a new generation
        Image.new("RGB", (64, 64), (90 * number, 200, 90)).save(pictures / f"{number}.png")
    import_entries(shop, folder_entries(pictures))
    shop.rebuild_index()
    product = product_by_sku(shop.catalog, "Balls/blue ball")
    assert product is not None
    set_archived(shop.catalog, [product.id])
    shop.forget_index()
    assert len(ask(shop, blue_ball).results) == 6
    import_entries(shop, [Entry(1, ProductDraft(product.sku, archived=False))])
    assert ask(shop, blue_ball).results[0].title == "blue ball"


def test_a_photo_that_an_import_replaces_leaves_the_index(
    shop: Shop, pictures: Path, blue_ball: Path
) -> None:
    shop.index()
    (pictures / "Balls" / "red ball.png").write_bytes(blue_ball.read_bytes())
    assert import_entries(shop, folder_entries(pictures)).photos_added == 1
    np.testing.assert_array_equal(shop.index().ids(), live_photo_ids(shop.catalog))
    assert shop.index().count == 4
