"""With torch on the CPU: what a GPU would add is only where the numbers are worked out."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.runtimes.child_process import ChildProcessBackbone
from core.embedding.runtimes.onnx_export import HALF_TOLERANCE
from core.embedding.runtimes.onnx_runtime import OnnxBackbone
from core.errors import KnownError

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def backbone() -> Iterator[ChildProcessBackbone]:
    made = ChildProcessBackbone(LITE0, "cpu")
    yield made
    made.close()


def is_running(pid: int) -> bool:
    """False also for a process that has ended and only waits for somebody to ask how."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until ``condition`` holds; pytest's own time limit ends a wait for something that never comes."""
    while not condition():
        time.sleep(0.02)


def kill_when_it_works(backbone: ChildProcessBackbone, times: int) -> threading.Thread:
    """Kill the child (and then its successors) once it has had a moment for the batch or for starting."""

    def kill() -> None:
        killed: set[int | None] = {None}
        for _ in range(times):
            wait_for(lambda: backbone.child_pid not in killed)
            pid = backbone.child_pid
            assert pid is not None
            time.sleep(0.1)
            killed.add(pid)
            os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_it_answers_as_the_cpu_runtime_does(
    backbone: ChildProcessBackbone, batch_for: BatchFor, lite0_model: bytes
) -> None:
    batch = batch_for(LITE0)
    vectors = backbone.embed(batch)
    assert backbone.device == "CPU"
    assert vectors.dtype == np.float32
    expected = OnnxBackbone(LITE0, lite0_model).embed(batch)
    np.testing.assert_allclose(vectors, expected, atol=HALF_TOLERANCE * max(1.0, expected.max()), rtol=0)


def test_an_empty_batch_gives_no_vectors(backbone: ChildProcessBackbone) -> None:
    assert backbone.embed(np.empty((0, 3, 224, 224), dtype=np.float32)).shape == (0, 1280)


def test_a_batch_that_is_not_contiguous_is_understood(
    backbone: ChildProcessBackbone, batch_for: BatchFor
) -> None:
    batch = batch_for(LITE0)
    np.testing.assert_allclose(backbone.embed(batch[::-1]), backbone.embed(batch)[::-1], atol=1e-4, rtol=0)


def test_it_serves_several_threads(backbone: ChildProcessBackbone, batch_for: BatchFor) -> None:
    batch = batch_for(LITE0)
    expected = backbone.embed(batch)
    answers: dict[int, NDArray[np.float32]] = {}
    threads = [
        threading.Thread(target=lambda n=n: answers.update({n: backbone.embed(batch[n : n + 1])}))
        for n in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    np.testing.assert_allclose(np.concatenate([answers[n] for n in range(3)]), expected, atol=1e-4, rtol=0)


@posix
def test_a_child_killed_in_the_middle_of_a_batch_is_replaced_and_the_batch_answered(
    backbone: ChildProcessBackbone, batch_for: BatchFor
) -> None:
    batch = batch_for(LITE0)
    expected = backbone.embed(batch)
    first = backbone.child_pid
    killer = kill_when_it_works(backbone, times=1)
    vectors = backbone.embed(batch.repeat(12, axis=0))
    killer.join()
    assert backbone.child_pid != first
    np.testing.assert_allclose(vectors[::12], expected, atol=1e-4, rtol=0)


@posix
def test_a_child_that_died_between_two_batches_is_replaced(
    backbone: ChildProcessBackbone, batch_for: BatchFor
) -> None:
    batch = batch_for(LITE0)
    expected = backbone.embed(batch)
    pid = backbone.child_pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not is_running(pid))
    np.testing.assert_allclose(backbone.embed(batch), expected, atol=1e-4, rtol=0)


@posix
def test_a_child_killed_twice_over_one_batch_is_a_known_error_and_the_next_batch_is_answered(
    backbone: ChildProcessBackbone, batch_for: BatchFor
) -> None:
    batch = batch_for(LITE0)
    expected = backbone.embed(batch)
    killer = kill_when_it_works(backbone, times=2)
    with pytest.raises(KnownError, match="stopped twice"):
        backbone.embed(batch.repeat(12, axis=0))
    killer.join()
    np.testing.assert_allclose(backbone.embed(batch), expected, atol=1e-4, rtol=0)


def test_a_fault_in_the_child_is_raised_here_with_its_traceback(
    backbone: ChildProcessBackbone, batch_for: BatchFor
) -> None:
    with pytest.raises(RuntimeError, match=r"torch_runtime\.py"):
        backbone.embed(np.zeros((1, 5, 224, 224), dtype=np.float32))
    assert backbone.embed(batch_for(LITE0)).shape == (3, 1280)


def test_a_known_error_of_the_child_arrives_as_one() -> None:
    damaged = replace(LITE0, weights=replace(LITE0.weights, sha256="0" * 64))
    with pytest.raises(KnownError, match="is damaged") as caught:
        ChildProcessBackbone(damaged, "cpu")
    assert "{path}" in caught.value.sentence.text


def test_closing_ends_the_child_and_may_be_done_twice(batch_for: BatchFor) -> None:
    backbone = ChildProcessBackbone(LITE0, "cpu")
    pid = backbone.child_pid
    assert pid is not None
    backbone.close()
    backbone.close()
    assert not is_running(pid)
    with pytest.raises(RuntimeError, match="was closed"):
        backbone.embed(batch_for(LITE0))


@posix
def test_the_child_leaves_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import time\n"
        "from core.embedding.runtimes.child_process import ChildProcessBackbone\n"
        "from core.embedding.networks.efficientnet_lite import LITE0\n"
        "if __name__ == '__main__':\n"
        "    backbone = ChildProcessBackbone(LITE0, 'cpu')\n"
        "    print(backbone.child_pid, flush=True)\n"
        "    time.sleep(600)\n",
        encoding="utf-8",
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
        parent.wait()
        wait_for(lambda: not is_running(child))
