"""Building Annoy's file: of many photos in a child process, of few where we are.

A process of its own, for three reasons: ``add_item`` holds the interpreter's lock, and the window's
thread would wait for it; building on disk writes through a mapping, and a full disk kills the process
that does so; and the memory that building takes is given back. The child imports NumPy and Annoy only,
runs at low priority, and ends with its parent.

As many photos as Annoy covers take less time than starting a process does. Their trees are built in memory
and written as any file is, so that a full disk is an error like others.
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
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SLICE = 2_000
_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class TreeTask:
    """What the child is told.

    Attributes:
        leads: path of a float32 file of shape (count, columns), of which Annoy gets all but the last.
        trees_out: path of the file to write.
    """

    leads: str
    count: int
    columns: int
    trees: int
    trees_out: str


class TreeBuildError(Exception):
    """The child ended without a result: killed, out of disk or out of memory."""


def annoy_can_open(path: Path, *, windows: bool = os.name == "nt") -> bool:
    """Whether Annoy can open a file of this name. On Windows it takes the name for one in the system's
    code page, although it is UTF-8; a shop in such a folder is searched without it.
    """
    return not windows or str(path).isascii()


def save_trees(rows: NDArray[np.floating], trees: int, path: Path) -> None:
    """Build over ``rows``, shape (n, dim), in this thread and in memory, and write the new file ``path``.

    Raises:
        OSError: the disk is full, the folder is read-only, …
    """
    index = _new_index(rows.shape[1])
    _add_rows(index, rows)
    index.build(trees, 1)
    try:
        index.save(str(path))
    except OSError:
        # Annoy leaves the file open, and what is open keeps its space even when it is deleted.
        with contextlib.suppress(OSError):
            os.truncate(path, 0)
        raise
    index.unload()  # saving maps what it wrote


def build_trees(task: TreeTask, keep_going: Callable[[], None]) -> None:
    """Write the file ``task.trees_out``; returns when it is complete.

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
    leads = np.memmap(task.leads, np.float32, "r", shape=(task.count, task.columns))
    index = _new_index(task.columns - 1)
    index.on_disk_build(task.trees_out)
    _add_rows(index, leads[:, :-1])
    index.build(task.trees, max(1, (os.cpu_count() or 1) // 2))
    index.unload()


def _new_index(dims: int) -> Any:
    from annoy import AnnoyIndex

    index = AnnoyIndex(dims, "euclidean")
    index.set_seed(1)
    return index


def _add_rows(index: Any, rows: NDArray[np.floating]) -> None:
    for start in range(0, len(rows), _SLICE):
        for position, row in enumerate(rows[start : start + _SLICE].astype(np.float32), start):
            # Of all sequences, Annoy reads an array.array fastest.
            index.add_item(position, array.array("f", row.tobytes()))
