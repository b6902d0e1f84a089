"""Which tags a product probably deserves, judged by the tagged products that look most like it.

Each of the nearest tagged products votes for its tags, with the weight exp(likeness / T). One more voter, who
knows no tag, has the likeness that says nothing: so a product that resembles none of them gets no confident
proposal. A vote is no probability yet. What share of such votes was right in this very shop is measured by
hiding each product's own tags in turn, and that share is the confidence that is shown.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.tagging.groups import MOST_IN_GROUP, Group
from core.tagging.likeness import LikenessMap

NEIGHBOURS = 8
TEMPERATURE = 0.08
STRANGER = 0.35
"""Likeness of the voter who knows nothing. These three: benchmarks/tagging.py."""
MOST_PROPOSALS = 6
LEAST_CONFIDENCE = 0.1

_EXAMINED = 400
_STEPS = 10
_PRIOR = 8.0
"""How many observed votes the plain vote itself is worth, as long as a shop has few tags."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tag for a group.

    Attributes:
        confidence: estimated share (0 to 1) of the group's products that deserve it.
    """

    tag: str
    confidence: float


@dataclass(frozen=True, eq=False)
class Voters:
    """The tagged products, ready to be asked.

    Attributes:
        rows: (n,) their rows in the likeness map.
        vectors: (n, d) what stands there.
        tags: of each of them.
        steps, shares: confidence as a piecewise linear function of the vote, both ascending.
    """

    likeness_map: LikenessMap
    rows: NDArray[np.intp]
    vectors: NDArray[np.float32]
    tags: tuple[tuple[str, ...], ...]
    steps: NDArray[np.float64]
    shares: NDArray[np.float64]


def gather_voters(likeness_map: LikenessMap, tags: Mapping[int, Sequence[str]]) -> Voters:
    """Everything that the tagged products know; ``tags`` by product."""
    ids = np.array(sorted(product_id for product_id, own in tags.items() if own), np.int64)
    rows = likeness_map.rows_of(ids)
    known = likeness_map.product_ids[rows].tolist()
    uncalibrated = np.linspace(0, 1, _STEPS + 1)
    own_tags = tuple(tuple(tags[known_id]) for known_id in known)
    return _calibrated(
        Voters(likeness_map, rows, likeness_map.vectors[rows], own_tags, uncalibrated, uncalibrated)
    )


def propose(
    voters: Voters,
    product_ids: Sequence[int],
    refused: Mapping[int, AbstractSet[str]] | None = None,
) -> list[Proposal]:
    """Tags for these products together, the surest first.

    Args:
        refused: tags that somebody said these products do not deserve, by product; such a product lowers the
            confidence of that tag.
    """
    rows = voters.likeness_map.rows_of(np.array(product_ids, np.int64))
    if not len(rows) or not len(voters.rows):
        return []
    totals: dict[str, float] = {}
    for row, votes in zip(rows.tolist(), _votes(voters, rows), strict=True):
        not_these = (refused or {}).get(int(voters.likeness_map.product_ids[row]), frozenset())
        for tag, vote in votes.items():
            if tag not in not_these:
                totals[tag] = totals.get(tag, 0.0) + float(np.interp(vote, voters.steps, voters.shares))
    return _surest({tag: total / len(product_ids) for tag, total in totals.items()})


def with_described(voted: Sequence[Proposal], described: Mapping[str, float]) -> list[Proposal]:
    """What neighbours vote for together with what is seen on the products' own photos, the surest first.

    Args:
        described: which share of the products deserves each tag, by :mod:`core.describe.proposals`.
    """
    confidences = {proposal.tag: proposal.confidence for proposal in voted}
    for tag, share in described.items():
        confidences[tag] = max(share, confidences.get(tag, 0.0))
    return _surest(confidences)


def propose_for_picture(voters: Voters, place: NDArray[np.float32]) -> list[Proposal]:
    """Tags for a product that is not in the shop, by its place on the map (d,), the surest first."""
    if not len(voters.rows):
        return []
    (votes,) = _counted(voters, place[None] @ voters.vectors.T)
    return _surest({tag: float(np.interp(vote, voters.steps, voters.shares)) for tag, vote in votes.items()})


def group_by_proposal(
    voters: Voters,
    product_ids: NDArray[np.int64],
    refused: Mapping[int, AbstractSet[str]] | None = None,
    *,
    most: int = MOST_IN_GROUP,
) -> list[Group]:
    """Products in groups that would get the same tag, the surest first; those without a proposal last.

    For what is left when the groups of alike products are done: by then most of what looks different has
    tagged relatives.
    """
    surest: dict[str | None, list[tuple[float, int]]] = {}
    for product_id in product_ids.tolist():
        first = next(iter(propose(voters, [product_id], refused)), None)
        key = (first.tag, first.confidence) if first is not None else (None, 0.0)
        surest.setdefault(key[0], []).append((key[1], product_id))
    groups: list[tuple[float, Group]] = []
    for found in surest.values():
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        for start in range(0, len(found), most):
            some = found[start : start + most]
            groups.append((some[0][0], Group(tuple(product_id for _, product_id in some), 0.0)))
    groups.sort(key=lambda pair: -pair[0])
    return [group for _, group in groups]


def sort_by_tag(voters: Voters, groups: Sequence[Group], tag: str) -> list[Group]:
    """The groups that most probably deserve ``tag`` first."""

    def confidence(group: Group) -> float:
        return next((found.confidence for found in propose(voters, group.product_ids) if found.tag == tag), 0)

    return sorted(groups, key=lambda group: -confidence(group))


def _votes(voters: Voters, rows: NDArray[np.intp]) -> list[dict[str, float]]:
    """For each row the share of the vote of every tag that a neighbour has; none votes for itself."""
    likeness = voters.likeness_map.vectors[rows] @ voters.vectors.T
    likeness[rows[:, None] == voters.rows] = -np.inf
    return _counted(voters, likeness)


def _surest(confidences: Mapping[str, float]) -> list[Proposal]:
    proposals = [Proposal(tag, confidence) for tag, confidence in confidences.items()]
    proposals.sort(key=lambda proposal: (-proposal.confidence, proposal.tag))
    return [found for found in proposals[:MOST_PROPOSALS] if found.confidence >= LEAST_CONFIDENCE]


def _counted(voters: Voters, likeness: NDArray[np.float32]) -> list[dict[str, float]]:
    """The same by the likeness of each to every voter, (n, voters)."""
    count = min(NEIGHBOURS, likeness.shape[1])
    nearest = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
    weights = np.exp(np.take_along_axis(likeness, nearest, axis=1) / TEMPERATURE)
    weights /= weights.sum(axis=1, keepdims=True) + np.exp(STRANGER / TEMPERATURE)
    found = []
    for neighbours, own_weights in zip(nearest.tolist(), weights.tolist(), strict=True):
        votes: dict[str, float] = {}
        for neighbour, weight in zip(neighbours, own_weights, strict=True):
            for tag in voters.tags[neighbour]:
                votes[tag] = votes.get(tag, 0.0) + weight
        found.append(votes)
    return found


def _calibrated(voters: Voters) -> Voters:
    """With the shares that were right among votes on products whose own tags were hidden."""
    examined = np.arange(len(voters.rows))[:: max(1, len(voters.rows) // _EXAMINED)]
    all_votes, hits = [], []
    for place, found in zip(examined.tolist(), _votes(voters, voters.rows[examined]), strict=True):
        for tag, vote in found.items():
            all_votes.append(vote)
            hits.append(tag in voters.tags[place])
    if not hits:
        return voters
    step = np.minimum((np.array(all_votes) * _STEPS).astype(int), _STEPS - 1)
    middles = (np.arange(_STEPS) + 0.5) / _STEPS
    seen = np.bincount(step, minlength=_STEPS)
    right = np.bincount(step, weights=np.array(hits, np.float64), minlength=_STEPS)
    shares = np.maximum.accumulate((right + _PRIOR * middles) / (seen + _PRIOR))
    return replace(
        voters,
        steps=np.concatenate([[0.0], middles, [1.0]]),
        shares=np.concatenate([[0.0], shares, [shares[-1]]]),
    )
