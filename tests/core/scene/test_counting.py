"""What is in a picture of several things, and where."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.answer import Verdict
from core.errors import Cancelled
from core.progress import Progress
from core.scene.boxes import laid_over, outlines_in, overlaps
from core.scene.counting import Piece, chosen_boxes, count_pieces, several_in
from core.scene.evidence import COUNT, evidence_of, looked_at, numbers_of
from core.shop.shop import Shop
from tests.core.cartons import carton

SIZE = (1200, 900)


def cut_carton(seed: int, width: int = 160) -> Image.Image:
    """The carton alone, without the ground that its picture has."""
    return carton(seed).crop((108, 38, 313, 403)).resize((width, round(width * 365 / 205)))


def board(*placed: tuple[Image.Image, tuple[int, int]]) -> Image.Image:
    """Things on a green board."""
    scene = Image.new("RGB", SIZE, (96, 104, 92))
    for thing, place in placed:
        scene.paste(thing, place)
    return scene


def found_at(pieces: tuple[Piece, ...], place: tuple[int, int], size: tuple[int, int]) -> Piece | None:
    """The piece whose box overlaps that place by half and more."""
    wanted = np.array([place[0], place[1], place[0] + size[0], place[1] + size[1]], float)
    for piece in pieces:
        box = np.array([piece.box.left, piece.box.top, piece.box.right, piece.box.bottom])
        if overlaps(wanted, (box * np.array([*SIZE, *SIZE]))[None])[0] >= 0.5:
            return piece
    return None


FIRST, SECOND = cut_carton(0), cut_carton(1)
STRANGE = ImageOps.invert(cut_carton(3, 180))


def test_each_product_is_named_in_its_place_the_same_one_counted_apart_and_strange_things_boxed(
    cartons: Shop,
) -> None:
    known = [(FIRST, (100, 120)), (FIRST, (262, 120)), (FIRST, (424, 120)), (SECOND, (860, 480))]
    pieces = count_pieces(cartons, board(*known, (STRANGE, (200, 560))))
    for thing, place in known:
        piece = found_at(pieces, place, thing.size)
        assert piece is not None and piece.product is not None
        assert piece.product.sku == ("1" if thing is SECOND else "0") and piece.confidence > 0.9
    strange = found_at(pieces, (200, 560), STRANGE.size)
    assert strange is not None and strange.answer.verdict is not Verdict.MATCH
    assert len(pieces) == 5


def test_two_side_by_side_that_stand_out_outweigh_a_box_around_both() -> None:
    twins = [[0.1, 0.1, 0.3, 0.3], [0.3, 0.1, 0.5, 0.3]]
    boxes = np.array([*twins, [0.1, 0.1, 0.5, 0.3]])
    assert chosen_boxes(boxes, np.array([1.06, 0.97, 1.01])) == [0, 1]


def test_nothing_is_found_where_nothing_is(shop: Shop) -> None:
    assert count_pieces(shop, Image.new("RGB", (90, 70), (120, 120, 120))) == ()


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (900, 3), (40, 40)])
def test_any_size_of_picture_can_be_looked_at(size: tuple[int, int]) -> None:
    boxes = outlines_in(Image.new("RGB", size, "red"), 8).boxes
    assert ((boxes >= 0) & (boxes <= 1)).all() and (boxes[:, 2:] > boxes[:, :2]).all()


def test_counting_can_be_stopped(cartons: Shop) -> None:
    def stop(_progress: Progress) -> bool:
        return False

    with pytest.raises(Cancelled):
        count_pieces(cartons, board((cut_carton(0), (100, 120))), stop)


def test_a_glance_is_broken_off_before_all_boxes_are_rated() -> None:
    asked: list[Progress] = []

    def stop_at_the_third(progress: Progress) -> bool:
        asked.append(progress)
        return len(asked) < 3

    with pytest.raises(Cancelled):
        several_in(board((FIRST, (100, 120))), stop_at_the_third)
    assert len(asked) == 3 and asked[-1].done < asked[-1].total / 2


def test_a_glance_tells_several_things_from_one() -> None:
    one = board((cut_carton(0, 300), (400, 150)))
    three = board(*((cut_carton(seed), (120 + 340 * seed, 300)) for seed in range(3)))
    assert several_in(three) >= 3 > several_in(one)
    assert several_in(Image.new("RGB", SIZE, "white")) == 0


def test_an_outline_is_among_the_first_boxes_and_the_same_picture_gives_the_same_boxes() -> None:
    scene = board((cut_carton(0, 200), (500, 200)))
    outlines = outlines_in(scene, 10)
    wanted = np.array([500, 200, 700, 556]) / np.array([*SIZE, *SIZE])
    assert overlaps(wanted, outlines.boxes).max() > 0.7
    assert np.array_equal(outlines.boxes, outlines_in(scene, 10).boxes)
    assert (outlines.ratings[:-1] >= outlines.ratings[1:]).all()


def test_the_evidence_is_finite_for_every_box() -> None:
    evidence = evidence_of(looked_at(board((cut_carton(0), (100, 120)))))
    numbers = numbers_of(evidence, laid_over(*evidence.size)[::50])
    assert numbers.shape[1] == COUNT and np.isfinite(numbers).all()
