"""A picture is looked at once: its vector, its barcodes, what that took."""

from pathlib import Path

import numpy as np
import pytest

from core.answer import Seen
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.search.answering import answer
from core.search.see import glance, look_closer, see
from core.shop.shop import Shop
from tests.core.asking import ask


def test_the_time_of_each_step_adds_up(shop: Shop, blue_ball: Path) -> None:
    ms = ask(shop, blue_ball).timings
    assert ms.decode > 0 and ms.embed > 0 and ms.index > 0
    assert ms.total == pytest.approx(ms.decode + ms.embed + ms.index)
    assert ms.embed < ms.first < ms.total  # the barcode and the print come after it


def test_a_picture_that_cannot_be_opened_is_named(shop: Shop, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    with pytest.raises(KnownError, match=r"broken\.jpg"):
        ask(shop, broken)


def test_several_pictures_of_one_thing_are_one_query(shop: Shop, pictures: Path, blue_ball: Path) -> None:
    both = [decode_file(blue_ball), decode_file(pictures / "Balls" / "blue ball.png")]
    found = ask(shop, *both)
    assert found.results[0].title == "blue ball"
    assert isinstance(found.asked, Seen)
    assert [picture.vector.shape for picture in found.asked.pictures] == 2 * [(shop.spec.dim,)]


def test_vectors_travel_in_single_precision(shop: Shop, blue_ball: Path) -> None:
    asked = ask(shop, blue_ball).asked
    assert isinstance(asked, Seen) and asked.pictures[0].vector.dtype == np.float32


def test_a_picture_more_or_less_leaves_what_was_seen_of_the_others(
    shop: Shop, pictures: Path, blue_ball: Path
) -> None:
    mine, more = see(shop, [blue_ball]), see(shop, [pictures / "Boxes" / "green box.png"])
    both = Seen((*mine.pictures, *more.pictures))
    scores = {result.sku: result.score for result in answer(shop, both).results}
    at_once = ask(shop, blue_ball, pictures / "Boxes" / "green box.png").results
    assert scores == {result.sku: result.score for result in at_once}
    assert answer(shop, Seen(both.pictures[:1])).results == answer(shop, mine).results


def test_a_glance_and_a_closer_look_are_what_is_seen_at_once(shop: Shop, blue_ball: Path) -> None:
    image = decode_file(blue_ball)
    glanced = glance(shop, image)
    closer = look_closer(shop, glanced, image)
    at_once = see(shop, [image]).pictures[0]
    assert closer.vector == pytest.approx(at_once.vector, abs=1e-5)
    assert not np.allclose(glanced.vector, at_once.vector, atol=1e-3)
    assert closer.codes == at_once.codes and closer.embed_ms > glanced.embed_ms
