"""Visual words propose the photos whose descriptors show, whatever came and went since they were learned."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.copies.postings import Postings, build_postings


def descriptors(seed: int, count: int = 60) -> NDArray[np.float16]:
    """Some that no other seed has, at unit length."""
    drawn = np.random.default_rng(seed).gamma(0.5, size=(count, 128))
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float16)


def a_little_changed(rows: NDArray[np.float16]) -> NDArray[np.float16]:
    moved = rows.astype(np.float32) + np.random.default_rng(1).normal(0, 0.012, rows.shape)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float16)


@pytest.fixture
def postings() -> Postings:
    return build_postings((str(seed), descriptors(seed)) for seed in range(20))


def best(postings: Postings, asked: NDArray[np.float16]) -> str:
    return postings.photos[int(postings.votes(asked).argmax())]


def test_a_part_of_a_photo_that_was_a_little_changed_is_proposed_first(postings: Postings) -> None:
    for seed in range(20):
        assert best(postings, a_little_changed(descriptors(seed)[:20])) == str(seed)


def test_photos_come_and_go_and_the_words_stay(postings: Postings) -> None:
    kept = frozenset(str(seed) for seed in range(5, 20))
    now = postings.with_photos([("new", descriptors(77))], kept)
    assert set(now.photos) == kept | {"new"}
    assert best(now, a_little_changed(descriptors(77))) == "new"
    assert best(now, a_little_changed(descriptors(12))) == "12"
    assert len(now.rows) == 16 * 60
    assert now.is_sound() and now.vocabulary is postings.vocabulary


def test_the_same_photos_give_the_same_words(postings: Postings) -> None:
    again = build_postings((str(seed), descriptors(seed)) for seed in range(20))
    assert np.array_equal(again.vocabulary.means, postings.vocabulary.means)
    assert np.array_equal(again.signatures, postings.signatures)


def test_without_photos_or_points_nothing_is_proposed() -> None:
    nothing = np.empty((0, 128), np.float16)
    assert list(build_postings([]).votes(descriptors(1))) == []
    assert list(build_postings([("plain", nothing)]).votes(descriptors(1))) == [0.0]
    assert build_postings([("one", descriptors(1))]).votes(nothing).sum() == 0


@pytest.mark.parametrize("part", ["starts", "rows", "signatures"])
def test_parts_that_do_not_fit_are_seen(postings: Postings, part: str) -> None:
    parts = {name: getattr(postings, name) for name in ("starts", "rows", "signatures")}
    parts[part] = parts[part][:-1] if part != "rows" else parts[part] + 20
    assert not Postings(postings.vocabulary, postings.photos, **parts).is_sound()
