"""A lesson is promoted only if it is better on photos that it did not learn from."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import Cancelled
from core.learning.examples import Examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import Compare, bootstrap_interval, examine, of_a_hundred
from core.progress import ignore_progress

Vectors = NDArray[np.float32]


def photos(seed: int = 0) -> Examples:
    """Ten products; three dimensions tell them apart, twenty louder ones are only noise."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(0, 1, (10, 3))
    products = np.repeat(np.arange(10), 13)
    signal = centres[products] + rng.normal(0, 0.1, (130, 3))
    noise = rng.normal(0, 2, (130, 20))
    counter = np.tile(np.arange(13) > 0, 10)
    vectors = np.concatenate([signal, noise], axis=1).astype(np.float32)
    return Examples(vectors, products, counter, np.zeros(130, np.bool_), np.arange(130))


def whole(vectors: Vectors) -> Vectors:
    return vectors


def signal_only(vectors: Vectors) -> Vectors:
    return vectors[:, :3]


def noise_only(vectors: Vectors) -> Vectors:
    return vectors[:, 3:]


def test_a_better_lesson_is_promoted() -> None:
    proof = examine(photos(), lambda _: whole, lambda _: signal_only, ignore_progress)
    assert proof.promoted
    assert proof.before_top1 is not None and proof.after_top1 is not None and proof.gain_interval is not None
    assert proof.after_top1 > 0.9 > proof.before_top1
    low, high = proof.gain_interval
    assert 0 < low <= proof.after_top1 - proof.before_top1 <= high
    assert f"of 100 photos, between {low * 100:.0f} and {high * 100:.0f} more come out right" in str(
        proof.reason
    )


def test_a_worse_lesson_is_rejected() -> None:
    proof = examine(photos(), lambda _: signal_only, lambda _: noise_only, ignore_progress)
    assert not proof.promoted
    assert proof.gain_interval is not None and proof.gain_interval[1] < 0
    assert str(proof.reason).startswith("Worse: of 100 photos, between ")


@pytest.mark.parametrize(
    ("interval", "ends"),
    [
        ((0.031, 0.072), ("3", "7")),
        ((-0.021, 0.04), ("2", "4")),
        ((-0.07, -0.03), ("3", "7")),
        ((0.004, 0.03), ("0.4", "3.0")),
        ((0.031, 0.033), ("3.1", "3.3")),
        ((0.0, 0.02), ("0", "2")),
        ((0.0, 0.0), ("0", "0")),
    ],
)
def test_a_gain_is_told_in_photos_of_a_hundred(interval: tuple[float, float], ends: tuple[str, str]) -> None:
    assert tuple(of_a_hundred(interval).values()) == ends


def test_a_lesson_that_changes_nothing_is_rejected() -> None:
    proof = examine(photos(), lambda _: whole, lambda _: whole, ignore_progress)
    assert not proof.promoted
    assert "Not better beyond doubt: of 100 photos, between 0 fewer and 0 more" in str(proof.reason)
    assert proof.gain_interval == (0, 0)


def test_nothing_is_learned_from_held_out_photos() -> None:
    seen: list[set[int]] = []

    def learn(examples: Examples) -> Compare:
        seen.append(set(examples.stamps.tolist()))
        return whole

    everyone = photos()
    examine(everyone, lambda _: whole, learn, ignore_progress)
    held_out = [set(everyone.stamps.tolist()) - stamps for stamps in seen]
    assert set().union(*held_out) == set(everyone.stamps[everyone.counter].tolist())
    assert sum(map(len, held_out)) == int(everyone.counter.sum())


def test_too_few_photos_prove_nothing() -> None:
    few = photos().only(np.arange(130) < 15)
    proof = examine(few, lambda _: whole, lambda _: signal_only, ignore_progress)
    assert not proof.promoted and proof.gain_interval is None


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        examine(photos(), lambda _: whole, lambda _: whole, lambda _: False)


def test_the_interval_of_independent_photos_is_the_textbooks() -> None:
    gains = np.array([1.0] * 30 + [0.0] * 70)
    low, high = bootstrap_interval(gains, np.arange(100), resamples=4000)
    width = 1.96 * np.sqrt(0.3 * 0.7 / 100)
    assert (low, high) == pytest.approx((0.3 - width, 0.3 + width), abs=0.02)


def test_photos_of_one_group_count_as_one() -> None:
    gains = np.repeat([1.0, 0.0, 1.0, 0.0], 25)
    alone = bootstrap_interval(gains, np.arange(100))
    together = bootstrap_interval(gains, np.repeat(np.arange(4), 25))
    assert together[1] - together[0] > 2 * (alone[1] - alone[0])


def test_look_alikes_are_grouped_and_stay_in_one_fold() -> None:
    rng = np.random.default_rng(0)
    angles = rng.permutation(np.repeat([0.0, 1.5], 8))
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1) + rng.normal(0, 0.01, (16, 2))
    products = np.zeros(16, np.int64)
    groups = look_alike_groups(vectors.astype(np.float32), products)
    assert len(set(zip(angles.tolist(), groups.tolist(), strict=True))) == 2
    folds = spread_over_folds(groups, products, 5)
    assert len(set(zip(groups.tolist(), folds.tolist(), strict=True))) == 2 == len(set(folds.tolist()))
