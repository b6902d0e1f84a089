"""Each measure against its plain definition in NumPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.embedding.measures import Measure, euclidean_distance, likeness, offsets, to_index_space

Vectors = NDArray[np.float32]

some_vectors = arrays(
    np.float32,
    st.tuples(st.integers(2, 12), st.just(7)),
    elements=st.floats(-100, 100, width=32, allow_subnormal=False),
)


def plain_score(row: Vectors, query: Vectors, measure: Measure) -> float:
    """The textbook's formula for two vectors."""
    a, b = row.astype(np.float64), query.astype(np.float64)
    if measure is Measure.EUCLIDEAN:
        return float(1 / (1 + np.sqrt(((a - b) ** 2).sum())))
    if measure is Measure.PEARSON:
        return float(np.corrcoef(a, b)[0, 1])
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))


def index_keys(rows: Vectors, query: Vectors, measure: Measure) -> NDArray[np.float64]:
    """What the index ranks by, in double precision."""
    stored = to_index_space(rows, measure)
    keys = stored.astype(np.float64) @ to_index_space(query, measure).astype(np.float64)
    row_offsets = offsets(stored, measure)
    return keys if row_offsets is None else keys - row_offsets


@pytest.mark.parametrize("measure", Measure)
def test_likeness_is_the_textbook_formula(measure: Measure) -> None:
    vectors = np.random.default_rng(3).standard_normal((50, 40)).astype(np.float32) + 1
    expected = [plain_score(row, vectors[0], measure) for row in vectors]
    assert likeness(vectors, vectors[0], measure) == pytest.approx(expected)


@pytest.mark.parametrize("measure", Measure)
@given(vectors=some_vectors)
def test_the_index_ranks_as_the_measure_does(measure: Measure, vectors: Vectors) -> None:
    rows, query = vectors[1:], vectors[0]
    scores = likeness(rows, query, measure)
    by_key = scores[np.argsort(-index_keys(rows, query, measure), kind="stable")]
    best_first = np.sort(scores)[::-1]
    if measure is Measure.EUCLIDEAN:  # the offset is kept in single precision
        squares = (1 / by_key - 1) ** 2, (1 / best_first - 1) ** 2
        assert squares[0] == pytest.approx(squares[1], abs=1e-6 * max(1.0, float((vectors**2).sum())))
    else:
        assert by_key == pytest.approx(best_first, abs=1e-5)


@pytest.mark.parametrize("measure", Measure)
@given(vectors=some_vectors)
def test_every_score_lies_in_its_range_and_a_vector_is_most_like_itself(
    measure: Measure, vectors: Vectors
) -> None:
    scores = likeness(vectors, vectors[0], measure)
    assert scores.max() <= 1
    assert scores.min() >= (0 if measure is Measure.EUCLIDEAN else -1)
    has_direction = bool(to_index_space(vectors[0], measure).any())
    if has_direction or measure is Measure.EUCLIDEAN:
        assert scores[0] == pytest.approx(1)
    else:
        assert not scores.any()


@pytest.mark.parametrize("measure", [Measure.COSINE, Measure.PEARSON])
@given(vectors=some_vectors)
def test_vectors_have_unit_length_or_none(measure: Measure, vectors: Vectors) -> None:
    lengths = np.linalg.norm(to_index_space(vectors, measure), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-6) | (lengths == 0))


def test_a_vector_without_direction_is_like_nothing() -> None:
    constant = np.full((1, 9), 0.1, np.float32)
    zero = np.zeros((1, 9), np.float32)
    other = np.arange(9, dtype=np.float32)
    assert not to_index_space(constant, Measure.PEARSON).any()
    assert not to_index_space(zero, Measure.COSINE).any()
    assert likeness(constant, other, Measure.PEARSON)[0] == 0
    assert likeness(zero, other, Measure.COSINE)[0] == 0
    assert likeness(other[None], zero[0], Measure.COSINE)[0] == 0


@pytest.mark.parametrize("measure", Measure)
def test_half_precision_loses_nothing_on_the_way_in(measure: Measure) -> None:
    half = (np.random.default_rng(4).standard_normal((5, 30)) * 50).astype(np.float16)
    assert np.array_equal(to_index_space(half, measure), to_index_space(half.astype(np.float64), measure))
    assert to_index_space(half, measure).dtype == np.float32


@pytest.mark.parametrize("measure", [Measure.COSINE, Measure.PEARSON])
def test_tiny_and_huge_vectors_keep_their_direction(measure: Measure) -> None:
    vector = np.array([1, 2, 4], np.float32)
    for factor in (1e-8, 1e30):
        scaled = (vector * factor).astype(np.float32)
        assert to_index_space(scaled, measure) == pytest.approx(to_index_space(vector, measure), abs=1e-6)


def test_the_euclidean_score_tells_the_distance() -> None:
    score = likeness(np.array([[3.0, 4.0]]), np.zeros(2), Measure.EUCLIDEAN)[0]
    assert euclidean_distance(score) == pytest.approx(5)


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_a_number_that_is_not_finite_is_refused(broken: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        to_index_space(np.array([1.0, broken]), Measure.COSINE)
