"""A clerk at the webcam, frame by frame: each piece counted once, none twice, doubtful ones put aside."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.stocktake.holding import PATIENCE, Act, Decision, Holding, Stage, cut, tiny
from core.stocktake.ledger import How
from core.stocktake.looking import Sighting

_RANDOM = np.random.default_rng(5)


def view(thing: str | None, shift: int = 0, *, light: float = 1.0) -> Image.Image:
    """A counter, and perhaps a thing on it, as a noisy webcam shows it."""
    counter = Image.new("RGB", (320, 240), (150, 140, 130))
    draw = ImageDraw.Draw(counter)
    draw.rectangle((0, 170, 320, 240), fill=(100, 80, 60))
    if thing is not None:
        draw.ellipse((90 + shift, 50, 230 + shift, 200), fill=thing)
    noisy = np.asarray(counter, np.float32) * light + _RANDOM.normal(0, 4, (240, 320, 3))
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))


PRODUCTS = {"red": 1, "green": 2}


class Counter:
    """Feeds frames as the page does, and notes what came of it."""

    def __init__(self) -> None:
        self.holding = Holding()
        self.decisions: list[Decision] = []
        self.show(None, 4)

    def show(
        self, thing: str | None, frames: int, *, how: How = How.CAMERA, light: float = 1.0, moving: int = 0
    ) -> Stage:
        stage = Stage.EMPTY
        for number in range(frames):
            stage = self.holding.see(tiny(view(thing, moving * number, light=light)))
            if stage is Stage.LOOKING:
                product = PRODUCTS.get(thing or "")
                decision = self.holding.judge(Sighting(product, (), how))
                if decision is not None:
                    self.decisions.append(decision)
        return stage

    @property
    def counted(self) -> list[int | None]:
        return [done.sighting.product_id for done in self.decisions if done.act is Act.COUNT]

    @property
    def aside(self) -> int:
        return sum(done.act is Act.PUT_ASIDE for done in self.decisions)


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_what_is_held_still_is_counted_once_however_long(counter: Counter) -> None:
    assert counter.show("red", 40) is Stage.HELD
    assert counter.counted == [1] and counter.aside == 0


def test_the_next_piece_of_the_same_product_counts_after_an_empty_view(counter: Counter) -> None:
    for _ in range(3):
        counter.show("red", 8)
        assert counter.show(None, 4) is Stage.EMPTY
    assert counter.counted == [1, 1, 1]


def test_another_product_in_its_place_counts_at_once(counter: Counter) -> None:
    counter.show("red", 8)
    counter.show("green", 8)
    assert counter.counted == [1, 2]


def test_a_piece_that_is_moved_about_is_not_counted_again(counter: Counter) -> None:
    counter.show("red", 8)
    counter.show("red", 6, moving=14)
    counter.show("red", 8)
    assert counter.counted == [1]


def test_nothing_is_decided_while_it_moves(counter: Counter) -> None:
    for _ in range(3):
        counter.show("red", 5, moving=30)
    assert counter.decisions == []


def test_what_is_not_recognised_is_put_aside_once(counter: Counter) -> None:
    counter.show("blue", PATIENCE + 30)
    assert (counter.counted, counter.aside) == ([], 1)
    counter.show(None, 4)
    counter.show("blue", PATIENCE + 3)
    assert counter.aside == 2


def test_what_is_recognised_after_a_turn_takes_its_doubt_back(counter: Counter) -> None:
    counter.show("blue", PATIENCE + 4)
    counter.show("red", 6)
    assert counter.aside == 1 and counter.counted == [1]
    assert counter.decisions[-1].recognised_late


def test_a_barcode_needs_one_look(counter: Counter) -> None:
    counter.show("red", 2, how=How.BARCODE)
    assert counter.counted == [1]


def test_another_exposure_of_the_empty_view_is_still_empty(counter: Counter) -> None:
    assert counter.show(None, 6, light=1.3) is Stage.EMPTY
    assert counter.show(None, 6, light=0.75) is Stage.EMPTY
    assert counter.decisions == []


def test_a_hand_that_passes_for_a_moment_changes_nothing(counter: Counter) -> None:
    counter.show("red", 8)
    counter.show(None, 1)
    counter.show("red", 8)
    assert counter.counted == [1]


def test_what_is_in_view_at_the_beginning_is_taken_for_the_empty_view_until_it_is_told_otherwise() -> None:
    counter = Counter.__new__(Counter)
    counter.holding, counter.decisions = Holding(), []
    assert counter.show("red", 8) is Stage.EMPTY
    counter.holding = Holding()
    counter.show(None, 4)
    counter.show("red", 8)
    assert counter.counted == [1] and counter.aside == 0


def test_a_camera_that_was_moved_learns_its_empty_view_again(counter: Counter) -> None:
    counter.holding = Holding()
    counter.show("purple", 4)  # what keeps still now is the empty view
    counter.show("red", 6)
    assert counter.counted == [1] and counter.aside == 0


def test_what_stands_out_from_the_empty_view_is_cut_out(counter: Counter) -> None:
    assert counter.holding.place() is None
    counter.show("red", 3)
    box = counter.holding.place()
    assert box is not None
    left, top, right, bottom = (
        round(320 * box[0]),
        round(240 * box[1]),
        round(320 * box[2]),
        round(240 * box[3]),
    )
    assert 60 <= left <= 90 and 20 <= top <= 50 and 230 <= right <= 260 and 200 <= bottom <= 230
    assert cut(view("red"), box).size == (right - left, bottom - top)
    assert cut(view("red"), None).size == (320, 240)
