"""The gate at import: what was brought is looked at, what waits is told, and nothing is held back."""

from pathlib import Path

from PIL import Image

from core.catalog.moderation.never_sell import add_word
from core.catalog.products.products import product_by_sku
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.ingest.table import import_table
from core.moderation.deciding import decide
from core.moderation.imported import look_at_imported, waiting_of_step
from core.moderation.waiting import products_that_wait
from core.shop.shop import Shop


def test_what_an_import_brought_waits_and_what_was_there_is_not_looked_at(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    Image.new("RGB", (120, 120), "teal").save(folder / "rum cake.png")
    Image.new("RGB", (120, 120), "gold").save(folder / "plain cake.png")
    add_word(shop.catalog, "rum", who="Kim")
    step = import_entries(shop, folder_entries(folder)).step
    assert step is not None
    assert look_at_imported(shop, step) == 1
    product = product_by_sku(shop.catalog, "rum cake")
    assert product is not None and not product.archived
    assert waiting_of_step(shop.catalog, step) == [product.id] == products_that_wait(shop.catalog).tolist()
    (looked,) = shop.catalog.db.execute("SELECT count(DISTINCT sha256) FROM moderation_looks").fetchone()
    assert looked == 2


def test_a_decision_settles_it_and_a_product_without_photo_waits_until_its_words_change(
    shop: Shop, tmp_path: Path
) -> None:
    add_word(shop.catalog, "ball", who="Kim")
    waiting = products_that_wait(shop.catalog).tolist()
    assert len(waiting) == 2
    photo = shop.catalog.db.execute("SELECT sha256 FROM photos WHERE product_id = ?", [waiting[0]]).fetchone()
    decide(shop, photo, shown=True, who="Kim")
    assert products_that_wait(shop.catalog).tolist() == waiting[1:]
    table = tmp_path / "goods.csv"
    table.write_text("sku,title\nX,Glass ball\n", encoding="utf-8")
    step = import_table(shop, table).step
    assert step is not None and look_at_imported(shop, step) == 1
    table.write_text("sku,title\nX,Glass bead\n", encoding="utf-8")
    import_table(shop, table)
    assert products_that_wait(shop.catalog).tolist() == waiting[1:]
