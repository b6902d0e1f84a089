"""A shelf of coloured boxes with print of their own, filmed on a walk; and what finds boxes there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core.answer import Answer, Verdict
from core.imaging.cut import Box
from core.scene.counting import Spot
from core.shop.shop import Shop
from tests.core.test_answer import answer

FRAME = (480, 270)
COLOURS = {"red": (205, 40, 40), "green": (40, 160, 60), "blue": (50, 70, 210)}
WALL = (128, 128, 128)


def painted(names: Sequence[str], seed: int = 0) -> Image.Image:
    """Boxes side by side before a grey wall with tickets on it, 60 by 150, 30 apart."""
    generator = np.random.default_rng(seed)
    image = Image.new("RGB", (90 * len(names) + 60, 300), WALL)
    pencil = ImageDraw.Draw(image)
    for place, name in enumerate(names):
        left = 40 + 90 * place
        pencil.rectangle((left, 75, left + 60, 225), fill=COLOURS[name])
        for _ in range(14):  # the same print on each of a kind, and something of its own
            x, y = left + int(generator.integers(4, 48)), 78 + int(generator.integers(0, 136))
            pencil.rectangle(
                (x, y, x + int(generator.integers(3, 9)), y + int(generator.integers(3, 9))), "white"
            )
        for _ in range(8):
            x, y = left - 15 + int(generator.integers(0, 84)), 232 + int(generator.integers(0, 50))
            grey = int(generator.integers(0, 255))
            pencil.rectangle((x, y, x + 7, y + 5), (grey, grey, grey))
    return image


def walked(shelf: Image.Image, lefts: Sequence[float]) -> Iterator[Image.Image]:
    """What the camera sees at each place, shaking a little."""
    width, height = FRAME
    for number, left in enumerate(lefts):
        x, y = round(left), 15 + round(6 * np.sin(number / 3))
        yield shelf.crop((x, y, x + width, y + height))


def along(shelf: Image.Image, count: int) -> list[float]:
    """Where the camera is in each of ``count`` frames: it rests at both ends for half a second."""
    room = shelf.width - FRAME[0]
    return [0.0] * 6 + [float(left) for left in np.linspace(0, room, count - 12)] + [float(room)] * 6


def named_by_colour(_shop: Shop, pictures: Sequence[Image.Image], _by_catalog: bool) -> Answer:
    """A product that is called by the colour of most of these pictures."""
    said = answer(Verdict.MATCH, 0.9)
    most = np.median(
        [np.asarray(picture.resize((32, 32))).reshape(-1, 3) for picture in pictures], axis=(0, 1)
    )
    name = nearest_colour(most)
    own = replace(said.results[0], product_id=1 + list(COLOURS).index(name), sku=name, title=name)
    return replace(said, results=(own,))


def nearest_colour(colour: NDArray[np.float64]) -> str:
    """The name of the colour that is nearest."""
    return min(COLOURS, key=lambda one: float(np.abs(colour - np.array(COLOURS[one])).sum()))


def coloured_boxes(_shop: Shop, image: Image.Image) -> list[Spot]:
    """Runs of columns with much colour in them."""
    pixels = np.asarray(image, np.int16)
    is_coloured = pixels.max(axis=2) - pixels.min(axis=2) > 70
    columns = is_coloured.sum(axis=0) > 0.2 * image.height
    found = []
    for is_box, run in groupby(range(image.width), key=lambda x: bool(columns[x])):
        places = list(run)
        if not is_box or len(places) < 6:
            continue
        part = is_coloured[:, places[0] : places[-1] + 1]
        rows = np.nonzero(part.any(axis=1))[0]
        like = list(COLOURS).index(nearest_colour(pixels[:, places[0] : places[-1] + 1][part].mean(axis=0)))
        box = (places[0], int(rows[0]), places[-1] + 1, int(rows[-1]) + 1)
        shares = (edge / side for edge, side in zip(box, image.size * 2, strict=True))
        found.append(Spot(Box(*shares), 0.9, (like,), by_catalog=False))
    return found
