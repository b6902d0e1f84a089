"""Whether two pictures show the same flat thing: matched SIFT points that one perspective explains.

Good for printed packages, whose print has points of its own; an apple has none. A match is kept if it is
mutual and clearly better than the second best (D. G. Lowe, 2004, section 7). A SIFT point knows its size and
direction, so that each match alone says how one picture lies on the other; all say so, and all others vote
(as in J. Philbin et al., "Object retrieval with large vocabularies and fast spatial matching", CVPR 2007).
The best few are fitted to those that agree, as an affine map first and as a perspective last. Nothing is
drawn by chance: the same pictures give the same count.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.print.sift import SIDE, Points

RATIO = 0.8
LEAST_MATCHES = 6
"""Four points always fit some perspective; fewer than six explain nothing."""

_GUESSES = 8
_FIRST_TOLERANCE = 30.0  # pixels in pictures of 480, here and below
_AFFINE_TOLERANCES = (20.0, 12.0, 9.0)
_TOLERANCES = (8.0, 6.0, 6.0)
_STIFF = 1e-3  # holds what few points leave open

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """Matched points of two pictures that one perspective explains.

    Attributes:
        perspective: (3, 3), from pixels of the first picture to those of the second, as both were looked at.
        first, second: which points, (n,) places in each.
    """

    perspective: Rows
    first: NDArray[np.int64]
    second: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)


def agreeing_points(first: Points, second: Points) -> int:
    """How many matched points agree on one perspective; 0 where there are too few to tell."""
    found = agreement(first, second)
    return 0 if found is None else len(found)


def agreement(first: Points, second: Points) -> Agreement | None:
    """The perspective that most matched points agree on; None where there are too few to tell."""
    if len(first) < LEAST_MATCHES or len(second) < LEAST_MATCHES:
        return None
    ours, theirs = _matches(first, second)
    if len(ours) < LEAST_MATCHES:
        return None
    return _best(first, second, ours, theirs)


def instances(first: Points, second: Points, least: int, most: int) -> list[Agreement]:
    """Where in the first picture the second shows, several times: a perspective for each, the clearest first.

    Pieces side by side take one another's points, so a match need not be mutual here; what is clear is that
    the point of the second picture is meant and no other of its points. What one perspective explains is
    taken away before the next is looked for.

    Args:
        least: points that must agree on each.
        most: of them.
    """
    if len(first) < least or len(second) < least:
        return []
    ours, theirs = _matches(first, second, mutual=False)
    found: list[Agreement] = []
    while len(ours) >= least and len(found) < most:
        best = _best(first, second, ours, theirs)
        if best is None or len(set(best.second.tolist())) < least:
            break
        found.append(best)
        left = ~np.isin(ours, best.first)
        ours, theirs = ours[left], theirs[left]
    return found


def _best(
    first: Points, second: Points, ours: NDArray[np.int64], theirs: NDArray[np.int64]
) -> Agreement | None:
    """The perspective that most of these matches agree on; None where too few do."""
    here = first.places[ours].astype(np.float64) / SIDE - 0.5
    there = second.places[theirs].astype(np.float64) / SIDE - 0.5
    agrees = _guesses(here, there, first.poses[ours], second.poses[theirs])
    for tolerance in _AFFINE_TOLERANCES:
        _maps, agrees = _fitted(here, there, agrees, tolerance, perspective=False)
    for tolerance in _TOLERANCES:
        maps, agrees = _fitted(here, there, agrees, tolerance, perspective=True)
    best = int(agrees.sum(axis=1).argmax())
    chosen = agrees[best]
    if chosen.sum() < LEAST_MATCHES:
        return None
    # Both were fitted about their middles, in shares of SIDE.
    to_shares = np.array([[1 / SIDE, 0, -0.5], [0, 1 / SIDE, -0.5], [0, 0, 1]])
    fitted = np.append(maps[best], 1.0).reshape(3, 3)
    return Agreement(np.linalg.inv(to_shares) @ fitted @ to_shares, ours[chosen], theirs[chosen])


def _matches(
    first: Points, second: Points, *, mutual: bool = True
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Clear matches, mutual ones alone if so wished: places in each."""
    # Not by BLAS: its threads wait for each other by spinning, which costs five times the work itself.
    likeness = np.einsum(
        "ik,jk->ij", first.descriptors.astype(np.float32), second.descriptors.astype(np.float32)
    )
    rows = np.arange(len(first))
    best = likeness.argmax(axis=1)
    ours = rows[likeness.argmax(axis=0)[best] == rows] if mutual else rows
    kept = likeness[ours]
    score = kept[np.arange(len(ours)), best[ours]].copy()
    kept[np.arange(len(ours)), best[ours]] = -1
    distance, next_distance = (
        np.sqrt(np.maximum(2 - 2 * value, 0)) for value in (score, kept.max(axis=1, initial=-1))
    )
    ours = ours[distance < RATIO * next_distance]
    return ours, best[ours]


def _guesses(
    here: Rows, there: Rows, our_poses: NDArray[np.float32], their_poses: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Who agrees with the similarity that each match says, the best few of them: (guesses, n)."""
    turn = (their_poses[:, 1] - our_poses[:, 1]).astype(np.float64)
    turned = (their_poses[:, 0] / our_poses[:, 0]) * np.exp(1j * turn)
    ours, theirs = (places[:, 0] + 1j * places[:, 1] for places in (here, there))
    moved = turned[:, None] * (ours[None, :] - ours[:, None]) + theirs[:, None]
    agrees = np.abs(moved - theirs[None, :]) < _FIRST_TOLERANCE / SIDE
    best: NDArray[np.bool_] = agrees[np.argsort(-agrees.sum(axis=1), kind="stable")[:_GUESSES]]
    return best


def _fitted(
    here: Rows, there: Rows, agrees: NDArray[np.bool_], tolerance: float, *, perspective: bool
) -> tuple[Rows, NDArray[np.bool_]]:
    """Maps that fit those who agreed so far best, (guesses, 6 or 8); who agrees with them, (guesses, n)."""
    count = len(here)
    ones, nothing = np.ones((count, 1)), np.zeros((count, 3))
    flat = np.concatenate([here, ones], axis=1)
    rows = np.stack(
        [np.concatenate([flat, nothing], axis=1), np.concatenate([nothing, flat], axis=1)], axis=1
    )
    if perspective:
        tilt = -there[:, :, None] * here[:, None, :]  # (n, 2, 2)
        rows = np.concatenate([rows, tilt], axis=2)
    weights = agrees.astype(np.float64)
    size = rows.shape[2]
    squares = np.einsum("nci,ncj->nij", rows, rows).reshape(count, size * size)
    left = (weights @ squares).reshape(-1, size, size)
    right = weights @ np.einsum("nci,nc->ni", rows, there)
    stiff = np.full(size, 1e-9)
    stiff[6:] = _STIFF
    left = left + np.diag(stiff)
    maps = np.linalg.solve(left, right[..., None])[..., 0]
    moved = np.einsum("gi,nci->gnc", maps[:, :6], rows[:, :, :6])
    if perspective:
        depth = 1 + maps[:, 6:] @ here.T
        moved = moved / np.where(np.abs(depth) > 1e-3, depth, 1e3)[..., None]
    near: NDArray[np.bool_] = np.square(moved - there).sum(axis=2) < (tolerance / SIDE) ** 2
    return maps, near
