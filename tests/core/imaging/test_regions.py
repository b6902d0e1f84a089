"""Proposals of what may be meant on a picture."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.imaging.cut import Box
from core.imaging.decode import decode_file
from core.imaging.regions import MOST_REGIONS, connected_parts, propose_regions, salience


def scene(
    *things: tuple[int, int, int, int], colour: str = "#c02020", size: tuple[int, int] = (400, 300)
) -> Image.Image:
    """Things of one colour on a ground with some noise."""
    noise = np.random.default_rng(1).integers(190, 220, (size[1], size[0], 3), np.uint8)
    image = Image.fromarray(noise)
    pencil = ImageDraw.Draw(image)
    for thing in things:
        pencil.ellipse(thing, fill=colour)
    return image


def overlap(box: Box, thing: tuple[int, int, int, int], size: tuple[int, int]) -> float:
    left, top, right, bottom = thing[0] / size[0], thing[1] / size[1], thing[2] / size[0], thing[3] / size[1]
    width = min(box.right, right) - max(box.left, left)
    height = min(box.bottom, bottom) - max(box.top, top)
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    return both / (box.width * box.height + (right - left) * (bottom - top) - both)


@pytest.mark.parametrize("thing", [(120, 80, 280, 220), (40, 60, 140, 200), (250, 120, 350, 260)])
def test_a_thing_on_a_plain_ground_is_the_first_proposal(thing: tuple[int, int, int, int]) -> None:
    boxes = propose_regions(scene(thing))
    assert overlap(boxes[0], thing, (400, 300)) > 0.6


def test_two_things_apart_are_proposed_both() -> None:
    things = (60, 90, 160, 210), (240, 90, 340, 210)
    boxes = propose_regions(scene(*things))
    for thing in things:
        assert max(overlap(box, thing, (400, 300)) for box in boxes) > 0.5


def test_a_picture_in_which_nothing_stands_out_has_no_proposal() -> None:
    assert propose_regions(Image.new("RGB", (300, 200), "#808080")) == ()
    assert propose_regions(Image.new("RGB", (300, 8), "white")) == ()


def test_proposals_of_real_photos_are_few_inside_the_picture_and_differ(grocery: Path) -> None:
    with (grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[::240]
    found = [propose_regions(decode_file(grocery / row["photo"])) for row in rows]
    assert sum(len(boxes) for boxes in found) >= len(found)  # one a photo at least, on the whole
    for boxes in found:
        assert len(boxes) <= MOST_REGIONS
        for box in boxes:
            assert 0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1
            assert 0.01 < box.width * box.height < 1
        assert len(set(boxes)) == len(boxes)


def test_the_same_picture_has_the_same_proposals_and_is_left_as_it_was() -> None:
    image = scene((120, 80, 280, 220))
    before = image.tobytes()
    assert propose_regions(image) == propose_regions(image)
    assert image.tobytes() == before


def test_what_stands_out_does_so_most_within_the_thing() -> None:
    values = salience(scene((120, 80, 280, 220)).resize((80, 60)))
    assert values.shape == (60, 80) and values.max() == 1
    assert values[30, 40] > 0.8 and values[2, 2] < 0.3


def test_parts_hang_together_by_their_sides_however_winding_they_are() -> None:
    drawing = """
        #####.#
        ....#.#
        ###.#.#
        #...#..
        #####.#
    """
    mask = np.array([[mark == "#" for mark in line] for line in drawing.split()])
    parts = connected_parts(mask)
    assert parts[0, 0] == parts[2, 2] == parts[4, 0]
    assert len({int(parts[0, 0]), int(parts[0, 6]), int(parts[4, 6])}) == 3
    assert (parts == 0).tolist() == (~mask).tolist()
    assert connected_parts(np.ones((3, 4), bool)).tolist() == np.ones((3, 4), int).tolist()
    assert not connected_parts(np.zeros((3, 4), bool)).any()
