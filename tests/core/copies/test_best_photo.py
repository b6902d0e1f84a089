"""Of copies the best is kept, by what is to be seen in them, with every product that has one; and undone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFilter, ImageOps

from core.catalog.photos.photos import Photo, PhotoKind, photos_of_product
from core.catalog.products.upsert import ProductDraft
from core.copies.best_photo import BestPhoto, best_photo, best_photos, detail, keep_best
from core.copies.duplicates import find_duplicates
from core.errors import KnownError
from core.ingest.shop_edits import NewPicture, add_product
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step
from tests.core.cartons import carton

SMALL, LARGE = (200, 200), (420, 420)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        yield shop


def add(shop: Shop, sku: str, *images: Image.Image) -> int:
    pictures = [NewPicture(f"{sku}.png", image=image) for image in images]
    return add_product(shop, ProductDraft(sku, title=sku), pictures, who="Kim").product_id


def sizes(shop: Shop, product: int) -> list[tuple[int, int]]:
    return [(photo.width, photo.height) for photo in photos_of_product(shop.catalog, product)]


def photos(shop: Shop, product: int) -> tuple[Photo, ...]:
    return tuple(photos_of_product(shop.catalog, product))


WORSE: dict[str, Callable[[Image.Image], Image.Image]] = {
    "smaller": lambda image: image.resize(SMALL, Image.Resampling.LANCZOS),
    "shrunk, then enlarged": lambda image: image.resize((150, 150)).resize((900, 900)),
    "framed": lambda image: ImageOps.expand(image.resize(SMALL), 200, "white"),
    "cut": lambda image: image.crop((110, 40, 310, 260)),
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(2)),
}


@pytest.mark.parametrize("edit", WORSE.values(), ids=WORSE)
def test_less_is_to_be_seen_in_a_worse_copy(edit: Callable[[Image.Image], Image.Image]) -> None:
    assert detail(edit(carton(1))) < 0.8 * detail(carton(1))


def test_the_better_one_is_kept_by_all_that_have_a_copy_and_an_undo_brings_the_others_back(
    empty: Shop,
) -> None:
    small, other = carton(1).resize(SMALL, Image.Resampling.LANCZOS), carton(4)
    first, second = add(empty, "A", small, other), add(empty, "B", carton(1))
    (chosen,) = best_photos(empty, [same.photos for same in find_duplicates(empty).photos])
    assert (chosen.best.width, chosen.best.height) == LARGE
    assert [(photo.width, photo.height) for photo in chosen.others] == [SMALL]
    assert "more detail (420 × 420 pixels)" in str(chosen.why)
    assert keep_best(empty, [chosen], who="Kim") is not None
    assert sizes(empty, first) == [LARGE, LARGE] and sizes(empty, second) == [LARGE]
    assert photos(empty, first)[0].sha256 == photos(empty, second)[0].sha256
    assert find_duplicates(empty).photos == () and keep_best(empty, [chosen], who="Kim") is None
    assert undo_step(empty, who="Kim") is not None
    assert sizes(empty, first) == [SMALL, LARGE] and len(find_duplicates(empty).photos) == 1


def test_of_copies_in_one_product_the_best_stands_where_the_first_stood(empty: Shop) -> None:
    small = carton(1).resize(SMALL, Image.Resampling.LANCZOS)
    product = add(empty, "A", carton(4), small, carton(5), carton(1))
    chosen = best_photo(empty, [photos(empty, product)[1], photos(empty, product)[3]])
    keep_best(empty, [chosen], who="Kim")
    assert [photo.source_name for photo in photos(empty, product)] == ["A.png"] * 3
    assert photos(empty, product)[1] == replace(chosen.best, position=1)


def test_of_two_that_show_as_much_the_one_that_came_first_is_the_original(empty: Shop) -> None:
    product = add(empty, "A", carton(1), ImageOps.mirror(carton(1)))
    chosen = best_photo(empty, photos(empty, product))
    assert chosen.best == photos(empty, product)[0] and "had it first" in str(chosen.why)


def test_a_photo_that_is_damaged_is_never_the_best(empty: Shop) -> None:
    product = add(empty, "A", carton(1), carton(1).resize(SMALL))
    large, small = photos(empty, product)
    empty.files.path(large.sha256).write_bytes(b"damaged")
    assert best_photo(empty, [large, small]).best == small


def test_a_counter_photo_stays_one_and_a_shop_that_can_only_be_read_stays_as_it_is(empty: Shop) -> None:
    first, second = add(empty, "A", carton(1).resize(SMALL)), add(empty, "B", carton(1))
    empty.catalog.db.execute("UPDATE photos SET kind = 'counter' WHERE product_id = ?", [first])
    chosen: list[BestPhoto] = [best_photo(empty, [*photos(empty, first), *photos(empty, second)])]
    keep_best(empty, chosen, who="Kim")
    assert photos(empty, first)[0].kind is PhotoKind.COUNTER and sizes(empty, first) == [LARGE]
    empty.close()
    with open_shop(empty.folder, write=False) as reader, pytest.raises(KnownError):
        keep_best(reader, chosen, who="Kim")
