"""The catalog page in the real window, on the real shop: find, edit, undo, photograph, archive."""

import csv
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import product_by_id
from tests.end_to_end.playing import play
from tests.what_is_stored import vector_counts


def test_a_clerk_finds_edits_undoes_photographs_and_archives_a_product(
    grocery: Path, corner_shop: Path, tmp_path: Path
) -> None:
    shop = corner_shop
    with (grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        picture = next(grocery / row["photo"] for row in csv.DictReader(file) if "Banana" in row["photo"])
    told = play("catalog_scenarios:find_edit_photograph_and_archive", shop, tmp_path, pictures=[picture])
    seen = told["seen"]
    assert seen["products"] == 81
    before, after = seen["price"]
    assert after == "4.44" != before and seen["undone"] == before
    assert seen["photos"] == 2 and seen["archived"] == 1 and "Banana" in seen["back"]
    assert (tmp_path / "seen.png").stat().st_size > 10_000
    assert told["heavy"] == []
    print(f"of the longest standstill at work {told['work_ms']['at work']:.0f} ms")
    assert told["work_ms"]["at work"] < 2000  # the figure is printed; a busy machine multiplies it
    with Catalog(shop / "catalog.db") as catalog:
        banana = find_products(catalog, "banana")[0].product_id
        product = product_by_id(catalog, banana)
        assert product is not None and product.title == "Banana" and not product.archived
        assert len(photos_of_product(catalog, banana)) == 2
        assert sum(vector_counts(catalog).values()) == 82
        stands = catalog.db.execute("SELECT undone IS NULL FROM edits ORDER BY id DESC").fetchall()
        # What was undone is forgotten by the edit made after it; the oldest is the import.
        assert stands == [(0,), (1,), (1,)]
