"""Fixtures for every test: the real grocery shop where it is present, and a home that is thrown away."""

import functools
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if "PYTEST_XDIST_WORKER" in os.environ:  # one of several test processes: its share of the cores, no more
    share = max(1, (os.cpu_count() or 1) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"]))
    os.environ.setdefault("OMP_NUM_THREADS", str(share))  # before numpy or torch is imported

import hypothesis
import pytest
from filelock import FileLock

from core.catalog.database import catalog
from core.embedding.runtimes import onnx_runtime
from core.embedding.runtimes.onnx_library import library_path
from core.embedding.runtimes.onnx_session import OnnxSession
from tests.catalog_made_once import upgrade_of_a_copy
from tests.networks_remembered import RememberingSession

# Other work on the machine must not make an example fail for its time; pytest's own limit holds.
hypothesis.settings.register_profile("long", deadline=None)
hypothesis.settings.register_profile("short", deadline=None, max_examples=25)

_load = functools.lru_cache(maxsize=12)(onnx_runtime.cpu_session)


def loaded_once(model: bytes, threads: int | None = None, *, keeps_memory: bool = True) -> OnnxSession:
    """A network's session, once a process; threads may share it."""
    library_path()  # where a test takes it away, it is missed as ever
    return _load(model, threads, keeps_memory=keeps_memory)


vars(onnx_runtime)["OnnxSession"] = RememberingSession
vars(onnx_runtime)["cpu_session"] = loaded_once  # before a module takes the function from there
vars(catalog)["upgrade"] = upgrade_of_a_copy

pytest_plugins = ["tests.core.hub.fixtures"]

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def grocery() -> Path:
    """The folder of the real shop; the test is skipped where it is not present."""
    folder = Path(os.environ.get("SNAPSHELF_GROCERY", REPOSITORY.parent / "shared" / "data" / "grocery"))
    if not (folder / "catalog.csv").exists():
        pytest.skip("the grocery data set is not here; set SNAPSHELF_GROCERY to its folder to run this test")
    return folder


@pytest.fixture
def computed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Networks compute in this test what they computed before, too."""
    monkeypatch.setattr(RememberingSession, "run", OnnxSession.run)


MadeOnce = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """``made_once(name, make)``: what ``make`` puts into a folder, once for all test processes.

    Each process has a copy of its own; one that asks while another process makes it waits.
    """
    everybodys = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        everybodys = everybodys.parent

    def folder_of(name: str, make: Callable[[Path], None]) -> Path:
        folder, whole = everybodys / name, everybodys / f"{name} is made"
        with FileLock(everybodys / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a process that did not come to its end
                folder.mkdir()
                make(folder)
                whole.touch()
        return Path(shutil.copytree(folder, tmp_path_factory.mktemp("copies") / name))

    return folder_of


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


def pytest_configure(config: pytest.Config) -> None:
    """Where the long tests are left out, fewer examples are tried of what a test says for all values."""
    hypothesis.settings.load_profile("short" if config.option.markexpr == "not long" else "long")


def pytest_collectstart() -> None:
    """What is made while tests are collected stays: looking through it again and again takes seconds."""
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """See :func:`leave_modules_alone`."""
    leave_modules_alone(session.config)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What tests import stays, too; where another file begins, the fixtures of the last one have ended."""
    last, item.config.stash[_FILE] = item.config.stash.get(_FILE, None), item.path
    if item.path != last and len(sys.modules) > item.config.stash[_MODULES] + 100:
        leave_modules_alone(item.config)


_FILE = pytest.StashKey[Path | None]()
"""Whose tests run."""
_MODULES = pytest.StashKey[int]()
"""How many modules there were when they were last left alone."""


def leave_modules_alone(config: pytest.Config) -> None:
    """Modules stay as long as the tests do: a window that is disposed of need not look through them.

    That takes a tenth of a second for those of the window alone, at the end of each of its tests.
    """
    gc.collect()
    gc.freeze()
    config.stash[_MODULES] = len(sys.modules)
