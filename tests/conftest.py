"""Fixtures for every test: the real grocery shop where it is present, and a home that is thrown away."""

import gc
import os
import tempfile
from pathlib import Path

if "PYTEST_XDIST_WORKER" in os.environ:  # one of several test processes: its share of the cores, no more
    share = max(1, (os.cpu_count() or 1) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"]))
    os.environ.setdefault("OMP_NUM_THREADS", str(share))  # before numpy or torch is imported

import hypothesis
import pytest

# Other work on the machine must not make an example fail for its time; pytest's own limit holds.
hypothesis.settings.register_profile("beside other work", deadline=None)
hypothesis.settings.load_profile("beside other work")

pytest_plugins = ["tests.core.hub.fixtures"]

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def grocery() -> Path:
    """The folder of the real shop; the test is skipped where it is not present."""
    folder = Path(os.environ.get("SNAPSHELF_GROCERY", REPOSITORY.parent / "shared" / "data" / "grocery"))
    if not (folder / "catalog.csv").exists():
        pytest.skip("the grocery data set is not here; set SNAPSHELF_GROCERY to its folder to run this test")
    return folder


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the homes of all tests: pytest looks through its own for every new one in it."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def throwaway_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point all that the program keeps for its user at a temporary folder."""
    home = Path(tempfile.mkdtemp(dir=homes))
    monkeypatch.setenv("SNAPSHELF_HOME", str(home))
    return home


def pytest_collection_finish() -> None:
    """Modules stay as long as the tests do: a window that is disposed of need not look through them."""
    gc.collect()
    gc.freeze()
