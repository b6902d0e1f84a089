"""What an evaluation's answers say beyond one figure: curves, and who is taken for whom.

Plain data in, plain data out. Definitions as in Manning, Raghavan and Schütze, "Introduction to Information
Retrieval", chapter 8.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.measuring.evaluation import EvaluatedPhoto, Evaluation

_NOTHING = "–"


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Points of a curve, n of them, float64."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Confusions:
    """How often photos of a row's name were answered with a column's name; square, counts."""

    names: tuple[str, ...]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One product taken for another, with the photos of it, the surest mistake first."""

    truth: str
    guess: str
    photos: tuple[EvaluatedPhoto, ...]


def share_found(answers: Sequence[EvaluatedPhoto], most: int) -> Curve:
    """Share of photos whose product is among the first k, for k from 1 to ``most``."""
    ranks = [
        answer.ranked.ranking.index(answer.ranked.truth) + 1
        if answer.ranked.truth in answer.ranked.ranking
        else most + 1
        for answer in answers
        if answer.ranked.truth is not None
    ]
    places = np.arange(1, most + 1)
    found = np.array([np.mean(np.array(ranks) <= place) if ranks else np.nan for place in places])
    return Curve(places.astype(np.float64), found)


def precision_recall(answers: Sequence[EvaluatedPhoto]) -> Curve:
    """Recall (x) and precision (y) of first answers when only those of at least some confidence are given.

    Precision is the share of given answers that are right; recall the share of photos of known products that
    are answered rightly. An answer to a photo of an unknown product is wrong.
    """
    known = sum(answer.ranked.truth is not None for answer in answers)
    if not known:
        return Curve(np.empty(0), np.empty(0))
    ordered = sorted(answers, key=lambda answer: -answer.confidence)
    right = np.cumsum([answer.right for answer in ordered])
    given = np.arange(1, len(ordered) + 1)
    # A threshold gives all answers of one confidence or none: only the last of equals is a point.
    confidences = np.array([answer.confidence for answer in ordered])
    last = np.append(confidences[1:] < confidences[:-1], True)
    return Curve((right / known)[last], (right / given)[last])


def unknown_curve(answers: Sequence[EvaluatedPhoto]) -> Curve:
    """Share of known products' photos let through (y) against that of unknown ones (x), over all thresholds
    of "none of these"; empty unless there are photos of both.
    """
    known = np.sort([answer.ranked.unknown for answer in answers if answer.ranked.truth is not None])
    unknown = np.sort([answer.ranked.unknown for answer in answers if answer.ranked.truth is None])
    if not len(known) or not len(unknown):
        return Curve(np.empty(0), np.empty(0))
    thresholds = np.unique(np.concatenate([[-1.0], known, unknown]))
    return Curve(
        np.searchsorted(unknown, thresholds, side="right") / len(unknown),
        np.searchsorted(known, thresholds, side="right") / len(known),
    )


def false_accepts(answers: Sequence[EvaluatedPhoto], true_accepts: float = 0.9) -> float | None:
    """Share of photos of unknown products let through where that share of the known ones is."""
    curve = unknown_curve(answers)
    enough = np.flatnonzero(curve.y >= true_accepts)
    return float(curve.x[enough[0]]) if len(enough) else None


def category_confusions(evaluation: Evaluation, most: int) -> Confusions:
    """Categories by categories; beyond ``most`` of them, those with the most photos and mistakes."""
    pairs = [
        (_category(evaluation, answer.ranked.truth), _category(evaluation, answer.guess))
        for answer in evaluation.answers
        if answer.ranked.truth is not None
    ]
    return _matrix(pairs, most)


def most_confused_products(evaluation: Evaluation, most: int) -> Confusions:
    """The products that take part in the most mistakes, those that are mixed up with one another together."""
    pairs = [
        (answer.ranked.truth, answer.guess or _NOTHING)
        for answer in evaluation.answers
        if answer.ranked.truth is not None
    ]
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    chosen: list[str] = []
    for (truth, guess), _count in sorted(wrong.items(), key=lambda item: (-item[1], item[0])):
        for name in (truth, guess):
            if name not in chosen and name != _NOTHING and len(chosen) < most:
                chosen.append(name)
    chosen = _together(chosen, wrong)
    return _counted([pair for pair in pairs if pair[0] in chosen and pair[1] in chosen], chosen)


def mistakes(evaluation: Evaluation) -> list[Mistake]:
    """Products taken for others, the most frequent first, the surest first among equals."""
    groups: dict[tuple[str, str], list[EvaluatedPhoto]] = {}
    for answer in evaluation.answers:
        if answer.ranked.truth is not None and answer.guess is not None and not answer.right:
            groups.setdefault((answer.ranked.truth, answer.guess), []).append(answer)
    found = [
        Mistake(truth, guess, tuple(sorted(photos, key=lambda photo: -photo.confidence)))
        for (truth, guess), photos in groups.items()
    ]
    return sorted(found, key=lambda m: (-len(m.photos), -m.photos[0].confidence, m.truth, m.guess))


def _category(evaluation: Evaluation, sku: str | None) -> str:
    shown = evaluation.products.get(sku) if sku is not None else None
    return (shown.category or _NOTHING) if shown is not None else _NOTHING


def _matrix(pairs: Sequence[tuple[str, str]], most: int) -> Confusions:
    weight: Counter[str] = Counter()
    for truth, guess in pairs:
        weight[truth] += 1
        if truth != guess:
            weight[truth] += 1000  # who is in no mistake is left out first
            weight[guess] += 1000
    names = sorted(sorted(weight, key=lambda name: (-weight[name], name))[:most])
    return _counted([pair for pair in pairs if pair[0] in names and pair[1] in names], names)


def _counted(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> Confusions:
    place = {name: number for number, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)), np.int64)
    for truth, guess in pairs:
        counts[place[truth], place[guess]] += 1
    return Confusions(tuple(names), counts)


def _together(names: list[str], wrong: Counter[tuple[str, str]]) -> list[str]:
    """An order in which each is followed by the one that it is mixed up with most, as far as they go."""
    left = list(names)
    order: list[str] = []
    while left:
        here = order[-1] if order else left[0]
        following = max(left, key=lambda name: wrong[here, name] + wrong[name, here])
        if not order or not (wrong[here, following] + wrong[following, here]):
            following = left[0]
        left.remove(following)
        order.append(following)
    return order
