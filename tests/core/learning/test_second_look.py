"""A text–picture network's picture tower is heard of plain pictures as far as the shop's photos prove it."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.answer import Answer
from core.care.check import check_shop
from core.ingest.folder import folder_entries
from core.ingest.photo_folder import add_photo_folder, read_photo_folder
from core.ingest.product_import import import_entries
from core.ingest.text_image import add_text_image, remove_text_image
from core.learning.second_look import Choice, fitted_weight, weigh
from core.models.shop_model import plain_model
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.embedding.text_image.tiny_towers import COLOURS, SHAPES, tiny_package, zipped

SLOW = ("print", "label")


def drawn(colour: str, shape: str, dice: random.Random) -> Image.Image:
    """A thing somewhere on a wall, in the light of the hour."""
    image = Image.new("RGB", (160, 160), (dice.randint(190, 245),) * 3)
    left, top, size = dice.randint(10, 50), dice.randint(10, 50), dice.randint(75, 105)
    fill = tuple(min(255, max(0, value + dice.randint(-25, 25))) for value in COLOURS[colour])
    getattr(ImageDraw.Draw(image), SHAPES[shape])((left, top, left + size, top + size), fill=fill)
    return image


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of eight things, a catalog photo and three of the shop of each."""
    folder, dice = tmp_path_factory.mktemp("second"), random.Random(7)
    (folder / "catalog").mkdir()
    for colour in list(COLOURS)[:4]:
        for shape in SHAPES:
            drawn(colour, shape, dice).save(folder / "catalog" / f"{colour} {shape}.png")
            own = folder / "counter" / f"{colour} {shape}"
            own.mkdir(parents=True)
            for number in range(3):
                drawn(colour, shape, dice).save(own / f"{number}.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "catalog"))
        add_photo_folder(shop, read_photo_folder(shop.catalog, folder / "counter"))
    return folder


@pytest.fixture(scope="module")
def given(made: Path) -> Iterator[Shop]:
    """The shop with the network, weighed."""
    with open_shop(made / "shop", device="cpu") as shop:
        add_text_image(shop, zipped(tiny_package(), made / "tiny.zip"))
        assert shop.text_image.weight(shop.model) == 0
        weigh(shop)
        yield shop


def confidences(found: Answer) -> dict[str, float]:
    return {result.title: result.confidence for result in found.results}


def test_it_says_which_of_the_candidates_and_leaves_whether_it_is_one_to_the_vector(given: Shop) -> None:
    assert 0.1 < given.text_image.weight(given.model) <= 3
    dice = random.Random(99)
    gained = []
    for colour in list(COLOURS)[:4]:
        for shape in SHAPES:
            seen = see(given, [drawn(colour, shape, dice)])
            alone = answer(given, seen, without=(*SLOW, "text-image"))
            both = answer(given, seen, without=SLOW)
            title = f"{colour} {shape}"
            assert both.unknown == pytest.approx(alone.unknown, abs=1e-6)
            gained.append(np.log(confidences(both)[title] / confidences(alone)[title]))
    assert np.mean(gained) > 0.05
    assert check_shop(given).ok


def test_it_counts_for_the_model_it_was_weighed_beside_and_lasts(given: Shop, made: Path) -> None:
    weight = given.text_image.weight(given.model)
    other = next(spec for spec in given.models.backbones() if spec.fingerprint != given.spec.fingerprint)
    assert given.text_image.weight(plain_model(other)) == 0
    with open_shop(made / "shop", device="cpu") as again:
        assert again.text_image.weight(again.model) == weight


def test_a_damaged_tower_is_silent_and_a_shop_without_hears_none(given: Shop, made: Path) -> None:
    picture = drawn("red", "ball", random.Random(5))
    alone = confidences(answer(given, see(given, [picture]), without=(*SLOW, "text-image")))
    stored = given.text_image.stored
    assert stored is not None
    given.text_image.close()
    tower = stored.folder / "tiny.onnx"
    whole = tower.read_bytes()
    tower.write_bytes(b"damaged")
    assert confidences(answer(given, see(given, [picture]), without=SLOW)) == pytest.approx(alone)
    tower.write_bytes(whole)
    seen = see(given, [picture])
    remove_text_image(given, "tiny")
    assert confidences(answer(given, seen, without=SLOW)) == pytest.approx(alone)
    assert see(given, [picture]).pictures[0].look is None


@pytest.mark.parametrize(("helps", "least", "most"), [(2.0, 0.8, 3.0), (0.0, 0.0, 0.0), (-1.0, 0.0, 0.0)])
def test_the_weight_is_what_the_photos_prove(helps: float, least: float, most: float) -> None:
    chance = np.random.default_rng(3)
    choices = []
    for _photo in range(60):
        standings = chance.normal(size=10)
        standings[0] += helps
        choices.append(Choice(np.sort(chance.normal(size=10)), standings, 0))
    assert least <= fitted_weight(choices) <= most
