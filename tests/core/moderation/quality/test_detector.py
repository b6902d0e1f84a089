"""What a photo's writing says of it, and what is told of which photos."""

import pytest
from PIL import Image, ImageDraw

from core.catalog.photos.photos import Photo, PhotoKind
from core.finding import FindingKind
from core.imaging.cutting.outline import Outline, find_outline
from core.label.lines import Line
from core.moderation.looked_at import LookedAt
from core.moderation.quality.detector import QualityDetector
from core.moderation.quality.writing import beside, turned, upside_down
from core.shop.shop import Shop
from tests.core.moderation.quality.test_measures import GOOD, photo


def line(text: str, box: tuple[float, float, float, float], confidence: float = 0.95) -> Line:
    left, top, right, bottom = box
    return Line(text, ((left, top), (right, top), (right, bottom), (left, bottom)), confidence)


@pytest.fixture(scope="module")
def outline() -> Outline:
    found = find_outline(GOOD)
    assert found is not None
    return found


def test_writing_that_runs_up_the_picture_says_that_it_lies_on_its_side() -> None:
    assert turned([line("Apple juice", (100, 100, 140, 500))]) == 1
    assert turned([line("Apple juice", (100, 100, 500, 140)), line("1 l", (10, 10, 20, 90))]) < 0.5
    assert turned([line("1 l", (10, 10, 20, 90))]) == 0, "too little to say"


def test_a_picture_is_read_turned_only_where_it_is_not_clear() -> None:
    turns: list[Image.Image] = []

    def read(image: Image.Image) -> list[Line]:
        turns.append(image)
        return [line("Apple juice", (0, 0, 200, 30))]

    assert upside_down(GOOD, [line("Apple juice", (0, 0, 200, 30))], read) == 0 and not turns
    assert upside_down(GOOD, [line("eojni 3ldd", (0, 0, 200, 30), 0.55)], read) > 0.5 and len(turns) == 1


def test_a_price_beside_the_product_is_told_and_what_stands_on_it_is_not(outline: Outline) -> None:
    on_it, next_to_it = line("Juice", (400, 300, 800, 380)), line("-20 %", (20, 20, 200, 90), 0.9)
    assert beside([on_it], outline, GOOD.size) == (0, None)
    assert beside([on_it, next_to_it], outline, GOOD.size) == (0.9, next_to_it)
    assert beside([line("SALE", (200, 300, 380, 380))], outline, GOOD.size)[0] > 0.5


def test_each_fault_is_a_finding_with_a_sentence_and_a_good_photo_has_none(shop: Shop) -> None:
    detector = QualityDetector(shop.label_reader)

    def told(image: Image.Image, *photos: Photo) -> list[str]:
        findings = detector.find(LookedAt(shop, "a", image, photos))
        assert {one.kind for one in findings} <= {FindingKind.QUALITY}
        return [str(one.text) for one in findings if one.score >= 0.5]

    assert told(GOOD) == []
    bad = photo((200, 190, 170), 420).point(lambda value: value * 0.45)
    pencil = ImageDraw.Draw(bad)
    pencil.rectangle((0, 0, 3, 3), fill=(0, 0, 0))
    assert {"The photo is dark.", "The photo is small: 420 × 420 pixels."} <= set(told(bad))
    counter = Photo(1, 1, PhotoKind.COUNTER, "ab", "", "", 420, 420, 0, False, "")
    assert told(bad, counter) == [], "nothing is sold with it"
