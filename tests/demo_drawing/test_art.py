"""Lettering, patterns and renderers that the demo pictures are made of."""

import numpy as np
import pytest
from PIL import Image

from demo_drawing.art.colours import INK, WHITE, ink_on, luma, mean_colour, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import MOTIFS, motif
from demo_drawing.art.patterns import speckle
from demo_drawing.packs import plain
from demo_drawing.render.boxes import box_faces, render_faces
from demo_drawing.render.canvas import BASE, CANVAS
from demo_drawing.render.lathe import Section, smooth, turn_on_lathe
from demo_drawing.render.shading import PAPER


def test_lettering_stays_in_its_box() -> None:
    image = Image.new("L", (300, 200), 0).convert("RGB")
    put_text(image, "Gypsum\nJuggling", (60, 50, 240, 150), WHITE, weight=1.0)
    box = image.getbbox()
    assert box is not None
    assert box[0] >= 60
    assert box[1] >= 49
    assert box[2] <= 241
    assert box[3] <= 151
    assert box[2] - box[0] > 100


def test_ink_can_be_read_on_any_ground() -> None:
    for code in ("#000000", "#ffffff", "#f2b01e", "#2a5db0", "#808080"):
        ground = rgb(code)
        assert abs(luma(ink_on(ground)) - luma(ground)) > 80
    assert ink_on(WHITE) == INK


@pytest.mark.parametrize("name", sorted(MOTIFS))
def test_every_motif_is_drawn_inside_its_square(name: str) -> None:
    picture = motif(name, 64)
    share = np.asarray(picture.getchannel("A")).mean() / 255
    assert picture.size == (64, 64)
    assert 0.1 < share < 0.95


def test_speckle_joins_at_its_ends() -> None:
    picture = np.asarray(speckle((400, 100), (0, 0, 0), WHITE, grain=(8, 4), seed=3), np.float32)
    assert np.abs(picture[:, 0] - picture[:, -1]).max() < 12


def test_cutting_corners_keeps_the_ends_and_stays_inside() -> None:
    line = smooth([(0, 0), (10, 0), (10, 10)], 3)
    assert line[0].tolist() == [0, 0]
    assert line[-1].tolist() == [10, 10]
    assert line.min() >= 0
    assert line.max() <= 10


def test_a_cylinder_shows_the_middle_of_its_wrap_and_turns() -> None:
    wrap = plain((400, 100), rgb("#ffffff"))
    wrap.paste((200, 0, 0), (180, 0, 220, 100))

    def red_at(turn: float) -> float:
        solid = turn_on_lathe([Section([(150, 0), (150, 300)], wrap, PAPER)], turn=turn)
        pixels = np.asarray(solid, np.int16)[BASE - 150]
        red = np.flatnonzero(pixels[:, 0] - pixels[:, 1] > 60)
        return float(red.mean())

    assert red_at(0.0) == pytest.approx(CANVAS / 2, abs=4)
    assert red_at(0.1) > CANVAS / 2 + 40


def test_a_cylinder_is_as_wide_as_its_radius_says() -> None:
    solid = turn_on_lathe([Section([(150, 0), (150, 300)], (90, 90, 90), PAPER)])
    box = solid.getbbox()
    assert box is not None
    assert box[2] - box[0] == pytest.approx(301, abs=4)


def test_a_box_shows_three_faces_each_with_its_own_art() -> None:
    red, green, blue = (plain((50, 50), colour) for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255)))
    solid = render_faces(box_faces(200, 200, 200, front=red, side=green, top=blue), yaw=30, pitch=0.4)
    pixels = np.asarray(solid, np.int16)
    for channel in range(3):
        others = [other for other in range(3) if other != channel]
        seen = (pixels[:, :, channel] - pixels[:, :, others].max(axis=2)) > 80
        assert seen.sum() > 2000


def test_the_mean_colour_is_the_average() -> None:
    picture = plain((2, 1), (0, 0, 0))
    picture.putpixel((1, 0), (200, 100, 50))
    assert mean_colour(picture) == (100, 50, 25)
