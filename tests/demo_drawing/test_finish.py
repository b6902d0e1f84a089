"""The finished demo shop: what the program ships and unpacks."""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import paths
from core.care.check import check_shop
from core.care.demo_shop import ensure_demo_shop
from core.catalog.lists.listing import ordered_ids
from core.catalog.photos.photos import photos_of_products
from core.catalog.photos.vectors import photos_without_vector
from core.catalog.products.products import Product, products_by_ids
from core.shop.opening import open_shop
from core.shop.shop import Shop
from demo_drawing.build import draw_demo
from demo_drawing.catalogue import all_products
from demo_drawing.finish import finish_demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The one that the set-up made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SNAPSHELF_HOME", str(tmp_path_factory.mktemp("home")))
        folder = ensure_demo_shop()
    with open_shop(folder) as shop:
        yield shop


def products(shop: Shop) -> list[Product]:
    return products_by_ids(shop.catalog, ordered_ids(shop.catalog).tolist())


@pytest.fixture(scope="module")
def pictures(demo: Shop) -> dict[str, Path]:
    """The photos of the shop by the names that they were drawn under: ``photos/MU01.jpg``."""
    photos = photos_of_products(demo.catalog, [product.id for product in products(demo)])
    return {
        photo.source_name: demo.files.path(photo.sha256)
        for of_product in photos.values()
        for photo in of_product
    }


def grey(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("L"), np.float32)


def test_every_product_is_in_it_with_a_price_and_a_picture(demo: Shop, pictures: dict[str, Path]) -> None:
    assert {product.sku for product in products(demo)} == {product.sku for product in all_products()}
    for product in products(demo):
        assert product.price_minor is not None
        assert product.price_minor > 0
        assert product.currency == "EUR"
        with Image.open(pictures[f"photos/{product.sku}.jpg"]) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (640, 640)


def test_it_needs_nothing_more_to_be_searched(demo: Shop) -> None:
    assert len(photos_without_vector(demo.catalog, demo.spec.fingerprint)) == 0
    assert check_shop(demo).sentences == []


def test_every_picture_shows_a_product_on_a_light_ground(demo: Shop, pictures: dict[str, Path]) -> None:
    for product in products(demo):
        pixels = grey(pictures[f"photos/{product.sku}.jpg"])
        border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
        assert border.min() > 190, product.sku
        assert pixels[120:520, 120:520].std() > 4, product.sku


def test_no_two_pictures_are_nearly_the_same(demo: Shop, pictures: dict[str, Path]) -> None:
    skus = [product.sku for product in products(demo)]
    opened = [Image.open(pictures[f"photos/{sku}.jpg"]) for sku in skus]
    small = np.stack(
        [np.asarray(one.resize((48, 48), Image.Resampling.BOX), np.float32).ravel() for one in opened]
    )
    for index, picture in enumerate(small):
        difference = np.abs(small - picture).mean(axis=1)
        difference[index] = np.inf
        nearest = int(difference.argmin())
        assert difference[nearest] > 0.5, (skus[index], skus[nearest])


def test_some_products_have_a_second_picture_that_differs(pictures: dict[str, Path]) -> None:
    second = [name for name in pictures if name.endswith("-2.jpg")]
    assert len(second) >= 30
    for name in second:
        assert np.abs(grey(pictures[name]) - grey(pictures[name.replace("-2", "")])).mean() > 1, name


def test_counter_photos_are_large_and_differ_from_their_source(pictures: dict[str, Path]) -> None:
    finished = paths.finished_demo()
    with (finished / "counter_photos.csv").open(encoding="utf-8", newline="") as file:
        photos = list(csv.DictReader(file))
    assert len(photos) >= 40
    for row in photos:
        with Image.open(finished / row["photo"]) as opened:
            photo = opened.convert("RGB")
        assert photo.size == (1200, 900)
        source = Image.open(pictures[f"photos/{row['sku']}.jpg"]).resize(photo.size)
        assert np.abs(np.asarray(photo, np.float32) - np.asarray(source, np.float32)).mean() > 15


def test_it_tells_nothing_of_when_and_where_it_was_made(tmp_path: Path) -> None:
    files = draw_demo(tmp_path / "drawn", all_products()[::50])
    finish_demo(files, tmp_path / "one")
    finish_demo(files, tmp_path / "other")
    one, other = ((tmp_path / name / "shop.zip").read_bytes() for name in ("one", "other"))
    assert one == other
    with zipfile.ZipFile(tmp_path / "one" / "shop.zip") as archive:
        assert str(tmp_path).encode() not in archive.read("catalog.db")
