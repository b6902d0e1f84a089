"""Where a deep lesson, its process or a switch to it is killed, the shop goes on from what was kept."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import KnownError
from core.learning.deep.lesson import (
    discard_unfinished,
    resume_deep_lesson,
    teach_deep_lesson,
    unfinished_deep_lesson,
)
from core.learning.deep.listener import DeepProgress, DeepStage, LessonPausedError, Wish
from core.shop.shop import Shop
from tests.conftest import REPOSITORY
from tests.core.asking import ask
from tests.core.learning.deep.lessons import ENDLESS, reopened

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
