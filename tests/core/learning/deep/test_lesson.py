"""A deep lesson from its plan to its end, in its own process: paused, killed, cancelled, proven, undone."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from itertools import pairwise
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
from core.learning.deep.listener import (
    DeepProgress,
    DeepSettings,
    DeepStage,
    LessonPausedError,
    Wish,
)
from core.learning.deep.work_folder import WorkFolder
from core.learning.quick import teach_quick_lesson
from core.shop.lesson_copies import without_lesson_copies
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.what_is_stored import vector_counts

REPOSITORY = Path(__file__).resolve().parents[4]
SHORT = DeepSettings(minutes=10, epochs=1, side=32, batch=16)
ENDLESS = DeepSettings(minutes=100, epochs=1000, side=32, batch=16)


def wish_after(stage: DeepStage, wish: Wish, *, points: int = 0) -> Callable[[DeepProgress], Wish]:
    """A listener that wishes something once a stage is reached and the curve has so many points."""

    def listen(progress: DeepProgress) -> Wish:
        return wish if progress.stage is stage and len(progress.points) >= points else Wish.GO_ON

    return listen


@pytest.fixture(scope="module")
def taught(balls_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[DeepProgress]]:
    """A shop after a deep lesson, closed, and all that its listener was told; not to be changed."""
    folder = tmp_path_factory.mktemp("taught") / "balls"
    shutil.copytree(balls_folder, folder)
    told: list[DeepProgress] = []

    def listen(progress: DeepProgress) -> Wish:
        told.append(progress)
        return Wish.GO_ON

    with open_shop(folder, backbone="efficientnet-lite0", device="cpu") as shop:
        teach_deep_lesson(shop, SHORT, listen)
    return folder, told


@pytest.fixture
def after(taught: tuple[Path, list[DeepProgress]], tmp_path: Path) -> Path:
    """A copy of the shop after the lesson."""
    folder = tmp_path / "after"
    shutil.copytree(taught[0], folder)
    return folder


def reopened(folder: Path) -> Shop:
    return open_shop(folder, backbone="efficientnet-lite0", device="cpu")


def test_a_listener_hears_every_stage_in_order_with_curves_and_time(
    taught: tuple[Path, list[DeepProgress]],
) -> None:
    _, told = taught
    stages = list(dict.fromkeys(progress.stage for progress in told))
    assert [stage for stage in DeepStage if stage in stages] == stages
    assert {DeepStage.PREPARING, DeepStage.TRAINING, DeepStage.EMBEDDING, DeepStage.EXAMINING} <= set(stages)
    assert len(told[-1].points) == 1 and told[-1].points[0].loss > 0
    assert told[-1].points[0].held_out_top1 is not None
    assert told[-1].before_top1 is not None
    assert all(one.seconds <= two.seconds for one, two in pairwise(told))


def test_a_lesson_is_kept_with_its_network_and_says_what_it_measured(after: Path) -> None:
    with reopened(after) as shop:
        (lesson,) = shop.models.lessons()
        assert (lesson.kind, lesson.version) == ("deep", "0001-deep")
        assert lesson.held_out >= 20
        assert lesson.gain_interval is not None and lesson.promoted == (lesson.gain_interval[0] > 0)
        model = shop.models.load("0001-deep")
        assert model.spec.fingerprint == lesson.backbone != shop.models.default.fingerprint
        assert vector_counts(shop.catalog)[lesson.backbone] == 84
        assert unfinished_deep_lesson(shop) is None
        assert not WorkFolder(shop.models.folder).root.exists()


def test_a_lesson_in_use_searches_by_its_own_network_and_can_be_undone(
    after: Path, ball_photos: list[list[Path]]
) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson(None)
        plain = ask(shop, ball_photos[2][0])
        shop.searched_by.use_lesson("0001-deep")
        tuned = ask(shop, ball_photos[2][0])
        assert shop.spec.name == "efficientnet-lite0-tuned"
        assert tuned.results[0].score != pytest.approx(plain.results[0].score, abs=1e-6)
        shop.close()
    with reopened(after) as again:
        assert again.model.version == "0001-deep" and again.searched_by.problem is None
        assert ask(again, ball_photos[2][0]).results[0].score == pytest.approx(tuned.results[0].score)
        again.searched_by.use_lesson(None)
        assert ask(again, ball_photos[2][0]).results[0].score == pytest.approx(plain.results[0].score)


def test_a_removed_lesson_takes_its_index_and_its_networks_vectors_with_it(after: Path) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        model = shop.model
        shop.searched_by.use_lesson(None)
        assert (after / "index" / model.fingerprint).exists()
        shop.searched_by.remove_lesson("0001-deep")
        assert not (after / "index" / model.fingerprint).exists()
        assert list(vector_counts(shop.catalog)) == [shop.spec.fingerprint]


def test_a_network_below_another_lesson_is_not_removed(after: Path) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        quick = teach_quick_lesson(shop)
        assert shop.models.load(quick.version).spec.fingerprint == shop.models.lesson("0001-deep").backbone
        shop.searched_by.use_lesson(None)
        with pytest.raises(KnownError, match="was taught on the network"):
            shop.searched_by.remove_lesson("0001-deep")
        shop.searched_by.remove_lesson(quick.version)
        shop.searched_by.remove_lesson("0001-deep")


def test_a_network_whose_weights_are_damaged_is_refused_and_the_old_model_stays(after: Path) -> None:
    folder = after / "models" / "0001-deep"
    for path in folder.glob("*.onnx"):
        path.unlink()  # or the export beside them would serve
    weights = folder / "weights.safetensors"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    with reopened(after) as shop:
        shop.searched_by.use_lesson(None)
        weights.write_bytes(content)
        with pytest.raises(KnownError, match="damaged"):
            shop.searched_by.use_lesson("0001-deep")
        assert shop.model.version is None and shop.models.active() is None


def test_a_network_whose_export_is_damaged_is_exported_anew(
    after: Path, ball_photos: list[list[Path]]
) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        before = ask(shop, ball_photos[1][0]).results[0]
    (export,) = (after / "models" / "0001-deep").glob("*.onnx")
    export.write_bytes(export.read_bytes()[:-100])
    with reopened(after) as shop:
        found = ask(shop, ball_photos[1][0]).results[0]
        assert found.sku == before.sku and found.score == pytest.approx(before.score, abs=1e-3)


def test_a_lesson_that_is_not_better_is_rejected_and_the_shop_stays_as_it_was(after: Path) -> None:
    """The same training again cannot beat itself."""
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        second = teach_deep_lesson(shop, SHORT)
        assert not second.promoted and second.gain_interval is not None
        assert second.before_top1 == pytest.approx(second.after_top1, abs=0.1)
        assert shop.model.version == "0001-deep" and shop.models.active() == "0001-deep"
        assert [lesson.version for lesson in shop.models.lessons()] == ["0001-deep", "0002-deep"]


def test_a_paused_lesson_waits_and_goes_on_another_day(balls: Shop) -> None:
    pause = wish_after(DeepStage.TRAINING, Wish.PAUSE, points=2)
    with pytest.raises(LessonPausedError):
        teach_deep_lesson(balls, ENDLESS, pause)
    unfinished = unfinished_deep_lesson(balls)
    assert unfinished is not None and unfinished.stage is DeepStage.TRAINING
    assert len(unfinished.points) >= 2 and unfinished.seconds > 0
    with pytest.raises(KnownError, match="unfinished"):
        teach_deep_lesson(balls, SHORT)
    seen: list[int] = []

    def look(progress: DeepProgress) -> Wish:
        seen.append(len(progress.points))
        enough = progress.stage is DeepStage.TRAINING and len(progress.points) > len(unfinished.points) + 1
        return Wish.PAUSE if enough else Wish.GO_ON

    with pytest.raises(LessonPausedError):
        resume_deep_lesson(balls, look)
    assert seen[0] >= 2 and seen[-1] > len(unfinished.points)
    discard_unfinished(balls)
    assert unfinished_deep_lesson(balls) is None
    assert not WorkFolder(balls.models.folder).root.exists()


def test_a_paused_lesson_that_is_given_less_time_than_it_took_is_brought_to_its_end(balls: Shop) -> None:
    with pytest.raises(LessonPausedError):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.PAUSE, points=1))
    paused = unfinished_deep_lesson(balls)
    told: list[DeepProgress] = []

    def listen(progress: DeepProgress) -> Wish:
        told.append(progress)
        return Wish.GO_ON

    lesson = resume_deep_lesson(balls, listen, minutes=0.01)
    assert lesson.kind == "deep"
    assert paused is not None
    assert paused.epoch < told[-1].points[-1].epoch < ENDLESS.epochs, "it cooled down, and no more than that"
    assert all(progress.doubt is None for progress in told)


def test_a_paused_lesson_goes_on_with_the_photos_that_are_left(balls: Shop) -> None:
    with pytest.raises(LessonPausedError):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.PAUSE, points=1))
    with without_lesson_copies(balls):
        for sha256 in WorkFolder(balls.models.folder).plan().sha256[::5].tolist():
            balls.files.path(sha256).unlink()
    assert resume_deep_lesson(balls, minutes=0.01).kind == "deep"


def test_a_paused_lesson_of_whose_photos_too_little_is_left_says_so_and_can_be_discarded(balls: Shop) -> None:
    with pytest.raises(LessonPausedError):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.PAUSE))
    with without_lesson_copies(balls):
        for sha256 in WorkFolder(balls.models.folder).plan().sha256.tolist():
            balls.files.path(sha256).unlink()
    with pytest.raises(KnownError, match="too little"):
        resume_deep_lesson(balls)
    discard_unfinished(balls)
    assert unfinished_deep_lesson(balls) is None


def test_a_cancelled_lesson_leaves_nothing(balls: Shop) -> None:
    with pytest.raises(Cancelled):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.CANCEL))
    assert unfinished_deep_lesson(balls) is None
    assert not WorkFolder(balls.models.folder).root.exists()
    assert balls.models.lessons() == []


def test_a_lesson_cancelled_while_photos_are_looked_at_leaves_no_vectors(balls: Shop) -> None:
    with pytest.raises(Cancelled):
        teach_deep_lesson(balls, SHORT, wish_after(DeepStage.EMBEDDING, Wish.CANCEL))
    assert list(vector_counts(balls.catalog)) == [balls.spec.fingerprint]
    assert balls.models.lessons() == []


TEACH = """
import sys, time
from pathlib import Path
from core.learning.deep.lesson import teach_deep_lesson
from core.learning.deep.listener import DeepSettings, DeepStage, Wish
from core.shop.opening import open_shop

