"""The sides of a box are moved to where a thing's really lie."""

import numpy as np
from PIL import Image

from core.scene.boxes import overlaps
from core.scene.sides import tightened
from tests.core.cartons import carton

SIZE = np.array([1200, 900, 1200, 900])
LEFT, MIDDLE, CORNER = (
    np.array(box) / SIZE for box in ([100, 120, 260, 405], [500, 300, 660, 585], [1040, 615, 1200, 900])
)


def board() -> Image.Image:
    """Three cartons on a green board, one of them in its corner."""
    scene = Image.new("RGB", (1200, 900), (96, 104, 92))
    for seed, box in enumerate((LEFT, MIDDLE, CORNER)):
        thing = carton(seed).crop((108, 38, 313, 403)).resize((160, 285))
        scene.paste(thing, tuple(np.rint(box[:2] * SIZE[:2]).astype(int).tolist()))
    return scene


def moved(box: np.ndarray, *shares: float) -> np.ndarray:
    """The box with its sides moved by shares of its width and height."""
    return np.asarray(np.clip(box + np.array(shares) * np.tile(box[2:] - box[:2], 2), 0, 1))


def test_a_box_that_is_too_wide_too_narrow_or_beside_its_thing_comes_to_lie_around_it() -> None:
    wrong = [(-0.1, -0.1, 0.1, 0.1), (0.1, 0.08, -0.1, -0.08), (0.12, -0.1, 0.12, -0.1), (0, 0, 0.15, 0)]
    for thing in (LEFT, MIDDLE):
        boxes = np.array([moved(thing, *shares) for shares in wrong])
        before, after = overlaps(thing, boxes), overlaps(thing, tightened(board(), boxes))
        assert before.max() < 0.9 < after.min()


def test_nothing_is_moved_out_of_the_picture() -> None:
    found = tightened(board(), np.array([moved(CORNER, -0.1, -0.1, 0, 0), [0.0, 0.0, 1.0, 1.0]]))
    assert overlaps(CORNER, found)[0] > 0.9
    assert found.min() >= 0 and found.max() <= 1 and (found[:, 2:] > found[:, :2]).all()


def test_a_box_is_moved_alike_alone_and_among_others_and_none_are_none() -> None:
    boxes = np.array([moved(LEFT, 0.1, 0, 0.1, 0), moved(MIDDLE, 0, 0.1, 0, 0.1)])
    together = tightened(board(), boxes)
    alone = np.concatenate([tightened(board(), box[None]) for box in boxes])
    assert np.allclose(together, alone, atol=1e-6)
    assert tightened(board(), np.empty((0, 4))).shape == (0, 4)
