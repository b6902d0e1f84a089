"""Synthetic counter photos, and cutting products out of catalog pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from core.imaging.rendering.cut_out import cut_out
from core.imaging.rendering.grounds import GROUNDS
from core.imaging.rendering.perspective import perspective_coefficients


@pytest.fixture
def catalog_picture() -> Image.Image:
    """A red box with a white label on a light ground, with a soft shadow under it."""
    picture = Image.new("RGB", (400, 400), (250, 250, 249))
    shadow = Image.new("L", picture.size)
    ImageDraw.Draw(shadow).ellipse((110, 300, 330, 350), fill=110)
    picture.paste((60, 60, 60), (0, 0), shadow.filter(ImageFilter.GaussianBlur(12)))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((120, 80, 280, 320), fill=(190, 30, 40))
    pen.rectangle((150, 140, 250, 220), fill=(250, 250, 249))
    return picture


def test_the_same_seed_gives_the_same_photo_and_another_seed_another(catalog_picture: Image.Image) -> None:
    one, again, other = (
        synthesize(catalog_picture, rng=np.random.default_rng(seed), distractors=[catalog_picture])
        for seed in (7, 7, 8)
    )
    assert one.tobytes() == again.tobytes()
    assert one.tobytes() != other.tobytes()


@pytest.mark.parametrize("size", [(400, 400), (320, 240), (97, 131), (1200, 900)])
def test_a_photo_has_the_wanted_size(catalog_picture: Image.Image, size: tuple[int, int]) -> None:
    settings = CounterPhotoSettings(width=size[0], height=size[1], hand=1.0)
    photo = synthesize(
        catalog_picture, rng=np.random.default_rng(1), settings=settings, distractors=[catalog_picture]
    )
    assert photo.size == size
    assert photo.mode == "RGB"


def test_the_product_is_on_the_photo(catalog_picture: Image.Image) -> None:
    settings = CounterPhotoSettings(hand=0, light=0, clutter=0, blur=0, noise=0, jpeg=(0, 0))
    for seed in range(5):
        photo = synthesize(catalog_picture, rng=np.random.default_rng(seed), settings=settings)
        middle = np.asarray(photo, np.float32)[120:280, 120:280]
        red = (middle[:, :, 0] > 150) & (middle[:, :, 1] < 90)
        assert red.mean() > 0.2


def test_a_strength_of_zero_leaves_its_disturbance_out(catalog_picture: Image.Image) -> None:
    calm = CounterPhotoSettings(
        hand=0, light=0, clutter=0, blur=0, noise=0, jpeg=(0, 0), rotation=0, perspective=0
    )
    photo = synthesize(catalog_picture, rng=np.random.default_rng(3), settings=calm)
    pixels = np.asarray(photo, np.int16)
    exact = (np.abs(pixels - np.array([190, 30, 40])).max(axis=2) <= 2).mean()
    assert exact > 0.05


def test_the_callers_picture_is_not_changed(catalog_picture: Image.Image) -> None:
    before = catalog_picture.tobytes()
    synthesize(catalog_picture, rng=np.random.default_rng(3), distractors=[catalog_picture])
    cut = cut_out(catalog_picture)
    kept = cut.tobytes()
    synthesize(cut, rng=np.random.default_rng(3), distractors=[cut])
    cut_out(cut)
    assert catalog_picture.tobytes() == before
    assert cut.tobytes() == kept


def test_cutting_out_removes_ground_and_shadow_and_keeps_white_inside(catalog_picture: Image.Image) -> None:
    cut = cut_out(catalog_picture)
    assert cut.mode == "RGBA"
    assert cut.width == pytest.approx(161, abs=8)
    assert cut.height == pytest.approx(241, abs=14)
    opacity = np.asarray(cut.getchannel("A"))
    assert opacity[cut.height // 3, cut.width // 2] == 255
    assert (opacity[10:230, 10:150] == 255).mean() > 0.98


def test_a_white_product_on_white_is_kept_whole() -> None:
    picture = Image.new("RGB", (400, 400), (252, 252, 252))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((120, 60, 280, 340), fill=(242, 242, 242), outline=(205, 205, 208), width=3)
    pen.ellipse((170, 150, 230, 210), fill=(40, 90, 180))
    cut = cut_out(picture)
    assert cut.height == pytest.approx(280, abs=12)
    assert (np.asarray(cut.getchannel("A")) > 200).mean() > 0.93


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (300, 200), (255, 255, 255)),
        Image.new("RGB", (300, 200), (12, 12, 12)),
        Image.effect_noise((300, 200), 90).convert("RGB"),
        Image.new("RGB", (1, 1), (200, 0, 0)),
        Image.new("RGBA", (40, 40)),
    ],
    ids=["blank", "black", "noise", "one pixel", "empty"],
)
def test_a_picture_without_a_product_still_gives_a_photo(picture: Image.Image) -> None:
    photo = synthesize(
        picture, rng=np.random.default_rng(5), settings=CounterPhotoSettings(width=160, height=120)
    )
    assert photo.size == (160, 120)


def test_every_ground_differs_from_seed_to_seed() -> None:
    for draw in set(GROUNDS):
        one, other = (np.asarray(draw(np.random.default_rng(seed), (120, 90)), np.float32) for seed in (1, 2))
        assert one.shape == (90, 120, 3)
        assert np.abs(one - other).mean() > 2


def test_perspective_takes_the_corners_where_they_should_go() -> None:
    corners = np.array([(10, 20), (90, 5), (80, 95), (15, 70)], np.float64)
    a, b, c, d, e, f, g, h = perspective_coefficients(corners, (40, 30))
    expected = [(0, 0), (40, 0), (40, 30), (0, 30)]
    for (x, y), (u, v) in zip(corners, expected, strict=True):
        depth = g * x + h * y + 1
        assert (a * x + b * y + c) / depth == pytest.approx(u, abs=1e-6)
        assert (d * x + e * y + f) / depth == pytest.approx(v, abs=1e-6)


def test_real_catalog_pictures_are_cut_out_of_their_white_ground(grocery: Path) -> None:
    pictures = sorted((grocery / "iconic-images-and-descriptions").rglob("*_Iconic.jpg"))[::9]
    assert len(pictures) >= 8
    for path in pictures:
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail((400, 400))
        opacity = np.asarray(cut_out(picture).getchannel("A"))
        dark = (np.asarray(picture.convert("L")) < 225).sum()
        # The cut holds what is clearly not white, and little more.
        assert (opacity > 128).sum() > 0.9 * dark, path.name
        assert (opacity > 128).sum() < 0.98 * picture.width * picture.height, path.name