def listen(progress):
    if progress.stage is DeepStage.TRAINING and len(progress.points) >= 2:
        print("two points", flush=True)
    return Wish.GO_ON

if __name__ == "__main__":
    with open_shop(Path(sys.argv[1]), backbone="efficientnet-lite0", device="cpu") as shop:
        teach_deep_lesson(shop, DeepSettings(minutes=100, epochs=1000, side=32, batch=16), listen)
"""


@pytest.mark.skipif(os.name == "nt", reason="a signal that cannot be caught is needed")
def test_a_killed_lesson_ends_its_process_and_goes_on_from_its_checkpoint(
    balls_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "balls"
    shutil.copytree(balls_folder, folder)
    script = tmp_path / "teach.py"
    script.write_text(textwrap.dedent(TEACH))
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    program = subprocess.Popen(
        [sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "two points\n"
    trainers = children_of(program.pid)
    assert trainers
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    wait_until(lambda: not any(is_alive(pid) for pid in trainers))
    with reopened(folder) as shop:
        unfinished = unfinished_deep_lesson(shop)
        assert unfinished is not None and len(unfinished.points) >= 2
        resumed: list[DeepProgress] = []

        def look(progress: DeepProgress) -> Wish:
            if progress.stage is DeepStage.TRAINING:
                resumed.append(progress)
            return Wish.PAUSE if resumed else Wish.GO_ON

        with pytest.raises(LessonPausedError):
            resume_deep_lesson(shop, look)
        assert resumed[0].epoch >= 1, "it did not begin anew"


def children_of(pid: int) -> list[int]:
    """The processes that a process started, and those that these started."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()[1:]]
    found = [child for child, parent in pairs if parent == pid]
    return found + [grandchild for child in found for grandchild in children_of(child)]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(") ", 1)[-1][0] != "Z"


