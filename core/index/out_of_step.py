"""How an index differs from what the catalog says it should hold."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.index.scan import positions_of
from core.index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """What is to be done to bring an index in step.

    Attributes:
        extra: ids that it holds and should not.
        fetched, stamps: ids that it lacks, or holds with another stamp, and the stamps that they should have.
        missing, changed: how many of these it lacks, and how many are another picture now.
    """

    extra: NDArray[np.int64]
    fetched: NDArray[np.int64]
    stamps: NDArray[np.int64]
    missing: int
    changed: int


def out_of_step(snapshot: Snapshot, ids: NDArray[np.int64], stamps: NDArray[np.int64] | None) -> OutOfStep:
    """Compare what ``snapshot`` holds with ``ids``, in any order, and with their ``stamps``, if given."""
    order = np.argsort(ids, kind="stable")
    wanted = np.asarray(ids, np.int64)[order]
    wanted_stamps = np.zeros(len(wanted), np.int64) if stamps is None else stamps[order]
    positions = snapshot.positions()
    held = snapshot.ids(positions)
    held_order = np.argsort(held)
    held, held_stamps = held[held_order], snapshot.stamps(positions)[held_order]
    where = positions_of(wanted, held)
    missing = where < 0
    changed = ~missing & (stamps is not None)
    changed[changed] = held_stamps[where[changed]] != wanted_stamps[changed]
    extra = held[positions_of(held, wanted) < 0]
    fetched = np.flatnonzero(missing | changed)
    return OutOfStep(extra, wanted[fetched], wanted_stamps[fetched], int(missing.sum()), int(changed.sum()))
