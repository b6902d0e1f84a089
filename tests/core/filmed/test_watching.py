"""A film is searched like pictures: which products it shows, when and how often; guesses say so."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.answer import Verdict
from core.errors import Cancelled, KnownError
from core.filmed.film_answer import FilmAnswer
from core.filmed.watching import watch
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw
from tests.core.imaging.films.filmed import film, walk


@pytest.fixture(scope="module")
def opened(imported: Path) -> Iterator[Shop]:
    with open_shop(imported / "shop") as shop:
        yield shop


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blue ball, the green box, and the blue ball again, two seconds each."""
    names = ("Balls/blue ball", "Boxes/green box", "Balls/blue ball")
    views = [draw(*SHAPES[name], shift=4 * number, ground=235) for number, name in enumerate(names)]
    return film(tmp_path_factory.mktemp("films") / "counter.mp4", walk(views, seconds=3))


@pytest.fixture(scope="module")
def found(opened: Shop, path: Path) -> FilmAnswer:
    return watch(opened, path)


def test_each_product_is_named_with_the_times_at_which_it_is_seen(found: FilmAnswer) -> None:
    times = {
        product.result.title: [(visit.from_ms // 1000, visit.to_ms // 1000) for visit in product.visits]
        for product in found.products
    }
    assert times == {"blue ball": [(0, 2), (6, 8)], "green box": [(3, 5)]}
    assert found.of_ms == 9000 and found.frames >= 9


def test_each_stretch_shows_its_best_frame(found: FilmAnswer) -> None:
    for stretch in found.stretches:
        assert stretch.from_ms <= stretch.best_ms <= stretch.to_ms
        assert max(Image.open(io.BytesIO(stretch.picture)).size) == 320
        assert stretch.answer.asked is None  # nothing of the frames is held any longer


def test_what_is_no_more_than_a_guess_is_told_as_one(found: FilmAnswer) -> None:
    for product in found.products:
        sure = any(
            stretch.answer.verdict is Verdict.MATCH
            for stretch in found.stretches
            if stretch.result is not None and stretch.result.product_id == product.result.product_id
        )
        assert (product.verdict is Verdict.MATCH) == sure


def test_it_can_be_stopped_and_says_how_far_it_is(opened: Shop, path: Path) -> None:
    told: list[Progress] = []

    def stop(progress: Progress) -> bool:
        told.append(progress)
        return progress.done < 2

    with pytest.raises(Cancelled):
        watch(opened, path, progress=stop)
    assert (told[-1].done, told[-1].total) == (2, 9)


def test_what_is_no_film_is_one_sentence(opened: Shop, tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"no film at all")
    with pytest.raises(KnownError, match="no film that can be read"):
        watch(opened, tmp_path / "broken.mp4")
