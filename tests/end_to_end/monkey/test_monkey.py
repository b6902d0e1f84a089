"""Whatever a clerk does to the window: nothing changes unasked, and what is shown is what is.

Each run is a real program in a process of its own, and a clerk who does anything (clerk.py). What holds after
each act is in invariants.py. A run that fails names its seed and its last acts; replay.py plays it again.
"""

from pathlib import Path

import pytest

from tests.end_to_end.monkey.playground import last_acts, let_loose, make_playground
from tests.end_to_end.monkey.replay import shrink


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_playground(tmp_path_factory.mktemp("monkey") / "playground")


def assert_all_holds(playground: Path, folder: Path, seed: int, acts: int, timeout_s: float = 280) -> None:
    outcome = let_loose(playground, folder, seed, acts, timeout_s=timeout_s)
    told = f"seed {seed}, journal {folder / 'journal.jsonl'}, the last acts:\n{last_acts(folder)}"
    assert outcome["problem"] is None, f"{outcome['problem']}\n{told}"
    assert outcome["acts"] == acts and outcome["rests"] > acts / 10, told
    assert outcome["too_late"] == [], "\n".join([*outcome["too_late"], told])
    print(
        "longest work of the GUI thread:", outcome["work_ms"], "ms; by the clock:", outcome["wall_ms"], "ms"
    )


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_a_clerk_who_does_anything_finds_no_mistake(playground: Path, tmp_path: Path, seed: int) -> None:
    assert_all_holds(playground, tmp_path / "run", seed, 150)


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(10, 15))
def test_ten_thousand_acts_find_no_mistake(playground: Path, tmp_path: Path, seed: int) -> None:
    assert_all_holds(playground, tmp_path / "run", seed, 2000, timeout_s=3600)


def test_a_failing_run_is_made_as_short_as_what_makes_it_fail() -> None:
    acts = [str(number) for number in range(40)]
    assert shrink(acts, lambda shorter: {"7", "23"} <= {*shorter}) == ["7", "23"]


def test_the_monkey_sees_a_change_that_nobody_asked_for(playground: Path, tmp_path: Path) -> None:
    """What it looks for is looked for: an act that only looks may change nothing."""
    from tests.end_to_end.monkey.acts import Act
    from tests.end_to_end.monkey.facts import Facts
    from tests.end_to_end.monkey.invariants import grant, unasked

    before = Facts(tmp_path, {"stock": frozenset({(1, 3000)})})
    after = Facts(tmp_path, {"stock": frozenset({(1, 2000)})})
    wheel, key = Act("wheel"), Act("key", what="Return")
    assert list(unasked(before, after, grant(wheel, "catalog", is_dialog=False)))
    assert not list(unasked(before, after, grant(key, "catalog", is_dialog=False)))
    assert list(unasked(before, after, grant(key, "learning", is_dialog=False)))
