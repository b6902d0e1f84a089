"""From a picture to what is written on it."""

import numpy as np
import pytest
from PIL import Image

from core.label.detection import find_lines, rectangles_of
from core.label.networks import LabelNetworks
from core.label.reading import read_lines
from core.label.recognition import decoded
from tests.core.label.written import CHINESE, package


def texts(networks: LabelNetworks, image: Image.Image) -> list[str]:
    return [line.text.replace(" ", "").casefold() for line in read_lines(networks, image)]


def test_each_line_is_read_where_it_stands(networks: LabelNetworks) -> None:
    lines = read_lines(networks, package("Bravo Apple Juice", "100% 1,5 L"))
    by_text = {line.text.replace(" ", "").casefold(): line for line in lines}
    assert set(by_text) == {"bravoapplejuice", "100%1,5l"}
    assert all(line.confidence > 0.8 for line in lines)
    corners = np.array(by_text["bravoapplejuice"].corners)
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    assert 40 < left < 65 and 45 < top < 75 and 400 < right < 520 and 95 < bottom < 130


def test_letters_of_other_languages_are_read(networks: LabelNetworks) -> None:
    assert set(texts(networks, package("Färsk mjölk", "Crème brûlée"))) == {"färskmjölk", "crèmebrûlée"}


def test_chinese_is_read(networks: LabelNetworks) -> None:
    assert sorted(texts(networks, package("有机苹果汁", "草莓酸奶", font=CHINESE))) == [
        "有机苹果汁",
        "草莓酸奶",
    ]


@pytest.mark.parametrize("degrees", [-25, -10, 15, 30, 90, -90])
def test_a_package_that_lies_askew_or_on_its_side_is_read(networks: LabelNetworks, degrees: int) -> None:
    turned = package("Strawberry").rotate(degrees, expand=True, fillcolor=(214, 226, 205))
    assert texts(networks, turned) == ["strawberry"]


@pytest.mark.parametrize("size", [(120, 90), (3000, 2250), (1500, 200)])
def test_pictures_of_any_size_are_read(networks: LabelNetworks, size: tuple[int, int]) -> None:
    letters = size[1] // 4
    image = package("Yoggi", size=letters, at=(letters // 2, letters), picture=size)
    (line,) = read_lines(networks, image)
    assert line.text == "Yoggi"
    assert np.array(line.corners).max() <= max(size)


def test_where_nothing_is_written_nothing_is_read(networks: LabelNetworks) -> None:
    gradient = np.linspace(60, 200, 300, dtype=np.uint8)
    apple = Image.fromarray(np.stack([np.tile(gradient, (300, 1))] * 3, axis=2))
    assert read_lines(networks, apple) == ()
    assert read_lines(networks, Image.new("RGB", (1, 1))) == ()


def test_of_more_lines_than_are_asked_for_the_largest_are_read(networks: LabelNetworks) -> None:
    image = package("Large letters", size=60)
    image.paste(
        package("small print", size=16, at=(10, 4), picture=(200, 40)).crop((0, 0, 150, 30)), (60, 300)
    )
    assert len(find_lines(networks.detect, image, most=40)) == 2
    (line,) = read_lines(networks, image, most=1)
    assert line.text.replace(" ", "") == "Largeletters"


def test_a_map_of_nothing_likely_has_no_rectangles() -> None:
    faint = np.full((64, 64), 0.29, np.float32)
    assert rectangles_of(faint) == []
    faint[10:20, 10:50] = 0.45  # marked, and not likely enough as a whole
    assert rectangles_of(faint) == []
    faint[10:20, 10:50] = 0.9
    (found,) = rectangles_of(faint)
    assert found.width == pytest.approx(39 + 2 * 39 * 10 * 1.6 / (2 * 49), abs=3)


def test_repeated_letters_are_one_unless_nothing_stands_between_them() -> None:
    steps = [1, 1, 0, 1, 2, 2, 0]
    probabilities = np.full((len(steps), 3), 0.1, np.float32)
    probabilities[np.arange(len(steps)), steps] = 0.8
    text, confidence = decoded(probabilities, ["a", "b"])
    assert text == "aab"
    assert confidence == pytest.approx(0.8)
    assert decoded(probabilities[[2, 6]], ["a", "b"]) == ("", 0.0)
