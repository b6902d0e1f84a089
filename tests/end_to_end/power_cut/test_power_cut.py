"""The power goes: whatever a disk may have lost by then, the shop is as before or after the work under way.

One real run of imports, model switches, backups, restores and a move is recorded call by call. Of its steps a
beginning is taken, and of that a disk is built that may be what is left. See disk.py for what may be lost.
"""

import json
import os
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.busy_clerk import nothing
from tests.end_to_end.power_cut.disk import Disk, Names, Step, Sync, Told, Write, after_power_cut
from tests.end_to_end.power_cut.recorder import record, understood
from tests.end_to_end.survival import assert_backups_are_good, assert_survived, read_log, where_it_lies
from tests.end_to_end.test_torture import ENVIRONMENT, REPOSITORY, needs_strace

pytestmark = needs_strace


@dataclass(frozen=True)
class Recording:
    """A run: the folder that it worked in, its steps, and the numbers of all folders."""

    folder: Path
    steps: list[Step]
    folders: list[int]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    place = tmp_path_factory.mktemp("recorded")
    folder, state = place / "disk", place / "state.json"
    folder.mkdir()
    state.write_text(json.dumps(nothing()))
    command = [sys.executable, str(REPOSITORY / "tests/end_to_end/power_cut/work.py")]
    arguments = [str(folder / "shop"), os.devnull, str(state), "1", "--network"]
    steps, folders = record([*command, *arguments], ENVIRONMENT, folder, place / "trace")
    assert_holds_all(steps, folders, folder)
    return Recording(folder, steps, folders)


def assert_holds_all(steps: list[Step], folders: list[int], folder: Path) -> None:
    """What was recorded makes just the files that are there; SQLite's ``-shm`` is memory."""
    made = dict(after(steps, folders).tree())
    there = {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }
    names = sorted(name for name in {*made, *there} if not name.endswith("-shm"))
    assert [name for name in names if made.get(name, 0) != there.get(name, 0)] == []
    assert Counter(type(step) for step in steps)[Told] > 20


def after(steps: list[Step], folders: list[int]) -> Disk:
    disk = Disk(folders={folder: {} for folder in folders})
    for step in steps:
        disk.apply(step)
    return disk


def cut(recording: Recording, scratch: Path, seed: int) -> None:
    """Let the power go at some step, and look at the shop."""
    chance = random.Random(seed)
    steps = recording.steps[: chance.randrange(1, len(recording.steps) + 1)]
    target = scratch / str(seed)
    target.mkdir()
    after_power_cut(steps, recording.folders, chance).build(target)
    told = b"".join(step.data for step in steps if isinstance(step, Told))
    told = told.replace(str(recording.folder).encode(), str(target).encode())
    log = read_log(told, nothing(), target / "shop")
    try:
        place = where_it_lies(log)
        assert_survived(place, log)
        assert_backups_are_good(place, log, target / "restored")
    except Exception as error:
        raise AssertionError(f"seed {seed}, after step {len(steps)}: {error!r:.900}") from error
    shutil.rmtree(target)


def test_at_twenty_power_cuts_the_shop_is_as_before_or_after(recording: Recording, tmp_path: Path) -> None:
    for seed in range(20):
        cut(recording, tmp_path, seed)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_at_six_hundred_power_cuts_the_shop_is_as_before_or_after(
    recording: Recording, tmp_path: Path
) -> None:
    for seed in range(1000, 1600):
        cut(recording, tmp_path, seed)


def test_a_name_that_is_not_synced_may_be_lost_and_a_synced_one_not() -> None:
    made = Names(((0, "a", 1),))

    written = Write(1, 0, b"x" * 2000)
    unsynced = [after_power_cut([made, written], [0], random.Random(seed)) for seed in range(50)]
    assert {len(dict(disk.tree()).get("a") or b"") for disk in unsynced} > {0, 2000}
    assert any(not dict(disk.tree()) for disk in unsynced)
    synced = [
        after_power_cut([made, written, Sync(1), Sync(0)], [0], random.Random(seed)) for seed in range(50)
    ]
    assert all(dict(disk.tree()) == {"a": b"x" * 2000} for disk in synced)


def test_a_file_that_is_opened_while_another_is_closed_keeps_what_is_written() -> None:
    lines = [
        f"1 openat(AT_FDCWD, {traced('/disk/a')}, O_WRONLY|O_CREAT, 0666) = 5",
        "1 close(5 <unfinished ...>",
        f"2 openat(AT_FDCWD, {traced('/disk/b')}, O_WRONLY|O_CREAT, 0666) = 5",
        "1 <... close resumed>)             = 0",
        f"2 write(5, {traced('text')}, 4) = 4",
    ]
    assert dict(after(*understood(lines, Path("/disk"))).tree()) == {"a": b"", "b": b"text"}


def test_a_file_in_a_folder_that_is_being_made_lies_in_it() -> None:
    lines = [
        f"1 mkdir({traced('/disk/new')}, 0777 <unfinished ...>",
        f"2 mkdir({traced('/disk/new')}, 0777) = -1 EEXIST (File exists)",
        f"2 openat(AT_FDCWD, {traced('/disk/new/a')}, O_WRONLY|O_CREAT, 0666) = 5",
        "1 <... mkdir resumed>)             = 0",
    ]
    assert dict(after(*understood(lines, Path("/disk"))).tree()) == {"new": None, "new/a": b""}


def traced(text: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in text.encode()) + '"'
