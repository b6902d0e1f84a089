"""Damaged files come out of the front doors as an answer or a sentence, in bounded time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.mutations import mutated

RUN = Path(__file__).with_name("run.py")


def attack(inputs: int, first: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RUN), "--inputs", str(inputs), "--first", str(first)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_no_damaged_file_gets_past_a_front_door_as_a_bug_or_a_crash() -> None:
    ended = attack(250, first=0)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_nor_do_a_hundred_thousand() -> None:
    ended = attack(100_000, first=1_000_000)
    print(ended.stdout)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_an_input_can_be_made_again_from_its_number() -> None:
    seeds = [b"one good file", b"another good file"]
    assert mutated(seeds, 7) == mutated(seeds, 7)
    assert len({mutated(seeds, number) for number in range(50)}) > 40


def test_a_bug_behind_a_door_is_found(tmp_path: Path) -> None:
    from tests.fuzz.doors import Door
    from tests.fuzz.run import attack as attack_here

    def fragile(data: bytes, folder: Path) -> None:
        if b"\xff" in data:
            raise ZeroDivisionError

    tally = attack_here(Door("fragile", lambda _folder: [b"seed" * 40], fragile), range(400), tmp_path)
    assert tally.outcomes["bug"] > 0
    assert any("ZeroDivisionError" in finding for finding in tally.findings)
