"""Photos taken in the shop, in a folder for each product: whose they are, and what is left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.ingest.photo_folder import PhotoFolder, add_photo_folder, read_photo_folder
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Three products without photos, two of which have one title."""
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        upsert_product(shop.catalog, ProductDraft("T-1", "Green Tea", barcode="4006381333931"))
        upsert_product(shop.catalog, ProductDraft("T-2", "Black Tea"))
        upsert_product(shop.catalog, ProductDraft("T-3", "Black Tea"))
        yield shop


def picture(path: Path, colour: str = "teal") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 64), colour).save(path)
    return path


def named(found: PhotoFolder) -> dict[str, str]:
    return {
        folder.name: folder.product.sku if folder.product else str(folder.problem) for folder in found.folders
    }


@pytest.mark.parametrize("name", ["T-1", "t1", "4006381333931", "Green Tea", "green_tea", "GREEN-TEA"])
def test_a_folder_bears_the_number_the_barcode_or_the_title(shop: Shop, tmp_path: Path, name: str) -> None:
    picture(tmp_path / "photos" / name / "a.png")
    picture(tmp_path / "photos" / name / "closer" / "b.png")
    found = read_photo_folder(shop.catalog, tmp_path / "photos")
    assert named(found) == {name: "T-1"}
    assert [path.name for path in found.folders[0].pictures] == ["a.png", "b.png"]


def test_what_names_no_product_or_several_is_told_and_left_out(shop: Shop, tmp_path: Path) -> None:
    for name in ("Coffee", "Black Tea", "T-2", "T-1"):
        picture(tmp_path / "photos" / name / "a.png")
    picture(tmp_path / "photos" / "loose.png")
    (tmp_path / "photos" / "T-2" / "raw.cr2").write_bytes(b"")
    tea = product_by_sku(shop.catalog, "T-1")
    assert tea is not None
    set_archived(shop.catalog, [tea.id])
    found = read_photo_folder(shop.catalog, tmp_path / "photos")
    names = named(found)
    assert names["T-2"] == "T-2" and len(found.known) == 1
    assert "Several products" in names["Black Tea"]
    assert "No product" in names["Coffee"] and "No product" in names["T-1"]
    assert [skip.row for skip in found.skipped] == ["T-2/raw.cr2", "loose.png"]
    report = add_photo_folder(shop, found)
    assert {skip.row for skip in report.skipped} == {"Black Tea", "Coffee", "T-1", "T-2/raw.cr2", "loose.png"}
    assert (report.created, report.photos_added) == (0, 1)


def test_a_folder_without_sub_folders_is_one_products(shop: Shop, tmp_path: Path) -> None:
    picture(tmp_path / "T-3" / "a.png")
    assert named(read_photo_folder(shop.catalog, tmp_path / "T-3")) == {"T-3": "T-3"}


def test_a_folder_without_pictures_is_refused(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "empty" / "T-1").mkdir(parents=True)
    with pytest.raises(KnownError, match="no pictures"):
        read_photo_folder(shop.catalog, tmp_path / "empty")


def test_photos_are_added_once_as_taken_in_the_shop_and_taken_back_as_one_step(
    shop: Shop, tmp_path: Path
) -> None:
    picture(tmp_path / "photos" / "T-1" / "a.png", "teal")
    picture(tmp_path / "photos" / "Green Tea" / "b.png", "navy")
    picture(tmp_path / "photos" / "T-2" / "a.png", "gold")
    found = read_photo_folder(shop.catalog, tmp_path / "photos")
    report = add_photo_folder(shop, found, who="Ann")
    assert (report.products, report.photos_added, report.skipped) == (2, 3, ())
    tea = product_by_sku(shop.catalog, "T-1")
    assert tea is not None and tea.title == "Green Tea"
    assert [photo.kind for photo in photos_of_product(shop.catalog, tea.id)] == [PhotoKind.COUNTER] * 2
    assert add_photo_folder(shop, found).photos_added == 0
    undo_step(shop, who="Ann")
    assert not photos_of_product(shop.catalog, tea.id)
