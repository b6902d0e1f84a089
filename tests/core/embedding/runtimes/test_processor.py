import os
from pathlib import Path

import pytest

from core.embedding.runtimes.processor import usable_cores

linux_only = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="reads Linux' topology")


def topology(folder: Path, siblings: dict[int, str]) -> Path:
    for number, text in siblings.items():
        place = folder / f"cpu{number}" / "topology"
        place.mkdir(parents=True)
        (place / "thread_siblings_list").write_text(f"{text}\n", encoding="ascii")
    return folder


@linux_only
def test_two_hardware_threads_of_one_core_count_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2, 3})
    assert usable_cores(topology(tmp_path, {0: "0,2", 1: "1,3", 2: "0,2", 3: "1,3"})) == 2


@linux_only
def test_cores_that_this_process_may_not_use_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {1})
    assert usable_cores(topology(tmp_path, {0: "0", 1: "1", 2: "2"})) == 1


@linux_only
def test_where_the_topology_is_hidden_every_processor_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2})
    assert usable_cores(tmp_path) == 3


def test_there_is_at_least_one() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
