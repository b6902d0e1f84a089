import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.imaging.cut import LEAST_SHARE, WHOLE, Box, Cut, apply_cut

SHARES = st.floats(-0.5, 1.5)


@pytest.fixture
def quarters() -> Image.Image:
    """A wide picture: red, green above blue, white."""
    image = Image.new("RGB", (80, 40))
    for place, colour in (((0, 0), "red"), ((40, 0), "green"), ((0, 20), "blue"), ((40, 20), "white")):
        image.paste(colour, (*place, place[0] + 40, place[1] + 20))
    return image


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    return {colour for _count, colour in image.getcolors() or []}  # type: ignore[misc]


def test_the_whole_picture_is_the_picture(quarters: Image.Image) -> None:
    assert apply_cut(quarters, WHOLE) is quarters
    assert WHOLE.is_whole and Cut().is_whole


def test_a_box_takes_the_part_it_names(quarters: Image.Image) -> None:
    part = apply_cut(quarters, Cut(Box(0.5, 0.0, 1.0, 0.5)))
    assert part.size == (40, 20)
    assert colours(part) == {(0, 128, 0)}


def test_a_turn_is_clockwise_and_comes_after_the_box(quarters: Image.Image) -> None:
    turned = apply_cut(quarters, Cut(quarters=1))
    assert turned.size == (40, 80)
    assert turned.getpixel((35, 5)) == (255, 0, 0)  # what was top left is top right now
    left_half = apply_cut(quarters, Cut(Box(0.0, 0.0, 0.5, 1.0), quarters=1))
    assert left_half.size == (40, 40)
    assert left_half.getpixel((5, 5)) == (0, 0, 255)


def test_four_turns_are_none() -> None:
    cut = Cut(Box(0.1, 0.2, 0.3, 0.4))
    assert cut.turned(1).turned(1).turned(2) == cut
    assert cut.turned(-1).quarters == 3


@given(SHARES, SHARES, SHARES, SHARES, st.integers(0, 3))
def test_any_box_that_a_hand_can_draw_gives_a_picture(
    left: float, top: float, right: float, bottom: float, turns: int
) -> None:
    box = Box(left, top, right, bottom).within()
    assert 0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1
    assert min(box.width, box.height) >= LEAST_SHARE - 1e-9
    part = apply_cut(Image.new("RGB", (37, 23)), Cut(Box(left, top, right, bottom), turns))
    assert part.width >= 1 and part.height >= 1


@given(st.floats(0, 0.5), st.floats(0, 0.5), SHARES, SHARES)
def test_a_box_that_is_moved_keeps_its_size_and_stays_inside(
    left: float, top: float, right: float, down: float
) -> None:
    box = Box(left, top, left + 0.4, top + 0.3)
    moved = box.moved(right, down)
    assert moved.width == pytest.approx(box.width) and moved.height == pytest.approx(box.height)
    assert moved.left >= -1e-9 and moved.right <= 1 + 1e-9
    assert moved.top >= -1e-9 and moved.bottom <= 1 + 1e-9


@given(st.integers(0, 7))
def test_a_box_turned_with_its_picture_shows_the_same_part(turns: int) -> None:
    image = Image.effect_noise((64, 48), 90).convert("RGB")
    box = Box(0.25, 0.5, 0.75, 1.0)
    turned_picture = apply_cut(image, Cut(quarters=turns % 4))
    first = apply_cut(image, Cut(box, turns % 4))
    second = apply_cut(turned_picture, Cut(box.turned(turns)))
    assert first.tobytes() == second.tobytes()
    assert box.turned(turns).turned(-turns) == box
