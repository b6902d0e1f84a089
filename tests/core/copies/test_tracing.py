"""A picture made of a photo is seen through what was done to it; another of the same make is none."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.copies.known_photos import KnownPhotos, know_photos
from core.copies.tracing import Copy, trace
from core.errors import Cancelled
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import CARTONS, carton
from tests.core.measuring.compared.test_classic import package


def make_shop(folder: Path) -> Shop:
    """A shop of six cartons that no network has seen."""
    shop = open_shop(folder, create=True)
    for seed in range(CARTONS):
        product = upsert_product(shop.catalog, ProductDraft(str(seed))).product_id
        stored = shop.files.add(carton(seed))
        add_photo(shop.catalog, product, PhotoFile(stored.sha256, stored.width, stored.height))
    return shop


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnownPhotos]:
    with make_shop(tmp_path_factory.mktemp("cartons") / "shop") as shop:
        yield know_photos(shop)


def sku(known: KnownPhotos, copy: Copy) -> str:
    ids = [copy.photo.product_id]
    return str(known.shop.catalog.db.execute("SELECT sku FROM products WHERE id = ?", ids).fetchone()[0])


def compressed(picture: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=25)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("RGB")


def with_stickers(picture: Image.Image) -> Image.Image:
    changed = picture.copy()
    pencil = ImageDraw.Draw(changed)
    pencil.ellipse((200, 60, 290, 150), fill="red")
    pencil.rectangle((120, 320, 200, 380), fill="yellow")
    return changed


def in_another(picture: Image.Image) -> Image.Image:
    scene = package(9).resize((900, 700))
    scene.paste(picture.resize((300, 300)), (500, 350))
    return scene


def collage(picture: Image.Image) -> Image.Image:
    scene = Image.new("RGB", (840, 840))
    for number, part in enumerate((package(3), package(4), picture, package(5))):
        scene.paste(part.resize((420, 420)), (number % 2 * 420, number // 2 * 420))
    return scene


def part_in_another(picture: Image.Image) -> Image.Image:
    scene = package(9).resize((900, 700))
    scene.paste(picture.crop((100, 120, 320, 400)), (500, 250))
    return scene


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "compressed": compressed,
    "half as large": lambda picture: picture.resize((210, 210)),
    "a part": lambda picture: picture.crop((105, 150, 320, 400)),
    "mirrored": ImageOps.mirror,
    "turned": lambda picture: picture.rotate(37, Image.Resampling.BICUBIC, expand=True, fillcolor="white"),
    "grey": lambda picture: ImageOps.grayscale(picture).convert("RGB"),
    "negative": ImageOps.invert,
    "darker": lambda picture: ImageEnhance.Brightness(picture).enhance(0.5),
    "framed": lambda picture: ImageOps.expand(picture, 80, "brown"),
    "stickers": with_stickers,
    "in another": in_another,
    "collage": collage,
    "a part in another": part_in_another,
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_photo_is_traced_to_its_product(known: KnownPhotos, edit: str) -> None:
    (copy,) = trace(known, EDITS[edit](carton(2)))
    assert sku(known, copy) == "2"
    assert 0.7 < copy.score <= 1


def told(known: KnownPhotos, picture: Image.Image) -> list[str]:
    (copy,) = trace(known, picture)
    return [str(edit) for edit in copy.edits]


def test_what_was_done_is_told(known: KnownPhotos) -> None:
    assert told(known, carton(1)) == []
    assert told(known, ImageOps.mirror(carton(1))) == ["mirrored"]
    assert told(known, carton(1).transpose(Image.Transpose.ROTATE_90)) == ["turned by −90°"]
    assert told(known, ImageEnhance.Brightness(carton(1)).enhance(0.5)) == ["made darker"]
    assert told(known, ImageOps.grayscale(carton(1)).convert("RGB")) == ["colours taken away"]
    assert told(known, ImageOps.invert(carton(1))) == ["light and dark exchanged"]
    smaller, inside = told(known, in_another(carton(1)))
    assert smaller == "resized to 71%"
    assert inside.removeprefix("put into a picture of which it fills ") in {"14%", "15%"}
    assert told(known, carton(1).crop((0, 0, 420, 210)))[0] == "cut to 50% of it"


def test_where_it_lies_is_told_in_pixels_of_the_picture(known: KnownPhotos) -> None:
    (copy,) = trace(known, in_another(carton(2)))
    np.testing.assert_allclose(copy.outline, [(500, 350), (800, 350), (800, 650), (500, 650)], atol=3)
    (copy,) = trace(known, ImageOps.mirror(carton(2)))
    np.testing.assert_allclose(copy.outline, [(420, 0), (0, 0), (0, 420), (420, 420)], atol=3)
    (copy,) = trace(known, carton(2).crop((105, 150, 320, 400)))
    np.testing.assert_allclose(copy.outline, [(0, 0), (215, 0), (215, 250), (0, 250)], atol=3)


def test_a_part_that_was_cut_out_and_put_into_another_picture_is_outlined_alone(known: KnownPhotos) -> None:
    (copy,) = trace(known, part_in_another(carton(2)))
    np.testing.assert_allclose(copy.outline, [(500, 250), (720, 250), (720, 530), (500, 530)], atol=25)
    np.testing.assert_allclose(copy.part, [(100, 120), (320, 120), (320, 400), (100, 400)], atol=25)
    assert any(str(edit).startswith("cut to ") for edit in copy.edits)
    assert any(str(edit).startswith("put into a picture") for edit in copy.edits)


def test_the_part_of_ours_that_shows_is_told_in_pixels_of_the_photo(known: KnownPhotos) -> None:
    (copy,) = trace(known, in_another(carton(2)))
    np.testing.assert_allclose(copy.part, [(0, 0), (420, 0), (420, 420), (0, 420)], atol=3)
    (copy,) = trace(known, ImageOps.mirror(carton(2).crop((105, 150, 320, 400))))
    np.testing.assert_allclose(sorted(copy.part), [(105, 150), (105, 400), (320, 150), (320, 400)], atol=3)
    (copy,) = trace(known, carton(2).rotate(45, expand=True).crop((140, 140, 454, 454)))
    assert 4 < len(copy.part) <= 8


def test_every_photo_in_a_collage_is_found(known: KnownPhotos) -> None:
    scene = Image.new("RGB", (840, 420))
    scene.paste(carton(0), (0, 0))
    scene.paste(ImageOps.mirror(carton(5)), (420, 0))
    assert {sku(known, copy) for copy in trace(known, scene)} == {"0", "5"}


@pytest.mark.parametrize("seed", [6, 7, 8])
def test_another_carton_of_the_same_make_is_no_copy(known: KnownPhotos, seed: int) -> None:
    assert trace(known, carton(seed)) == ()


def test_plain_and_tiny_pictures_are_made_of_nothing(known: KnownPhotos) -> None:
    for picture in (Image.new("RGB", (300, 200), "white"), Image.new("RGB", (16, 16))):
        assert trace(known, picture) == ()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with make_shop(tmp_path / "shop") as shop:
        yield shop


def test_photos_that_come_and_go_are_followed_and_a_damaged_cache_is_made_anew(shop: Shop) -> None:
    know_photos(shop)
    (gone,) = shop.catalog.db.execute("SELECT id FROM products WHERE sku = '2'").fetchone()
    with shop.catalog.transaction() as db:
        db.execute("DELETE FROM photos WHERE product_id = ?", [gone])
    now = know_photos(shop)
    assert trace(now, carton(2)) == () and trace(now, carton(3)) != ()
    (words,) = (shop.folder / "points").glob("words*")
    words.write_bytes(words.read_bytes()[: words.stat().st_size // 2])
    assert trace(know_photos(shop), carton(3)) != ()


def test_looking_at_the_shops_photos_can_be_stopped(shop: Shop) -> None:
    with pytest.raises(Cancelled):
        know_photos(shop, lambda _progress: False)


def test_a_shop_without_photos_traces_nothing(tmp_path: Path) -> None:
    with open_shop(tmp_path / "shop", create=True) as shop:
        assert trace(know_photos(shop), carton(1)) == ()
