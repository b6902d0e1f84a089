"""Any sequence of changes leaves the index in agreement with a dictionary."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from numpy.typing import NDArray

from core.embedding.measures import Measure, likeness
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

DIM = 8
IDS = st.lists(st.integers(0, 60), unique=True, max_size=25)
SEEDS = st.integers(0, 1000)


def vectors_of(ids: list[int], seed: int) -> NDArray[np.float32]:
    """Different for each id and seed."""
    rows = [np.random.default_rng([photo, seed]).standard_normal(DIM) for photo in ids]
    return np.array(rows, np.float32).reshape(len(ids), DIM)


class IndexAgainstModel(RuleBasedStateMachine):
    """The model maps each live photo to its vector and stamp. As it comes, Annoy covers so few photos."""

    tuning = Tuning()
    exact = True

    def __init__(self) -> None:
        super().__init__()
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name) / "index"
        self.model: dict[int, tuple[NDArray[np.float32], int]] = {}

    def teardown(self) -> None:
        self.index.close()
        self._temporary.cleanup()

    @initialize(measure=st.sampled_from(Measure))
    def start(self, measure: Measure) -> None:
        self.measure = measure
        self.open()

    def open(self) -> None:
        self.index = PhotoIndex.open(self.folder, dim=DIM, measure=self.measure, tuning=self.tuning)

    def remember(self, ids: list[int], vectors: NDArray[np.float32], seed: int) -> None:
        self.model.update({photo: (row, seed) for photo, row in zip(ids, vectors, strict=True)})

    @rule(ids=IDS, seed=SEEDS)
    def add_or_replace(self, ids: list[int], seed: int) -> None:
        vectors = vectors_of(ids, seed)
        self.index.add(np.array(ids, np.int64), vectors, np.full(len(ids), seed))
        self.remember(ids, vectors, seed)

    @rule(ids=IDS)
    def remove(self, ids: list[int]) -> None:
        self.index.remove(np.array(ids, np.int64))
        for photo in ids:
            self.model.pop(photo, None)

    @rule()
    def rebuild_from_itself(self) -> None:
        assert self.index.rebuild()

    @rule(ids=IDS, seed=SEEDS, removed=IDS)
    def rebuild_from_the_catalog_while_photos_change(
        self, ids: list[int], seed: int, removed: list[int]
    ) -> None:
        before = sorted(self.model)
        content = {photo: self.model[photo] for photo in before}

        def batches() -> Iterator[VectorBatch]:
            for start in range(0, len(before), 7):
                some = before[start : start + 7]
                yield VectorBatch(
                    np.array(some, np.int64),
                    np.array([content[photo][0] for photo in some]),
                    np.array([content[photo][1] for photo in some]),
                )
                if start == 0:
                    self.add_or_replace(ids, seed)
                    self.remove(removed)

        assert self.index.rebuild(batches(), count=len(before))

    @rule(ids=IDS, seed=SEEDS)
    def reopen_after_the_catalog_changed(self, ids: list[int], seed: int) -> None:
        self.index.close()
        self.remember(ids, vectors_of(ids, seed), seed)
        for photo in list(self.model)[::9]:
            del self.model[photo]
        self.open()
        live = np.array(list(self.model), np.int64)
        stamps = np.array([stamp for _row, stamp in self.model.values()], np.int64)
        self.index.sync(
            live, lambda some: np.array([self.model[photo][0] for photo in some.tolist()]), stamps
        )

    @invariant()
    def agrees(self) -> None:
        assert self.index.ids().tolist() == sorted(self.model)
        assert self.index.count == len(self.model)
        for seed in (1, 2):
            query = vectors_of([99], seed)[0]
            self.check_search(query, None)
            self.check_search(query, np.arange(0, 60, 3))

    def check_search(self, query: NDArray[np.float32], allowed: NDArray[np.int64] | None) -> None:
        found = self.index.search(query, 6, allowed)
        photos = [photo for photo in self.model if allowed is None or photo in allowed]
        assert len(found) == min(6, len(photos))
        assert len({neighbour.photo_id for neighbour in found}) == len(found)
        scores = dict(zip(photos, self.scores(photos, query), strict=True))
        assert all(n.similarity == pytest.approx(scores[n.photo_id], abs=2e-3) for n in found)
        if self.exact:
            best = sorted(scores.values(), reverse=True)[:6]
            assert [n.similarity for n in found] == pytest.approx(best, abs=1e-5)

    def scores(self, photos: list[int], query: NDArray[np.float32]) -> NDArray[np.float64]:
        if not photos:
            return np.empty(0)
        return likeness(np.array([self.model[photo][0] for photo in photos]), query, self.measure)


class ScannedIndexAgainstModel(IndexAgainstModel):
    """No generation has anything that proposes."""

    tuning = Tuning(covered_numbers=0)


class IndexWithTreesAgainstModel(IndexAgainstModel):
    """Annoy proposes, so a neighbour may be missed; a dead or forbidden one is never found."""

    tuning = Tuning(
        covered_numbers=8 * (DIM + 300),
        exact_numbers=0,
        leading_numbers=0,
        leading_limit=16,
        trees=4,
        candidates=8,
    )
    exact = False


class IndexWithLeadingAgainstModel(IndexAgainstModel):
    """The leading components propose."""

    tuning = Tuning(covered_numbers=8 * (DIM + 300), exact_numbers=0, leading_limit=4, candidates=8)
    exact = False


TestIndexAgainstModel = IndexAgainstModel.TestCase
TestIndexAgainstModel.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
TestScannedIndexAgainstModel = ScannedIndexAgainstModel.TestCase
TestScannedIndexAgainstModel.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
TestIndexWithLeadingAgainstModel = IndexWithLeadingAgainstModel.TestCase
TestIndexWithLeadingAgainstModel.settings = settings(max_examples=30, stateful_step_count=12, deadline=None)
# Each rebuild starts a child process: a handful here, more in the long run.
TestIndexWithTreesAgainstModel = IndexWithTreesAgainstModel.TestCase
TestIndexWithTreesAgainstModel.settings = settings(max_examples=3, stateful_step_count=8, deadline=None)
