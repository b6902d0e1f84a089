"""A shelf that is filmed is counted by its pieces, not by the frames that show them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from core.answer import Answer
from core.errors import Cancelled, KnownError
from core.filmed.counting import count_film
from core.progress import Progress
from core.scene.counting import Spot
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.filmed.shelf import along, coloured_boxes, named_by_colour, painted, walked
from tests.core.imaging.films.filmed import film

NAMES = ("red", "red", "blue", "green", "red", "green", "green", "blue", "red", "red", "red", "blue", "green")


@pytest.fixture(scope="module")
def opened(imported: Path) -> Iterator[Shop]:
    with open_shop(imported / "shop") as shop:
        yield shop


def test_each_piece_is_counted_once_however_often_it_is_seen(opened: Shop, tmp_path: Path) -> None:
    shelf = painted(NAMES)
    path = film(tmp_path / "shelf.mp4", walked(shelf, along(shelf, 60)))
    seen: list[int] = []

    def find(shop: Shop, image: Image.Image) -> list[Spot]:
        found = coloured_boxes(shop, image)
        seen.append(len(found))
        return found

    told: list[Progress] = []
    count = count_film(opened, path, told.append, find=find, name=named_by_colour)
    assert count.counts == Counter(NAMES) and len(count.pieces) == len(NAMES)
    assert count.torn_at_ms == ()
    assert count.frames == len(seen) < 12 and sum(seen) > len(NAMES) > max(seen)
    assert [piece.at_ms for piece in count.pieces] == sorted(piece.at_ms for piece in count.pieces)
    assert count.of_ms == 6000


def test_whoever_walks_back_counts_nothing_twice(opened: Shop, tmp_path: Path) -> None:
    shelf = painted(NAMES[:9])
    there = along(shelf, 36)
    path = film(tmp_path / "back.mp4", walked(shelf, [*there, *there[::-1]]))
    count = count_film(opened, path, find=coloured_boxes, name=named_by_colour)
    assert count.counts == Counter(NAMES[:9]) and count.torn_at_ms == ()


def test_a_cut_begins_anew_and_says_when(opened: Shop, tmp_path: Path) -> None:
    first, second = painted(NAMES[:6], seed=1), painted(NAMES[6:12], seed=2)
    frames = [*walked(first, [0, 10] * 8), *walked(second, [0, 10] * 8)]
    count = count_film(opened, film(tmp_path / "cut.mp4", frames), find=coloured_boxes, name=named_by_colour)
    (torn,) = count.torn_at_ms
    assert 1500 <= torn <= 2200
    assert len(count.pieces) >= 8


def test_a_box_lies_in_the_frame_that_it_names(opened: Shop, tmp_path: Path) -> None:
    shelf = painted(NAMES[:5])
    path = film(tmp_path / "still.mp4", list(walked(shelf, [0] * 10)))
    count = count_film(opened, path, find=coloured_boxes, name=named_by_colour)
    assert count.frames == 1
    lefts = sorted(piece.box[0] for piece in count.pieces)
    assert all(abs(left - (40 + 90 * place)) < 5 for place, left in enumerate(lefts))
    assert all(45 < piece.box[2] - piece.box[0] < 75 for piece in count.pieces)


def test_it_can_be_stopped_and_no_film_is_a_sentence(opened: Shop, tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", walked(painted(NAMES), [0] * 20))
    with pytest.raises(Cancelled):
        count_film(opened, path, lambda _progress: False, find=coloured_boxes, name=named_by_colour)
    (tmp_path / "b.mp4").write_bytes(b"no film")
    with pytest.raises(KnownError, match="no film that can be read"):
        count_film(opened, tmp_path / "b.mp4", find=coloured_boxes, name=named_by_colour)


def test_each_piece_is_named_once_by_the_pictures_that_show_it_best(opened: Shop, tmp_path: Path) -> None:
    path = film(tmp_path / "shelf.mp4", walked(painted(NAMES), along(painted(NAMES), 60)))
    asked: list[int] = []

    def name(shop: Shop, pictures: Sequence[Image.Image], by_catalog: bool) -> Answer:
        asked.append(len(pictures))
        return named_by_colour(shop, pictures, by_catalog)

    count = count_film(opened, path, find=coloured_boxes, name=name)
    assert len(asked) == len(count.pieces) and 2 <= max(asked) <= 3
