"""Products in groups of alike ones, small enough to be looked at in one glance.

Average linkage (R. R. Sokal and C. D. Michener, 1958) by the chain of nearest neighbours (F. Murtagh,
1983), inside pieces of five hundred products at most, which two-means cuts beforehand: the effort grows with
the number of products, not with its square. A group is a branch of the tree that is small enough and alike
enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.tagging.likeness import LikenessMap, unit

MOST_IN_GROUP = 12
"""As many as a clerk sees at once without scrolling."""
LEAST_ALIKE = 0.6
"""Mean likeness of two products of a group; benchmarks/tagging.py shows what others would cost."""

_PIECE = 512
_ROUNDS = 8
_STAGE = message("core", "Grouping the products")


@dataclass(frozen=True, slots=True)
class Group:
    """Products that look alike.

    Attributes:
        product_ids: the most typical first.
        likeness: mean likeness of a product to the middle of the group, 1 for a group of one; 0 for products
            without a photo.
    """

    product_ids: tuple[int, ...]
    likeness: float


def group_alike(
    likeness_map: LikenessMap,
    product_ids: NDArray[np.int64],
    *,
    most: int = MOST_IN_GROUP,
    least_alike: float = LEAST_ALIKE,
    progress: ReportProgress = ignore_progress,
) -> list[Group]:
    """``product_ids`` in groups of at most ``most``, the most alike first, and among these the large ones.

    Products without a photo come last, ``most`` at a time.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    rows = likeness_map.rows_of(product_ids)
    groups: list[Group] = []
    done = 0
    for piece in _pieces(likeness_map.vectors, rows):
        report(progress, _STAGE, done, len(rows))
        vectors = likeness_map.vectors[piece]
        ids = likeness_map.product_ids[piece]
        groups += [_group(ids[own], vectors[own]) for own in _branches(vectors, most, least_alike)]
        done += len(piece)
    groups.sort(key=lambda group: -group.likeness * np.log2(len(group.product_ids)))
    blind = np.setdiff1d(product_ids, likeness_map.product_ids[rows]).tolist()
    groups += [Group(tuple(blind[start : start + most]), 0.0) for start in range(0, len(blind), most)]
    return groups


def split_group(likeness_map: LikenessMap, group: Group) -> tuple[Group, ...]:
    """The group in two, each more alike; products without a photo by half; a group of one as it is."""
    ids = np.array(group.product_ids, np.int64)
    if len(ids) < 2:
        return (group,)
    rows = likeness_map.rows_of(ids)
    if len(rows) < len(ids):
        half = (len(ids) + 1) // 2
        return tuple(Group(tuple(part.tolist()), 0.0) for part in (ids[:half], ids[half:]))
    vectors = likeness_map.vectors[rows]
    children = _linkage(vectors)[0]
    first, second = (_leaves(children, node, len(ids)) for node in children[2 * len(ids) - 2])
    parts = (_group(ids[part], vectors[part]) for part in (first, second))
    return tuple(sorted(parts, key=lambda part: -len(part.product_ids)))


def _group(ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> Group:
    typical = vectors @ unit(vectors.mean(axis=0, keepdims=True))[0]
    order = np.argsort(-typical, kind="stable")
    return Group(tuple(ids[order].tolist()), float(typical.mean()))


def _pieces(vectors: NDArray[np.float32], rows: NDArray[np.intp]) -> Iterator[NDArray[np.intp]]:
    """``rows`` cut by spherical two-means until no piece is larger than ``_PIECE``."""
    waiting = [rows]
    generator = np.random.default_rng(0)
    while waiting:
        piece = waiting.pop()
        if len(piece) <= _PIECE:
            yield piece
            continue
        side = _two_means(vectors[piece], generator)
        if side.all() or not side.any():  # all the same picture
            side = np.arange(len(piece)) % 2 == 0
        waiting += [piece[side], piece[~side]]


def _two_means(vectors: NDArray[np.float32], generator: np.random.Generator) -> NDArray[np.bool_]:
    sample = vectors[generator.choice(len(vectors), min(len(vectors), 4 * _PIECE), replace=False)]
    centres = sample[:2].copy()
    for _ in range(_ROUNDS):
        side = sample @ (centres[0] - centres[1]) > 0
        if side.all() or not side.any():
            break
        centres = unit(np.stack([sample[side].mean(axis=0), sample[~side].mean(axis=0)]))
    return np.asarray(vectors @ (centres[0] - centres[1]) > 0)


def _branches(vectors: NDArray[np.float32], most: int, least_alike: float) -> Iterator[NDArray[np.intp]]:
    """The largest branches that are small and alike enough."""
    count = len(vectors)
    if not count:
        return
    children, sizes, alike = _linkage(vectors)
    waiting = [2 * count - 2]
    while waiting:
        node = waiting.pop()
        if sizes[node] <= most and alike[node] >= least_alike:
            yield _leaves(children, node, count)
        else:
            waiting += children[node].tolist()


def _leaves(children: NDArray[np.intp], node: int, count: int) -> NDArray[np.intp]:
    found, waiting = [], [int(node)]
    while waiting:
        at = waiting.pop()
        if at < count:
            found.append(at)
        else:
            waiting += children[at].tolist()
    return np.array(found, np.intp)


def _linkage(
    vectors: NDArray[np.float32],
) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.float64]]:
    """The tree over n vectors; node n + i is the i-th merger, the last one is the root.

    Returns:
        The two children of each node, its size, and the mean likeness across the two: (2n - 1, 2), (2n - 1,),
        (2n - 1,). Of unit vectors that mean is the product of the two sums over the product of the sizes.
    """
    count = len(vectors)
    children = np.full((2 * count - 1, 2), -1, np.intp)
    sizes = np.ones(2 * count - 1, np.int64)
    alike = np.ones(2 * count - 1, np.float64)
    means = vectors.copy()  # of the cluster in each place
    node = np.arange(count)
    weight = np.ones(count, np.int64)
    dead = np.zeros(count, np.float32)  # -inf where a place is empty
    chain: list[int] = []
    for merger in range(count, 2 * count - 1):
        if not chain:
            chain.append(int(np.argmax(dead == 0)))
        while True:
            last = chain[-1]
            # Not by BLAS: its threads wait for each other by spinning, and are slower for so few numbers.
            likeness = np.einsum("nd,d->n", means, means[last]) + dead
            likeness[last] = -np.inf
            if len(chain) > 1:  # of equals the one that came before, or the chain would run in a circle
                likeness[chain[-2]] = np.nextafter(likeness[chain[-2]], np.float32(np.inf))
            nearest = int(np.argmax(likeness))
            if len(chain) > 1 and nearest == chain[-2]:
                break
            chain.append(nearest)
        one, other = chain.pop(), chain.pop()
        children[merger] = node[one], node[other]
        total = weight[one] + weight[other]
        sizes[merger], alike[merger] = total, likeness[other]
        means[one] = (means[one] * weight[one] + means[other] * weight[other]) / total
        weight[one], node[one], dead[other] = total, merger, -np.inf
    return children, sizes, alike