def wait_until(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.02)


def test_an_unfinished_lesson_with_a_damaged_plan_is_refused_and_can_be_discarded(balls: Shop) -> None:
    with pytest.raises(LessonPausedError):
        teach_deep_lesson(balls, ENDLESS, wish_after(DeepStage.TRAINING, Wish.PAUSE))
    plan = WorkFolder(balls.models.folder).root / "plan.npz"
    plan.write_bytes(np.random.default_rng(0).bytes(500))
    with pytest.raises(KnownError, match="damaged"):
        resume_deep_lesson(balls)
    discard_unfinished(balls)
    assert unfinished_deep_lesson(balls) is None


SWITCH = """
import sys
from pathlib import Path
from core.shop.opening import open_shop

with open_shop(Path(sys.argv[1]), backbone="efficientnet-lite0", device="cpu") as shop:
    shop.searched_by.use_lesson("0001-deep")
    print("ready", flush=True)
    while True:
        shop.searched_by.use_lesson(None)
        shop.searched_by.use_lesson("0001-deep")
"""


@pytest.mark.skipif(os.name == "nt", reason="a signal that cannot be caught is needed")
def test_a_killed_switch_leaves_network_vectors_and_index_of_one_model(
    after: Path, ball_photos: list[list[Path]]
) -> None:
    query = ball_photos[0][0]
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        tuned = ask(shop, query).results[0].score
        shop.searched_by.use_lesson(None)
        plain = ask(shop, query).results[0].score
    for wait in (0.0, 0.05, 0.12):
        program = subprocess.Popen(
            [sys.executable, "-c", SWITCH, str(after)], cwd=REPOSITORY, stdout=subprocess.PIPE
        )
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(wait)
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout.close()
        with reopened(after) as shop:
            assert shop.searched_by.problem is None
            expected = plain if shop.model.version is None else tuned
            assert ask(shop, query).results[0].score == pytest.approx(expected, abs=1e-5)
            assert len(shop.index().ids()) == 84


