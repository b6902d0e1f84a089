"""A process that builds generations is killed at random moments; the next one finds whole files only."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from core.index.photo_index import PhotoIndex

ROOT = Path(__file__).resolve().parents[3]
DIM, COUNT = 16, 2_000

TUNINGS = [{"covered_numbers": 0, "leading_numbers": 0}, {"covered_numbers": 0}, {}]

BUILDER = f"""
import json
import sys
from pathlib import Path
import numpy as np
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

if __name__ == "__main__":
    vectors = np.random.default_rng(0).standard_normal(({COUNT}, {DIM})).astype(np.float32)
    tuning = Tuning(exact_numbers=0, leading_limit=16, trees=4, **json.loads(sys.argv[2]))
    index = PhotoIndex.open(Path(sys.argv[1]), dim={DIM}, tuning=tuning)
    print("ready", flush=True)
    while True:
        index.rebuild([VectorBatch(np.arange({COUNT}), vectors)], count={COUNT})
        print(index.generation_number, flush=True)
"""


def kill_while_building(folder: Path, script: Path, tuning: dict[str, int], seconds: float) -> int:
    """Build for about ``seconds``, kill, and return the last generation that was reported as done."""
    command = [sys.executable, str(script), str(folder), json.dumps(tuning)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        reported = [int(line) for line in child.stdout.read().split()]
    return reported[-1] if reported else 0


def check(folder: Path, at_least: int) -> int:
    vectors = np.random.default_rng(0).standard_normal((COUNT, DIM)).astype(np.float32)
    index = PhotoIndex.open(folder, dim=DIM)
    assert index.generation_number >= at_least
    assert index.damaged_files() == []
    if index.generation_number:
        assert index.count == COUNT
        assert index.search(vectors[77], 1)[0].photo_id == 77
    names = {path.name.split(".")[0] for path in folder.iterdir() if path.suffix != ".json"}
    assert len(names) == (1 if index.generation_number else 0)
    number = index.generation_number
    index.close()
    return number


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_a_kill_at_any_moment_leaves_a_whole_generation(tmp_path: Path) -> None:
    run_kills(tmp_path, 6)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_two_hundred_kills_leave_whole_generations(tmp_path: Path) -> None:
    run_kills(tmp_path, 200)


def run_kills(tmp_path: Path, kills: int) -> None:
    chance = random.Random(5)
    script = tmp_path / "builder.py"
    script.write_text(BUILDER)
    folder = tmp_path / "index"
    done = 0
    for turn in range(kills):
        # In turns with Annoy's child process, with none of Annoy, and with Annoy as small shops have it.
        tuning = TUNINGS[turn % len(TUNINGS)]
        reported = kill_while_building(folder, script, tuning, chance.uniform(0, 0.4))
        number = check(folder, max(done, reported))
        done = max(done, number)
