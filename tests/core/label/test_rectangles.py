"""The smallest rectangle around points, turned as they lie."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.label.rectangles import Rectangle, smallest_rectangle


def inside_of(rectangle: Rectangle, count: int = 400) -> NDArray[np.float64]:
    """Points of a rectangle, its corners among them."""
    generator = np.random.default_rng(3)
    down = np.array([-rectangle.along[1], rectangle.along[0]])
    u = np.append(generator.uniform(-0.5, 0.5, count), (-0.5, -0.5, 0.5, 0.5)) * rectangle.width
    v = np.append(generator.uniform(-0.5, 0.5, count), (-0.5, 0.5, -0.5, 0.5)) * rectangle.height
    points: NDArray[np.float64] = rectangle.centre + u[:, None] * rectangle.along + v[:, None] * down
    return points


@pytest.mark.parametrize("degrees", [-44, -20, 0, 7, 30, 44])
def test_a_turned_rectangle_is_found_again(degrees: float) -> None:
    along = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    wanted = Rectangle(np.array([120.0, 75.0]), along, 80.0, 12.0)
    found = smallest_rectangle(inside_of(wanted))
    assert found.centre == pytest.approx(wanted.centre)
    assert (found.width, found.height) == pytest.approx((80, 12))
    assert np.array(found.corners()) == pytest.approx(np.array(wanted.corners()))


def test_what_stands_upright_stays_narrow() -> None:
    upright = Rectangle(np.array([50.0, 50.0]), np.array([1.0, 0.0]), 10.0, 90.0)
    found = smallest_rectangle(inside_of(upright))
    assert (found.width, found.height) == pytest.approx((10, 90))


def test_corners_begin_above_left_and_go_round_with_the_clock() -> None:
    corners = Rectangle(np.array([10.0, 20.0]), np.array([1.0, 0.0]), 8.0, 4.0).corners()
    assert corners == ((6, 18), (14, 18), (14, 22), (6, 22))


@pytest.mark.parametrize(
    "points", [[(3.0, 4.0)], [(0.0, 0.0), (5.0, 0.0)], [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]]
)
def test_a_point_and_a_line_are_rectangles_without_area(points: list[tuple[float, float]]) -> None:
    found = smallest_rectangle(np.array(points))
    assert found.width * found.height == pytest.approx(0)


def test_growing_adds_on_every_side() -> None:
    grown = Rectangle(np.zeros(2), np.array([1.0, 0.0]), 8.0, 4.0).grown(3)
    assert (grown.width, grown.height) == (14, 10)
