"""Looking up a few products costs a few rows, however many products are live.

SQLite keeps no statistics here and takes ``archived = 0`` for a rare thing, so that a careless query reads
every live product. What is counted are the steps of SQLite's machine, which are the same on every computer.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, matching_photo_ids
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import PhotoFile, add_photo, products_of_photos
from core.catalog.photos.vectors import searchable_photos, store_vectors
from core.catalog.products.products import products_by_barcode, products_by_ids
from core.catalog.products.upsert import ProductDraft, upsert_product

PRODUCTS = 3000
STEPS = 30_000
"""Less than it takes to read every product once."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalog of some thousand products with a photo each."""
    catalog = Catalog(tmp_path_factory.mktemp("many") / "catalog.db")
    with catalog.transaction():
        for number in range(PRODUCTS):
            draft = ProductDraft(f"AB-{number:05d}", f"thing {number}", category=f"{number % 300}")
            product_id = upsert_product(catalog, draft).product_id
            photo = add_photo(catalog, product_id, PhotoFile(f"{number:064x}", 10, 10)).photo
            store_vectors(catalog, "model", [photo.id], np.ones((1, 4)))
    return catalog


QUERIES: dict[str, Callable[[Catalog], object]] = {
    "products of photos": lambda catalog: products_of_photos(catalog, np.arange(1, 200)),
    "products by barcode": lambda catalog: products_by_barcode(catalog, "4006381333931"),
    "a SKU": lambda catalog: find_products(catalog, "AB-01234"),
    "a mistyped SKU": lambda catalog: find_products(catalog, "AB-012345"),
    "a SKU in a category": lambda catalog: find_products(catalog, "AB-01234", Filter(categories=("34",))),
    "photos of a category": lambda catalog: matching_photo_ids(catalog, Filter(categories=("34",))),
    "a page of products": lambda catalog: products_by_ids(catalog, range(100, 150)),
    "vectors that were just added": lambda catalog: searchable_photos(
        catalog, "model", among=np.arange(100, 116)
    ),
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_lookup_does_not_read_every_product(many: Catalog, query: str) -> None:
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 100
        return 0

    many.db.conn.set_progress_handler(count, 100)
    found = QUERIES[query](many)
    many.db.conn.set_progress_handler(None, 100)
    assert steps < STEPS
    assert found is not None


def test_reading_every_product_takes_more_steps_than_that(many: Catalog) -> None:
    steps = []
    many.db.conn.set_progress_handler(lambda: steps.append(100), 100)
    many.db.execute("SELECT count(length(title)) FROM products WHERE title <> ''").fetchone()
    many.db.conn.set_progress_handler(None, 100)
    assert Path(many.path).exists()
    assert sum(steps) * 2 > STEPS
