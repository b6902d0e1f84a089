"""The words on a shop's photos: read once, found by text."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.lists.text_search import find_products
from core.catalog.photos.counter_writing import counter_writing
from core.catalog.photos.label_words import photos_to_read
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.products import product_by_sku
from core.errors import Cancelled
from core.ingest.folder import folder_entries
from core.ingest.label_reading import read_labels, read_labels_in_advance
from core.ingest.photo_kinds import with_kinds
from core.ingest.product_import import import_entries
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.label.written import CHINESE, package


def write_cartons(folder: Path) -> None:
    folder.mkdir()
    package("Oat drink", "EKO 1,5%").save(folder / "milk.png")
    package("有机苹果汁", font=CHINESE).save(folder / "juice.png")
    package().save(folder / "plain.png")


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop of those packages; not to be changed."""
    folder = tmp_path_factory.mktemp("unread")
    write_cartons(folder / "cartons")
    with open_shop(folder / "shop", create=True, device="cpu") as opened:
        import_entries(opened, folder_entries(folder / "cartons"))
    return folder / "shop"


@pytest.fixture
def shop(unread: Path, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(shutil.copytree(unread, tmp_path / "shop"), device="cpu") as opened:
        yield opened


def found(shop: Shop, text: str) -> list[int]:
    return [hit.product_id for hit in find_products(shop.catalog, text)]


def test_what_stands_on_packages_is_found_though_no_title_says_it(shop: Shop) -> None:
    milk, juice = (product_by_sku(shop.catalog, sku) for sku in ("milk", "juice"))
    assert milk is not None and juice is not None
    assert found(shop, "eko") == []
    read_labels(shop)
    assert found(shop, "eko") == [milk.id]
    assert found(shop, "苹果") == [juice.id]


def test_each_photo_is_read_once_also_one_without_words(shop: Shop) -> None:
    assert sum(1 for _ in read_labels_in_advance(shop)) == 3
    assert sum(1 for _ in read_labels_in_advance(shop)) == 0


def test_counter_photos_of_packages_are_read_after_the_catalog_photos(shop: Shop, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    package("EKO 1,5%", "Oat drink", at=(200, 60)).save(taken / "milk.png")
    package(at=(200, 60)).save(taken / "plain.png")
    entries = with_kinds(folder_entries(taken), PhotoKind.COUNTER, is_stated=False).entries
    import_entries(shop, entries)
    milk, plain = (product_by_sku(shop.catalog, sku) for sku in ("milk", "plain"))
    assert milk is not None and plain is not None
    assert sum(1 for _ in read_labels_in_advance(shop)) == 4, "on the third nothing is written"
    kept = counter_writing(shop.catalog, [milk.id, plain.id], shop.label_reader.name)
    (read,) = kept.pop(milk.id)
    first, second = sorted(read, key=lambda line: line.down)
    assert not kept
    assert first.text.startswith("EKO") and second.text.startswith("Oat")
    assert first.down < second.down < 0.6 and 0.3 < first.across < 0.8
    assert sum(1 for _ in read_labels_in_advance(shop)) == 0
    read_labels(shop)


def test_searches_may_pass_while_the_photos_of_many_products_are_chosen(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_labels(shop)
    monkeypatch.setattr("core.ingest.label_reading._PRODUCTS_AT_ONCE", 1)
    assert sum(1 for _ in read_labels_in_advance(shop)) == 2, "between the three products"


def test_a_counter_photo_that_cannot_be_opened_is_not_tried_again_and_again(
    shop: Shop, tmp_path: Path
) -> None:
    read_labels(shop)
    taken = tmp_path / "taken"
    taken.mkdir()
    package("EKO 1,5%", at=(200, 60)).save(taken / "milk.png")
    import_entries(shop, with_kinds(folder_entries(taken), PhotoKind.COUNTER, is_stated=False).entries)
    (sha256,) = shop.catalog.db.execute("SELECT sha256 FROM photos WHERE kind = 'counter'").fetchone()
    shop.files.path(sha256).write_bytes(b"no picture")
    assert sum(1 for _ in read_labels_in_advance(shop)) == 1
    assert sum(1 for _ in read_labels_in_advance(shop)) == 0


def test_no_more_are_read_at_once_than_said_and_what_was_read_stays_after_a_stop(shop: Shop) -> None:
    name = shop.label_reader.name
    read_labels(shop, most=1)
    assert len(photos_to_read(shop.catalog, name)) == 2

    def stop(progress: Progress) -> bool:
        return progress.done < 1

    with pytest.raises(Cancelled):
        read_labels(shop, stop)
    assert len(photos_to_read(shop.catalog, name)) == 1


def test_a_file_that_is_gone_keeps_nothing_else_from_being_read(shop: Shop) -> None:
    for path in (shop.folder / "photos").rglob("*.jpg"):
        path.unlink()
        break
    read_labels(shop)
    assert len(photos_to_read(shop.catalog, shop.label_reader.name)) == 1


def test_a_shop_that_only_reads_is_left_as_it_is(shop: Shop) -> None:
    with open_shop(shop.folder, device="cpu") as second:
        assert not second.writable
        read_labels(second)
    assert len(photos_to_read(shop.catalog, shop.label_reader.name)) == 3


def test_without_its_networks_nothing_is_read_and_the_shop_says_so_once(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shop.folder
    shop.close()
    monkeypatch.setattr("core.embedding.runtimes.network_file.resources", lambda: tmp_path)
    with open_shop(folder, device="cpu") as bare:
        (notice,) = bare.notices
        assert "Words on packages are not read: the file label-detector.half.onnx" in str(notice)
        read_labels(bare)
        assert len(photos_to_read(bare.catalog, bare.label_reader.name)) == 3
