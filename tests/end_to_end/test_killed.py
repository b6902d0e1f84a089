"""Killed, not asked: whatever the program is at, nothing that it acknowledged is lost.

A real process (busy_clerk.py) works in a shop and is ended by SIGKILL at a random moment, again and again on
the same shop, so that one kill's remains meet the next one's. After each, the shop must open, its check must
find nothing, and it must hold exactly what was acknowledged: at most the one operation that was under way
may have happened too, and then all of it. test_torture.py ends it at system calls instead.
"""

import itertools
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.care.archive import write_archive
from core.embedding.measures import Measure
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning
from core.shop.opening import open_shop
from tests.end_to_end.busy_clerk import Products, nothing
from tests.end_to_end.survival import (
    Log,
    assert_backups_are_good,
    assert_sound,
    assert_survived,
    held,
    read_log,
)

HERE = Path(__file__).resolve().parent
ROUNDS_PER_SHOP = 15

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not a thing of Windows")


def run_until_killed(command: list[str], ready: Path, marker: bytes, delay: float) -> None:
    """Start a process, wait until ``marker`` stands in the file ``ready``, and kill it ``delay`` s later."""
    repository = str(HERE.parents[1])
    environment = os.environ | {"PYTHONPATH": repository}
    process = subprocess.Popen([sys.executable, *command], env=environment, stderr=subprocess.PIPE)
    try:
        while not (ready.exists() and marker in ready.read_bytes()):
            assert process.poll() is None, process.communicate()[1].decode()
            time.sleep(0.005)
        time.sleep(delay)
        assert process.poll() is None, process.communicate()[1].decode()
    finally:
        process.kill()
        process.communicate()


def kill_again_and_again(tmp_path: Path, kills: int, *, network: bool) -> Iterator[Log]:
    """Each kill's log, after the shop was found sound."""
    chance = random.Random(kills)
    for number in range(kills):
        folder = tmp_path / f"{number // ROUNDS_PER_SHOP}"
        if number % ROUNDS_PER_SHOP == 0:
            folder.mkdir()
            products = nothing()
        log_path, state = folder / f"log-{number}", folder / "state.json"
        state.write_text(json.dumps(products))
        while_opening = chance.random() < 0.15
        command = [str(HERE / "busy_clerk.py"), str(folder / "shop"), str(log_path), str(state), str(number)]
        # Not by the clock alone: a busy machine does nothing in a moment.
        at_work = b'"did"' if number % 2 else b'"open"'
        run_until_killed(
            [*command, "--network"] if network else command,
            log_path,
            b'"opening"' if while_opening else at_work,
            chance.uniform(0, 0.05) if while_opening else chance.expovariate(1 / 0.3),
        )
        log = read_log(log_path.read_bytes(), products, folder / "shop")
        products = assert_survived(folder / "shop", log, network=network)
        assert_backups_are_good(folder / "shop", log, folder / f"restored-{number}")
        yield log


def test_a_killed_clerk_loses_nothing(tmp_path: Path) -> None:
    logs = list(kill_again_and_again(tmp_path, 6, network=False))
    assert any(log.operations for log in logs)
    assert any(log.under_way is not None for log in logs)


def test_a_killed_import_loses_nothing(tmp_path: Path) -> None:
    logs = list(kill_again_and_again(tmp_path, 2, network=True))
    assert len(logs) == 2


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_an_import_killed_thirty_times_loses_nothing(tmp_path: Path) -> None:
    assert len(list(kill_again_and_again(tmp_path, 30, network=True))) == 30


RESTORER = """
import sys
from pathlib import Path
from core.care.restore import restore_shop
folder, ready, *backups = map(Path, sys.argv[1:])
ready.write_bytes(b"ready")
while True:
    for backup in backups:
        restore_shop(folder, backup)
"""


