"""Writing that is laid over a picture is told from what is printed on the thing it shows."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from core.label.lines import Corners, Line
from core.moderation.quality.watermark import laid_over, shining_through
from core.paths import resources

PLACE = (60, 120)
WORDS = "Wangs Grocery"
CORNERS: Corners = ((50.0, 125.0), (400.0, 125.0), (400.0, 185.0), (50.0, 185.0))


def colourful(seed: int = 3) -> Image.Image:
    """A package's picture side: patches of colours that run into one another."""
    patches = np.random.default_rng(seed).integers(40, 216, (8, 10, 3)).astype(np.uint8)
    whole = Image.fromarray(patches).resize((460, 320), Image.Resampling.BICUBIC)
    return whole.filter(ImageFilter.GaussianBlur(4))


def with_words(image: Image.Image, colour: tuple[int, int, int], opacity: float) -> Image.Image:
    font = ImageFont.truetype(resources() / "fonts" / "NotoSansCJKsc-Bold.otf", 46)
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).text(PLACE, WORDS, font=font, fill=round(255 * opacity))
    marked = image.copy()
    marked.paste(Image.new("RGB", image.size, colour), mask=mask)
    return marked


@pytest.mark.parametrize(
    ("colour", "opacity"), [((255, 255, 255), 0.4), ((255, 255, 255), 0.6), ((0, 0, 0), 0.5)]
)
def test_what_lies_behind_a_mark_shines_through_it_by_one_share(
    colour: tuple[int, int, int], opacity: float
) -> None:
    seen = shining_through(with_words(colourful(), colour, opacity), CORNERS)
    assert seen is not None and seen.share == pytest.approx(1 - opacity, abs=0.15)


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (200, 30, 40)])
def test_nothing_shines_through_print(colour: tuple[int, int, int]) -> None:
    assert shining_through(with_words(colourful(), colour, 1.0), CORNERS) is None


def test_light_that_falls_off_over_print_is_no_mark() -> None:
    printed = with_words(Image.new("RGB", (460, 320), (190, 60, 50)), (250, 240, 230), 1.0)
    light = np.linspace(0.45, 1.0, 460)[np.newaxis, :, np.newaxis]
    shaded = Image.fromarray((np.asarray(printed) * light).astype(np.uint8))
    assert shining_through(shaded, CORNERS) is None


def test_on_one_colour_nothing_can_be_told_but_by_what_it_says() -> None:
    plain = with_words(Image.new("RGB", (460, 320), (190, 60, 50)), (255, 255, 255), 0.5)
    assert laid_over(plain, [Line(WORDS, CORNERS, 0.9)]) == (0.0, None)
    says_so = Line("样品图 请勿盗用", CORNERS, 0.9)
    assert laid_over(plain, [says_so]) == (0.9, says_so)
