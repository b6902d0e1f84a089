"""Every problem that a check can report: made for real, found, and set right by a repair."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.care.backup import daily_backup
from core.care.check import ShopCheck, check_shop, repair_shop
from core.catalog.checking.problem import Defect
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import live_photo_ids, photos_by_ids, photos_of_product
from core.catalog.photos.vectors import remove_vectors, store_vectors
from core.catalog.products.products import product_by_id, product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.catalog.stock import Reason, set_stock
from core.catalog.tables.entries import Entry
from core.embedding.networks.efficientnet_lite import LITE0
from core.errors import KnownError
from core.index.generations.manifest import MANIFEST
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.quantities.quantity import whole
from core.shop.opening import CATALOG_FILE, open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.care.broken import (
    BALL,
    CATALOG_DEFECTS,
    behind_its_back,
    break_stock,
    break_text_index,
    break_vector_length,
    break_vector_number,
    lose_photo,
    photo_file,
    product_id,
)

COLOURS = {BALL: "blue", "Balls/red ball": "red", "Boxes/green box": "green", "Boxes/yellow box": "yellow"}
NOT_HERE = {
    *(Defect.DAMAGED_FILE, Defect.TEXT, Defect.PHOTO_MISSING, Defect.PHOTO_CHANGED),
    Defect.QUERY_VECTOR,  # tests/core/search/test_kept.py
    Defect.UNLABELLED_VECTOR,  # tests/core/care/test_unlabelled_care.py
    *(Defect.HUB_CAPTURE, Defect.HUB_UNTOLD),  # tests/core/hub/test_checked.py
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop of four products with photos; two of them have stock."""
    folder = tmp_path_factory.mktemp("original")
    for name, colour in COLOURS.items():
        path = folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        image = Image.new("RGB", (200, 200), "white")
        ImageDraw.Draw(image).ellipse((30, 30, 170, 170), fill=colour)
        image.save(path)
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
        for sku in (BALL, "Boxes/green box"):
            set_stock(shop.catalog, product_id(shop, sku), whole(5), who="test", reason=Reason.DELIVERY)
    return folder


@pytest.fixture
def pictures(original: Path) -> Path:
    """The pictures that the shop was imported from."""
    return original / "pictures"


@pytest.fixture
def shop(original: Path, tmp_path: Path) -> Iterator[Shop]:
    """A copy of that shop, opened; copying is quicker than importing."""
    shutil.copytree(original / "shop", tmp_path / "shop")
    with open_shop(tmp_path / "shop", device="cpu") as shop:
        yield shop


@pytest.fixture
def blue_ball(shop: Shop) -> Path:
    """The blue ball's photo."""
    return photo_file(shop)


def test_a_shop_that_was_only_used_has_no_problem(shop: Shop) -> None:
    assert check_shop(shop) == ShopCheck((), ())