def restored_until_killed(tmp_path: Path, kills: int) -> None:
    """Kill a process that restores one backup, then the other, and so on."""
    chance = random.Random(kills)
    shop_folder = tmp_path / "shop"
    backups: list[Path] = []
    states: list[Products] = []
    for seed in range(50):  # until what a clerk did in a moment made a difference
        log, state = tmp_path / f"log-{seed}", tmp_path / "state.json"
        before = states[-1] if states else nothing()
        state.write_text(json.dumps(before))
        command = [str(HERE / "busy_clerk.py"), str(shop_folder), str(log), str(state), str(seed)]
        run_until_killed(command, log, b'"did"', 0.5)
        after = assert_survived(shop_folder, read_log(log.read_bytes(), before, shop_folder))
        if after == before:
            continue
        states.append(after)
        with open_shop(shop_folder) as shop:
            backups.append(tmp_path / f"backup-{seed}.zip")
            write_archive(shop.catalog, shop.folder, backups[-1])
        if len(states) == 2:
            break
    assert len(states) == 2
    for number in range(kills):
        ready = tmp_path / f"ready-{number}"
        command = ["-c", RESTORER, str(shop_folder), str(ready), *map(str, backups)]
        run_until_killed(command, ready, b"ready", chance.uniform(0, 0.4))
        with open_shop(shop_folder) as shop:
            assert held(shop) in states
            assert_sound(shop)


def test_a_killed_restore_leaves_the_old_shop_or_the_new_one(tmp_path: Path) -> None:
    restored_until_killed(tmp_path, 2)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_restore_killed_sixty_times_leaves_the_old_shop_or_the_new_one(tmp_path: Path) -> None:
    restored_until_killed(tmp_path, 60)


INDEXER = """
import sys
from pathlib import Path
import numpy as np
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

if __name__ == "__main__":
    folder, ready = map(Path, sys.argv[1:])
    tuning = Tuning(covered_numbers=0, exact_numbers=0, leading_numbers=0, trees=4)
    index = PhotoIndex.open(folder, dim=32, tuning=tuning)
    ids, vectors = np.arange(3000), np.random.default_rng(1).normal(size=(3000, 32)).astype(np.float32)
    index.sync(ids, lambda some: vectors[some])
    ready.write_bytes(b"ready")
    while True:
        index.rebuild([VectorBatch(ids, vectors)], count=3000)
"""


def index_built_until_killed(tmp_path: Path, kills: int) -> None:
    """Kill a process that builds generations with Annoy's trees, in a child process of its own."""
    chance = random.Random(kills)
    script = tmp_path / "indexer.py"
    script.write_text(INDEXER)
    ids, vectors = np.arange(3000), np.random.default_rng(1).normal(size=(3000, 32)).astype(np.float32)
    tuning = Tuning(covered_numbers=0, exact_numbers=0, leading_numbers=0, trees=4)
    numbers = []
    for number in range(kills):
        ready = tmp_path / f"ready-{number}"
        command = [str(script), str(tmp_path / "index"), str(ready)]
        run_until_killed(command, ready, b"ready", chance.uniform(0, 1.5))
        index = PhotoIndex.open(tmp_path / "index", dim=32, measure=Measure.COSINE, tuning=tuning)
        index.sync(ids, lambda some: vectors[some])
        assert index.damaged_files() == []
        assert np.array_equal(index.ids(), ids)
        assert [index.search(vectors[some], 1)[0].photo_id for some in range(0, 3000, 100)] == list(
            range(0, 3000, 100)
        )
        numbers.append(index.generation_number)
        files = {path.name for path in (tmp_path / "index").iterdir()}
        index.close()
        assert len(files) <= 7  # one generation's, the manifest and the times of change
    assert all(later >= earlier for earlier, later in itertools.pairwise(numbers))


def test_a_killed_index_build_leaves_a_whole_generation(tmp_path: Path) -> None:
    index_built_until_killed(tmp_path, 2)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_an_index_build_killed_forty_times_leaves_a_whole_generation(tmp_path: Path) -> None:
    index_built_until_killed(tmp_path, 40)
