"""A deep lesson that was paused or cancelled: what waits for another day, and what is left of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, KnownError
from core.learning.deep.lesson import (
    discard_unfinished,
    resume_deep_lesson,
    teach_deep_lesson,
    unfinished_deep_lesson,
)
from core.learning.deep.listener import DeepProgress, DeepStage, LessonPausedError, Wish
from core.learning.deep.work_folder import WorkFolder
from core.shop.lesson_copies import without_lesson_copies
from core.shop.shop import Shop
from tests.conftest import MadeOnce
from tests.core.learning.deep.lessons import ENDLESS, SHORT, reopened, wish_after
from tests.what_is_stored import vector_counts


@pytest.fixture(scope="session")
def paused_folder(balls_folder: Path, made_once: MadeOnce) -> Path:
    """The shop of balls with a lesson that was paused, not open; not to be changed."""

    def make(folder: Path) -> None:
        shutil.copytree(balls_folder, folder / "balls")
        with reopened(folder / "balls") as shop, pytest.raises(LessonPausedError):
            teach_deep_lesson(shop, ENDLESS, wish_after(DeepStage.TRAINING, Wish.PAUSE, points=2))

    return made_once("shop of a paused lesson", make) / "balls"


@pytest.fixture
def paused(paused_folder: Path, tmp_path: Path) -> Iterator[Shop]:
    """A copy of it, open."""
    with reopened(shutil.copytree(paused_folder, tmp_path / "paused")) as shop:
        yield shop


def test_a_paused_lesson_waits_and_goes_on_another_day(paused: Shop) -> None:
    unfinished = unfinished_deep_lesson(paused)
    assert unfinished is not None and unfinished.stage is DeepStage.TRAINING
    assert len(unfinished.points) >= 2 and unfinished.seconds > 0
    with pytest.raises(KnownError, match="unfinished"):
        teach_deep_lesson(paused, SHORT)
    seen: list[int] = []

    def look(progress: DeepProgress) -> Wish:
        seen.append(len(progress.points))
        enough = progress.stage is DeepStage.TRAINING and len(progress.points) > len(unfinished.points) + 1
        return Wish.PAUSE if enough else Wish.GO_ON

    with pytest.raises(LessonPausedError):
        resume_deep_lesson(paused, look)
    assert seen[0] >= 2 and seen[-1] > len(unfinished.points)
    discard_unfinished(paused)
    assert unfinished_deep_lesson(paused) is None
    assert not WorkFolder(paused.models.folder).root.exists()


def test_a_paused_lesson_of_fewer_photos_and_less_time_than_it_took_is_brought_to_its_end(
    paused: Shop,
) -> None:
    before = unfinished_deep_lesson(paused)
    assert before is not None
    with without_lesson_copies(paused):
        for sha256 in WorkFolder(paused.models.folder).plan().sha256[::5].tolist():
            paused.files.path(sha256).unlink()
    told: list[DeepProgress] = []

    def listen(progress: DeepProgress) -> Wish:
        told.append(progress)
        return Wish.GO_ON

    lesson = resume_deep_lesson(paused, listen, minutes=0.01)
    assert lesson.kind == "deep"
    assert before.epoch < told[-1].points[-1].epoch < ENDLESS.epochs, "it cooled down, and no more than that"
    assert all(progress.doubt is None for progress in told)


def test_a_paused_lesson_of_whose_photos_too_little_is_left_says_so_and_can_be_discarded(
    paused: Shop,
) -> None:
    with without_lesson_copies(paused):
        for sha256 in WorkFolder(paused.models.folder).plan().sha256.tolist():
            paused.files.path(sha256).unlink()
    with pytest.raises(KnownError, match="too little"):
        resume_deep_lesson(paused)
    discard_unfinished(paused)
    assert unfinished_deep_lesson(paused) is None


def test_an_unfinished_lesson_with_a_damaged_plan_is_refused_and_can_be_discarded(paused: Shop) -> None:
    plan = WorkFolder(paused.models.folder).root / "plan.npz"
    plan.write_bytes(np.random.default_rng(0).bytes(500))
    with pytest.raises(KnownError, match="damaged"):
        resume_deep_lesson(paused)
    discard_unfinished(paused)
    assert unfinished_deep_lesson(paused) is None


def test_a_cancelled_lesson_leaves_nothing(balls: Shop) -> None:
    with pytest.raises(Cancelled):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.CANCEL))
    assert unfinished_deep_lesson(balls) is None
    assert not WorkFolder(balls.models.folder).root.exists()
    assert balls.models.lessons() == []


def test_a_lesson_cancelled_while_photos_are_looked_at_leaves_no_vectors(
    trained_folder: Path, tmp_path: Path
) -> None:
    with reopened(shutil.copytree(trained_folder, tmp_path / "trained")) as shop:
        unfinished = unfinished_deep_lesson(shop)
        assert unfinished is not None and unfinished.stage is DeepStage.EMBEDDING
        with pytest.raises(Cancelled):
            resume_deep_lesson(shop, wish_after(DeepStage.EMBEDDING, Wish.CANCEL))
        assert list(vector_counts(shop.catalog)) == [shop.spec.fingerprint]
        assert shop.models.lessons() == []
