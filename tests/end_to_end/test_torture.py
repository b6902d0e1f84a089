"""Ended at its system calls: every write, rename and fsync of a shop's work is a possible end, or fails.

A process (manager.py) does everything that a shop can do, under strace, which kills it as it enters one
chosen system call, or lets that one, or all from there on, fail: no room on the disk, a disk that does not
read or write. Short writes come from a limit on the size of files, up to which the system still writes.
Afterwards the shop opens, its check finds nothing, all that was acknowledged is there once, and it answers by
one whole state, lessons included: that before the operation under way, or that after.
"""

import functools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.busy_clerk import Products, nothing
from tests.end_to_end.manager import PLACES
from tests.end_to_end.survival import (
    assert_backups_are_good,
    assert_survived,
    read_log,
    where_it_lies,
)

REPOSITORY = Path(__file__).resolve().parents[2]
MANAGER = str(REPOSITORY / "tests/end_to_end/manager.py")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
ROUNDS_PER_SHOP = 12
CALLS = (
    "write", "pwrite64", "rename", "fsync", "fdatasync", "unlink", "unlinkat", "rmdir", "mkdir",
    "ftruncate", "openat",
)  # fmt: skip
FAILING = ("write", "pwrite64", "rename", "fsync", "fdatasync", "mkdir", "ftruncate")
ERRORS = ("ENOSPC", "EIO")


@functools.cache
def can_inject() -> bool:
    """Whether strace is there and may trace what it starts."""
    return shutil.which("strace") is not None and _strace("-e", "trace=none", "true").returncode == 0


def _strace(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["strace", "-f", "-qq", "-o", os.devnull, *arguments], capture_output=True, check=False
    )


needs_strace = pytest.mark.skipif(not can_inject(), reason="needs strace, and Linux that lets it trace")


@dataclass
class End:
    """What happens to a process.

    Attributes:
        strace: what strace is told, if it takes part.
        largest_file: bytes that a file may have.
    """

    strace: tuple[str, ...] = ()
    largest_file: int | None = None

    def run(self, arguments: list[str], places: Sequence[Path]) -> subprocess.CompletedProcess[bytes]:
        tracing = ["strace", "-f", "-qq", "-o", os.devnull, *self.strace] if self.strace else []

        def limit() -> None:
            import resource  # Windows has none

            if self.largest_file is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest_file,) * 2)

        return subprocess.run(
            [*tracing, sys.executable, MANAGER, *arguments],
            env=ENVIRONMENT | {PLACES: os.pathsep.join(map(str, places))},
            capture_output=True,
            check=False,
            preexec_fn=limit,
        )


EndOf = Callable[[random.Random, dict[str, range]], End]


def at_call(chance: random.Random, counts: dict[str, range]) -> End:
    """Killed as it enters a call."""
    call = chance.choice(CALLS)
    when = chance.choice(counts[call])
    return End(("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={when}"))


def at_error(chance: random.Random, counts: dict[str, range]) -> End:
    """A call fails, or all of its kind from there on; or files may not grow beyond some size."""
    if chance.random() < 0.2:
        return End(largest_file=int(2 ** chance.uniform(10, 18)))
    call, error = chance.choice(FAILING), chance.choice(ERRORS)
    when = f"{chance.choice(counts[call])}{chance.choice(['', '+'])}"
    return End(("-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"))


@functools.cache
def calls_of_work() -> dict[str, range]:
    """How many of each call a process makes, from when it begins to work to its end."""
    with tempfile.TemporaryDirectory() as folder:
        log, state = Path(folder, "calls"), Path(folder, "state.json")
        state.write_text(json.dumps(nothing()))
        tracing = ["strace", "-f", "-qq", "-e", f"trace=writev,{','.join(CALLS)}", "-o", str(log)]
        arguments = [str(Path(folder, "counted", "shop")), os.devnull, str(state), "1"]
        Path(folder, "counted").mkdir()
        subprocess.run([*tracing, sys.executable, MANAGER, *arguments], env=ENVIRONMENT, check=True)
        lines = log.read_text(errors="replace").splitlines()
    before, after = Counter[str](), Counter[str]()
    began = False
    for line in lines:
        began = began or "opening" in line
        if found := re.match(r"\d+ +(\w+)\(", line):
            (after if began else before)[found[1]] += 1
    return {call: range(before[call] + 1, before[call] + max(1, after[call]) + 1) for call in CALLS}