def test_a_better_lesson_is_in_use_when_it_ends(taught: tuple[Path, list[DeepProgress]]) -> None:
    with reopened(taught[0]) as shop:
        (lesson,) = shop.models.lessons()
        assert lesson.promoted, "the shop was searched by the plain backbone, which mixes the balls up"
        assert shop.model.version == shop.models.active() == lesson.version


def test_a_lesson_cannot_be_begun_by_a_program_that_may_only_read(balls: Shop) -> None:
    with open_shop(balls.folder, backbone="efficientnet-lite0", device="cpu") as reader:
        assert not reader.writable
        with pytest.raises(KnownError, match="changing the shop"):
            teach_deep_lesson(reader, SHORT)


@pytest.mark.skipif(os.name == "nt", reason="a signal that cannot be caught is needed")
def test_a_process_that_dies_is_told_and_what_it_learned_is_kept(balls: Shop) -> None:
    def kill(progress: DeepProgress) -> Wish:
        if progress.stage is DeepStage.TRAINING and progress.points:
            for pid in children_of(os.getpid()):
                if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text():
                    os.kill(pid, signal.SIGKILL)
        return Wish.GO_ON

    with pytest.raises(KnownError, match="stopped unexpectedly"):
        teach_deep_lesson(balls, ENDLESS, kill)
    unfinished = unfinished_deep_lesson(balls)
    assert unfinished is not None and unfinished.points
    discard_unfinished(balls)