@pytest.mark.parametrize(
    ("damage", "defect"), CATALOG_DEFECTS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_defect_of_the_catalog_is_found_and_repaired(
    shop: Shop, damage: Callable[[Shop], None], defect: Defect
) -> None:
    damage(shop)
    found = check_shop(shop)
    assert defect in {problem.defect for problem in found.catalog}
    assert all(problem.can_repair for problem in found.catalog)
    left = repair_shop(shop, found)  # a product that is gone leaves photos of nobody, for a second look
    assert repair_shop(shop, left).sentences == []
    shop.close()
    with open_shop(shop.folder) as again:
        assert check_shop(again).sentences == []


def test_every_defect_that_can_be_repaired_is_made_here() -> None:
    assert {defect for _, defect in CATALOG_DEFECTS} == set(Defect) - NOT_HERE


def test_a_repair_brings_stock_to_the_sum_of_its_movements(shop: Shop) -> None:
    break_stock(shop)
    repair_shop(shop, check_shop(shop))
    product = product_by_sku(shop.catalog, BALL)
    assert product is not None and product.stock == whole(5)


def test_a_repair_lets_text_be_found_again(shop: Shop) -> None:
    break_text_index(shop)
    assert find_products(shop.catalog, "ball blue") == []
    repair_shop(shop, check_shop(shop))
    assert [hit.product_id for hit in find_products(shop.catalog, "ball blue")] == [product_id(shop)]


@pytest.mark.parametrize(("damage", "photo_id"), [(break_vector_length, 1), (break_vector_number, 2)])
def test_a_repair_looks_again_at_a_photo_whose_vector_was_damaged(
    shop: Shop, damage: Callable[[Shop], None], photo_id: int
) -> None:
    damage(shop)
    repair_shop(shop, check_shop(shop))
    photo = photos_by_ids(shop.catalog, [photo_id])[0]
    best = ask(shop, shop.files.path(photo.sha256)).results[0]
    assert best.product_id == photo.product_id
    assert best.score == pytest.approx(1, abs=0.15)  # a query is looked at from closer, too


def test_a_lost_photo_stays_lost_until_it_is_imported_again(shop: Shop, pictures: Path) -> None:
    lose_photo(shop)
    repair_shop(shop, check_shop(shop))
    photo = photos_of_product(shop.catalog, product_id(shop))[0]
    assert photo.missing
    assert repair_shop(shop, check_shop(shop)).sentences == check_shop(shop).sentences != []
    import_entries(shop, folder_entries(pictures))
    assert not photos_by_ids(shop.catalog, [photo.id])[0].missing
    assert photo_file(shop).is_file()
    assert check_shop(shop).ok


def test_vectors_of_a_model_that_exists_are_no_problem(shop: Shop) -> None:
    store_vectors(shop.catalog, LITE0.fingerprint, live_photo_ids(shop.catalog), np.ones((4, 1280)))
    assert check_shop(shop).ok


def test_photos_that_were_not_looked_at_are_found_and_looked_at(shop: Shop, blue_ball: Path) -> None:
    remove_vectors(shop.catalog, shop.spec.fingerprint)
    shop.forget_index()
    found = check_shop(shop)
    assert any("they were not looked at yet: 4." in str(sentence) for sentence in found.index)
    assert repair_shop(shop, found).sentences == []
    assert ask(shop, blue_ball).results[0].sku == BALL


def test_a_damaged_index_file_is_found_and_built_anew(shop: Shop, blue_ball: Path) -> None:
    shop.rebuild_index()
    rows = next((shop.folder / "index").rglob("*.rows"))
    status = rows.stat()
    data = bytearray(rows.read_bytes())
    data[len(data) // 2] ^= 0xFF
    rows.write_bytes(data)
    os.utime(rows, ns=(status.st_atime_ns, status.st_mtime_ns))  # as a failing disk does it: unnoticed
    found = check_shop(shop)
    assert [rows.name in str(sentence) for sentence in found.index] == [True]
    assert repair_shop(shop, found).sentences == []
    assert ask(shop, blue_ball).results[0].sku == BALL


def test_an_index_that_lacks_a_photo_is_found_and_completed(shop: Shop, blue_ball: Path) -> None:
    shop.index().remove(live_photo_ids(shop.catalog)[:1])
    found = check_shop(shop)
    assert ["does not hold the photos" in str(sentence) for sentence in found.index] == [True]
    assert repair_shop(shop, found).sentences == []
    assert shop.index().count == 4


@pytest.mark.parametrize("damage", ["delete", "truncate", "garbage"])
def test_a_manifest_that_cannot_be_read_is_no_problem_at_the_next_start(
    shop: Shop, blue_ball: Path, damage: str
) -> None:
    shop.rebuild_index()
    shop.close()
    manifest = next((shop.folder / "index").rglob(MANIFEST))
    if damage == "delete":
        manifest.unlink()
    else:
        manifest.write_bytes(manifest.read_bytes()[:40] if damage == "truncate" else b"\xff" * 300)
    with open_shop(shop.folder) as again:
        assert ask(again, blue_ball).results[0].sku == BALL
        assert check_shop(again).sentences == []


def test_a_damaged_catalog_wants_a_backup_and_is_left_as_it_is(shop: Shop) -> None:
    backup = daily_backup(shop.catalog)
    assert backup is not None
    shop.close()
    path = shop.folder / CATALOG_FILE
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data), 3 * 8192):
        data[start : start + 400] = b"\xee" * 400
    path.write_bytes(data)
    try:
        with open_shop(shop.folder) as again:
            found = check_shop(again)
            assert not found.catalog[0].can_repair
            sentences = [str(sentence) for sentence in repair_shop(again, found).sentences]
    except KnownError as error:
        sentences = [str(error)]
    assert any(backup.name in sentence for sentence in sentences)
    assert path.read_bytes() == bytes(data)


def test_a_movement_of_a_product_that_is_gone_is_told_and_kept(shop: Shop) -> None:
    gone = product_id(shop)
    behind_its_back(shop, "DELETE FROM products WHERE id = ?", gone)
    found = check_shop(shop)
    assert "stock_movements" in {problem.sentence.values.get("table") for problem in found.catalog}
    left = repair_shop(shop, found)
    assert {problem.sentence.values["table"] for problem in left.catalog} == {"stock_movements"}
    assert shop.catalog.db.execute("SELECT count(*) FROM stock_movements").fetchone() == (2,)


def test_a_reader_may_check_but_not_repair(shop: Shop) -> None:
    break_stock(shop)
    with open_shop(shop.folder) as reader:
        found = check_shop(reader)
        assert [problem.defect for problem in found.catalog] == [Defect.STOCK_TOTAL]
        with pytest.raises(KnownError, match="Another program"):
            repair_shop(reader, found)


def test_repairing_keeps_what_the_merchant_entered(shop: Shop) -> None:
    import_entries(
        shop,
        [Entry(1, ProductDraft(BALL, "Azure ball", description="round", price_minor=500, currency="EUR"))],
    )
    before = product_by_id(shop.catalog, product_id(shop))
    break_stock(shop)
    break_text_index(shop)
    break_vector_number(shop)
    repair_shop(shop, check_shop(shop))
    assert product_by_id(shop.catalog, product_id(shop)) == before