@dataclass
class Tally:
    """How the rounds went: processes that were killed, that were refused something, that ended unharmed."""

    killed: int = 0
    refused: int = 0
    unharmed: int = 0
    operations: int = 0


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty folder on another disk than that of the tests, where the system has one in memory."""
    memory = Path("/dev/shm")  # noqa: S108
    within = memory if os.access(memory, os.W_OK) else tmp_path
    with tempfile.TemporaryDirectory(dir=within) as folder:
        place = Path(folder) / "shops"
        place.mkdir()
        yield place


def torture(tmp_path: Path, other_disk: Path, rounds: int, end_of: EndOf, seed: int) -> Tally:
    """End so many processes, one after another on the same shop, and a new shop now and then."""
    chance, counts, tally = random.Random(seed), calls_of_work(), Tally()
    folder, place, places = tmp_path, tmp_path, list[Path]()
    products: Products = nothing()
    for number in range(rounds):
        if number % ROUNDS_PER_SHOP == 0:
            shutil.rmtree(tmp_path / f"{number // ROUNDS_PER_SHOP - 1}", ignore_errors=True)
            folder = tmp_path / f"{number // ROUNDS_PER_SHOP}"
            folder.mkdir()
            shutil.rmtree(other_disk)
            other_disk.mkdir()
            places = [folder / "shop", folder / "moved shop", other_disk / "shop"]
            products, place = nothing(), folder / "shop"
        state = folder / "state.json"
        state.write_text(json.dumps(products))
        end = end_of(chance, counts)
        ended = end.run([str(place), "/dev/stdout", str(state), str(seed + number)], places)
        story = f"round {number}: {end}\n{ended.stdout[-600:]!r}\n{ended.stderr.decode()}"
        log = read_log(ended.stdout, products, place)
        assert end_of is not at_call or log.failed is None, story
        assert ended.returncode in {0, -9, 137}, story
        tally.killed += ended.returncode != 0
        tally.refused += log.failed is not None
        tally.unharmed += ended.returncode == 0 and log.failed is None
        tally.operations += log.operations
        try:
            place = where_it_lies(log)
            for other in {*places} - {place}:
                shutil.rmtree(other, ignore_errors=True)
            products = assert_survived(place, log)
            assert_backups_are_good(place, log, folder / "restored")
        except Exception as error:
            raise AssertionError(story) from error
    return tally


@needs_strace
def test_killed_at_a_few_system_calls_the_shop_is_as_before_or_after(
    tmp_path: Path, other_disk: Path
) -> None:
    assert torture(tmp_path, other_disk, 5, at_call, seed=1).killed > 2


@needs_strace
def test_of_calls_that_fail_a_few_are_told_and_lose_nothing(tmp_path: Path, other_disk: Path) -> None:
    torture(tmp_path, other_disk, 4, at_error, seed=2)


@needs_strace
@pytest.mark.long
@pytest.mark.timeout(0)
def test_killed_at_a_thousand_system_calls_the_shop_is_as_before_or_after(
    tmp_path: Path, other_disk: Path
) -> None:
    assert torture(tmp_path, other_disk, 1200, at_call, seed=10_000).killed > 1000


@needs_strace
@pytest.mark.long
@pytest.mark.timeout(0)
def test_of_calls_that_fail_three_hundred_are_told_and_lose_nothing(tmp_path: Path, other_disk: Path) -> None:
    assert torture(tmp_path, other_disk, 400, at_error, seed=20_000).refused > 300
