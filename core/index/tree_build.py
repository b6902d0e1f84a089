"""Building Annoy's file, in a child process.

A process of its own, for three reasons: ``add_item`` holds the interpreter's lock, and the window's
thread would wait for it; building on disk writes through a mapping, and a full disk kills the process
that does so; and the memory that building takes is given back. The child imports NumPy and Annoy only,
runs at low priority, and ends with its parent.
"""

import array
import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SAMPLE = 20_000
_SLICE = 2_000
_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class TreeTask:
    """What the child is told: where the vectors are and what to make of them."""

    rows: str
    row_type: str
    count: int
    dim: int
    tree_dims: int
    trees: int
    jobs: int
    axes_out: str
    trees_out: str


class TreeBuildError(Exception):
    """The child ended without a result: killed, out of disk or out of memory."""


def build_trees(task: TreeTask, keep_going: Callable[[], None]) -> None:
    """Write the files ``task.axes_out`` and ``task.trees_out``; returns when they are complete.

    Args:
        keep_going: called several times a second; what it raises ends the child and is passed on.

    Raises:
        TreeBuildError: the child did not finish.
    """
    process = multiprocessing.get_context("spawn").Process(target=_child, args=(task,), daemon=True)
    process.start()
    try:
        while process.is_alive():
            process.join(_POLL_SECONDS)
            keep_going()
        if process.exitcode != 0:
            raise TreeBuildError(f"exit code {process.exitcode}")
    finally:
        _end(process)


def _end(process: BaseProcess) -> None:
    if process.is_alive():
        process.kill()
    process.join()
    process.close()


def _child(task: TreeTask) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)
    make_trees(task)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def make_trees(task: TreeTask) -> None:
    """Do ``task`` in this process."""
    from annoy import AnnoyIndex

    rows = np.memmap(task.rows, task.row_type, "r", shape=(task.count, task.dim))
    axes = principal_axes(rows, task.tree_dims)
    Path(task.axes_out).write_bytes(axes.tobytes())
    index = AnnoyIndex(task.tree_dims, "euclidean")
    index.set_seed(1)
    index.on_disk_build(task.trees_out)
    for start in range(0, task.count, _SLICE):
        reduced = rows[start : start + _SLICE].astype(np.float32) @ axes
        for position, row in enumerate(reduced, start):
            # Of all sequences, Annoy reads an array.array fastest.
            index.add_item(position, array.array("f", row.tobytes()))
    index.build(task.trees, task.jobs)
    index.unload()


def principal_axes(rows: NDArray[np.floating], count: int) -> NDArray[np.float32]:
    """The ``count`` directions, shape (dim, count), in which (a sample of) ``rows`` differ most.

    The eigenvectors of the covariance. Rows are not centred before they are projected: a shift leaves all
    Euclidean distances as they are, and Annoy is asked for those alone.
    """
    step = max(1, len(rows) // _SAMPLE)
    sample = rows[::step].astype(np.float64)
    sample -= sample.mean(axis=0)
    _values, axes = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(axes[:, ::-1][:, :count], dtype=np.float32)
