"""Photos go through the hub once, are what their names say when they come, and are logged then."""

from pathlib import Path

import psycopg
import pytest
from PIL import Image

from core.care.deletion import delete_for_good
from core.catalog.checking.check import check
from core.catalog.edits.product_change import ProductChange
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.hub.connection import connected
from core.hub.picture_files import fetch_files, send_files, waiting_files
from core.hub.receiving import receive_changes
from core.hub.sending import send_changes
from core.ingest.shop_edits import edit_shop
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync


def _with_photo(shop: Shop, sku: str, colour: str) -> str:
    made = upsert_product(shop.catalog, ProductDraft(sku, title=sku), who="")
    stored = shop.files.add(Image.new("RGB", (400, 300), colour))
    add_photo(shop.catalog, made.product_id, PhotoFile(stored.sha256, stored.width, stored.height))
    return stored.sha256


def _photo(shop: Shop, sku: str) -> tuple[str, bool]:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    (photo,) = photos_of_product(shop.catalog, product.id)
    return photo.sha256, photo.missing


def test_a_photo_shows_its_thumbnail_first_and_is_whole_and_logged_after_that(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Pier") as b,
    ):
        sha256 = _with_photo(a, "T-1", "red")
        with connected(manager) as connection:
            send_changes(a.catalog, connection)
            assert send_files(a, connection, "thumbnail") == 1
            receive_changes(b, connection)
            assert _photo(b, "T-1") == (sha256, True)
            assert fetch_files(b, connection, "thumbnail") == [sha256]
            assert b.files.small_path(sha256) == b.files.thumbnail_path(sha256)
            assert fetch_files(b, connection, "photo") == []  # the hub does not have it yet
            assert check(b.catalog, b.files.path) == []  # it is on its way: nobody need do anything
            assert send_files(a, connection, "photo") == 1
            assert send_files(a, connection, "photo") == 0
            assert fetch_files(b, connection, "photo") == [sha256]
        assert _photo(b, "T-1") == (sha256, False)
        assert b.files.path(sha256).read_bytes() == a.files.path(sha256).read_bytes()
        assert waiting_files(a) == waiting_files(b) == 0
        logged = b.catalog.db.execute("SELECT sha256, how FROM photo_log").fetchall()
        assert logged == [(sha256, "import")]


def test_one_photo_of_two_tills_goes_once(tmp_path: Path, hub: str, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        assert _with_photo(a, "T-1", "red") == _with_photo(b, "T-2", "red")
        sync(a, manager)
        sync(b, manager)
        with connected(hub) as connection:
            rows = connection.execute("SELECT size FROM pictures ORDER BY size").fetchall()
        assert rows == [("photo",), ("thumbnail",)]
        assert _photo(b, "T-1")[1] is False  # it has the file already


def test_a_file_that_is_not_what_its_name_says_is_not_taken(tmp_path: Path, hub: str, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        sha256 = _with_photo(a, "T-1", "red")
        with connected(hub) as connection:
            connection.execute("ALTER TABLE pictures DROP CONSTRAINT pictures_check")
            connection.cursor().executemany(
                "INSERT INTO pictures (sha256, size, bytes) VALUES (%s, %s, %s)",
                [(sha256, "photo", b"no photo"), (sha256, "thumbnail", b"<script>")],
            )
        sync(a, manager)
        sync(b, manager)
        assert _photo(b, "T-1") == (sha256, True)
        assert not b.files.path(sha256).exists()
        assert not b.files.thumbnail_path(sha256).exists()


def test_the_hub_refuses_a_file_that_is_not_what_its_name_says(hub: str) -> None:
    with connected(hub) as connection:
        said = "INSERT INTO pictures (sha256, size, bytes) VALUES (repeat('a', 64), %s, 'x')"
        connection.execute(said, ["thumbnail"])  # of that the hub cannot know it
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute(said, ["photo"])


def test_the_files_of_a_product_that_was_deleted_elsewhere_go_here_too_unless_another_one_shows_them(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Pier") as b,
        joined_till(tmp_path / "c", manager, "Quay") as c,
    ):
        red, blue = _with_photo(a, "T-1", "red"), _with_photo(a, "T-2", "blue")
        assert _with_photo(a, "T-3", "blue") == blue
        for till in (a, b):
            sync(till, manager)
        with connected(manager) as connection:
            receive_changes(c, connection)  # the files are still to come
        gone = [product_by_sku(a.catalog, sku) for sku in ("T-1", "T-2")]
        ids = [product.id for product in gone if product is not None]
        for product_id in ids:
            archive(a, product_id)
        delete_for_good(a, ids)
        for till in (a, b, c):
            sync(till, manager)
            assert not till.files.path(red).exists() and not till.files.thumbnail_path(red).exists()
            assert till.files.path(blue).exists()
            assert waiting_files(till) == 0


def archive(shop: Shop, product_id: int) -> None:
    edit_shop(shop, {product_id: ProductChange(archived=True)}, who="ada")
