"""Each fault that is drawn on a good photo is told, and the good photo has none of them."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageFilter

from core.imaging.cutting.outline import find_outline
from core.moderation.quality import measures
from tests.core.imaging.cutting.test_outline import carton, wood


def photo(ground: tuple[int, int, int] = (255, 255, 255), side: int = 1200) -> Image.Image:
    """A package with small print on an even ground; it takes four fifths of the height."""
    image = carton(Image.new("RGB", (240, 240), ground), (60, 24, 180, 216)).resize((side, side))
    fine = wood(3).resize((side // 6, side // 6))
    image.paste(fine, (side // 3, side * 7 // 10))
    return image


GOOD = photo()


@pytest.mark.parametrize(
    ("measure", "worse"),
    [
        (measures.blurred, lambda image: image.filter(ImageFilter.GaussianBlur(14))),
        (measures.dark, lambda image: image.point(lambda value: value * 0.4)),
        (measures.small, lambda image: image.resize((400, 400))),
        (
            lambda image: measures.ground_not_white(image, find_outline(image)),
            lambda _: photo((205, 205, 205)),
        ),
    ],
    ids=["blurred", "dark", "small", "not on white"],
)
def test_a_fault_of_the_whole_picture_is_told(
    measure: Callable[[Image.Image], float], worse: Callable[[Image.Image], Image.Image]
) -> None:
    assert measure(GOOD) < 0.3
    assert measure(worse(GOOD)) >= 0.5


def test_much_border_and_a_product_at_the_edge_are_told() -> None:
    good = find_outline(GOOD)
    lost = Image.new("RGB", (1200, 1200), (255, 255, 255))
    lost.paste(GOOD.resize((400, 400)), (400, 400))
    far, cut_off = find_outline(lost), find_outline(GOOD.crop((400, 0, 1200, 1200)))
    assert good is not None and far is not None and cut_off is not None
    assert measures.wide_border(good) < 0.3 <= 0.5 <= measures.wide_border(far)
    assert measures.touching(good) == 0 and measures.touching(cut_off) > 0.5
