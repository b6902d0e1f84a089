"""Writing a new generation beside the one in use.

Nothing is visible before the manifest is replaced, so the process may be killed at any point: what it
leaves behind has names that no manifest knows, and :func:`remove_leftovers` takes it away.
"""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, offsets
from core.files.atomic import sync_folder
from core.index.generations.generation import map_array
from core.index.generations.leading import fit_leading, with_halves
from core.index.generations.manifest import MANIFEST, VERIFIED, FileProof, Manifest, prove_file
from core.index.generations.trees import TreeTask, annoy_can_open, build_trees, save_trees
from core.index.tuning import Tuning

_ROWS_AT_ONCE = 4_096

Rows = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]
"""Ids (ascending), stamps, and vectors in the index's space."""


def build_generation(
    folder: Path,
    batches: Iterable[Rows],
    *,
    number: int,
    count: int,
    dim: int,
    measure: Measure,
    tuning: Tuning,
    progress: Callable[[int], None],
) -> Manifest:
    """Write a generation's files and make sure that they are on the disk; return its manifest, unwritten.

    Args:
        batches: in ascending order of ids over all batches.
        count: how many rows the batches have together, as far as is known; it decides the number type
            and whether Annoy is needed. The batches may turn out to have a few more or fewer.
        progress: called with the rows written so far, and while Annoy builds; may raise to stop.

    Raises:
        OSError: the disk is full, the folder is read-only, …
        TreeBuildError: the child process that builds the trees died.
        ValueError: ids that do not ascend, vectors of another shape.
    """
    name = f"{number:06d}-{secrets.token_hex(3)}"
    try:
        return _build(folder, name, batches, number, count, dim, measure, tuning, progress)
    except BaseException:
        remove_generation(folder, name)
        raise


def _build(
    folder: Path,
    name: str,
    batches: Iterable[Rows],
    number: int,
    expected: int,
    dim: int,
    measure: Measure,
    tuning: Tuning,
    progress: Callable[[int], None],
) -> Manifest:
    row_type = tuning.row_type(expected, dim)
    files: dict[str, FileProof] = {}
    with contextlib.ExitStack() as stack:
        ids_out = stack.enter_context(_Output(folder / f"{name}.ids", files))
        rows_out = stack.enter_context(_Output(folder / f"{name}.rows", files))
        offsets_out = None
        if measure is Measure.EUCLIDEAN:
            offsets_out = stack.enter_context(_Output(folder / f"{name}.offsets", files))
        count, last_id = 0, -(1 << 63)
        for ids, stamps, vectors in batches:
            if not len(ids):
                continue
            if vectors.shape != (len(ids), dim):
                raise ValueError(f"vectors of shape {vectors.shape} for {len(ids)} ids of {dim} dimensions")
            if ids[0] <= last_id or (ids[1:] <= ids[:-1]).any():
                raise ValueError("the ids of a generation must ascend")
            stored = to_row_type(vectors, row_type)
            ids_out.write(np.stack([ids, stamps], axis=1))
            rows_out.write(stored)
            row_offsets = offsets(stored, measure)
            if offsets_out is not None and row_offsets is not None:
                offsets_out.write(row_offsets)
            count, last_id = count + len(ids), int(ids[-1])
            progress(count)
    matrix = map_array(folder / f"{name}.rows", row_type, (count, dim))
    leading_dims, trees = _write_proposer(folder, name, matrix, tuning, files, lambda: progress(count))
    sync_folder(folder)
    return Manifest(name, number, count, dim, measure.value, row_type.name, leading_dims, trees, files)


def _write_proposer(
    folder: Path,
    name: str,
    matrix: NDArray[np.floating],
    tuning: Tuning,
    files: dict[str, FileProof],
    keep_going: Callable[[], None],
) -> tuple[int, int]:
    """Write what candidates are found by, which the size decides: Annoy over the few vectors, nothing,
    leading components, Annoy over those. Returns how many leading components and how many trees.
    """
    count, dim = matrix.shape
    path = folder / f"{name}.ann"
    leading_dims = trees = 0
    if count and tuning.covers(count, dim) and annoy_can_open(path):
        trees = tuning.covering_trees
        save_trees(matrix, trees, path)
    elif count and not tuning.scans_all(count, dim):
        leading_dims = _write_leading(folder, name, matrix, tuning, files, keep_going)
        if not tuning.scans_leading(count, leading_dims) and annoy_can_open(path):
            trees = tuning.trees
            task = TreeTask(str(folder / f"{name}.lead"), count, leading_dims + 1, trees, str(path))
            build_trees(task, keep_going)
    if trees:
        _sync_file(path)
        files[path.name] = prove_file(path)
    return leading_dims, trees


def _write_leading(
    folder: Path,
    name: str,
    matrix: NDArray[np.floating],
    tuning: Tuning,
    files: dict[str, FileProof],
    keep_going: Callable[[], None],
) -> int:
    """Write the leading components of all rows; returns how many of them there are for each row."""
    leading = fit_leading(matrix, share=tuning.leading_share, limit=tuning.leading_limit)
    with _Output(folder / f"{name}.axes", files) as axes_out:
        axes_out.write(np.vstack([leading.axes, leading.centre]))
    with _Output(folder / f"{name}.lead", files) as leads_out:
        for start in range(0, len(matrix), _ROWS_AT_ONCE):
            rows = matrix[start : start + _ROWS_AT_ONCE].astype(np.float32)
            leads_out.write(with_halves(leading.project(rows)))
            keep_going()
    return leading.dims


def to_row_type(rows: NDArray[np.float32], row_type: np.dtype[np.floating]) -> NDArray[np.floating]:
    """Round ``rows`` to the type that they are stored in; what is too large becomes the largest number."""
    if row_type == np.float32:
        return rows
    limit = float(np.finfo(row_type).max)
    return np.clip(rows, -limit, limit).astype(row_type)


def remove_generation(folder: Path, name: str) -> None:
    """Delete a generation's files, as far as the system lets us (Windows keeps what is mapped)."""
    for path in folder.glob(f"{name}.*"):
        with contextlib.suppress(OSError):
            path.unlink()


def remove_leftovers(folder: Path, keep: Manifest | None) -> None:
    """Delete everything in the folder that no manifest knows."""
    known = {MANIFEST, VERIFIED, *(keep.files if keep else ())} if keep else set()
    for path in folder.iterdir():
        if path.name not in known and path.is_file():
            with contextlib.suppress(OSError):
                path.unlink()


class _Output:
    """A new file that is hashed as it is written and, when all went well, is on the disk when closed."""

    def __init__(self, path: Path, files: dict[str, FileProof]) -> None:
        self._path = path
        self._files = files
        self._digest = hashlib.sha256()
        self._size = 0

    def __enter__(self) -> "_Output":
        self._file: IO[bytes] = self._path.open("xb")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        try:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._files[self._path.name] = FileProof(self._size, self._digest.hexdigest())
        finally:
            self._file.close()

    def write(self, numbers: NDArray[np.generic]) -> None:
        data = np.ascontiguousarray(numbers).data.cast("B")
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
