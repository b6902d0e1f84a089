"""A lesson's record, written and read back; a damaged one is said to be so."""

import json
from pathlib import Path

import numpy as np
import pytest

from core.embedding.measures import Measure
from core.errors import KnownError
from core.messages import Sentence
from core.models.doubt import TRAITS, Doubt
from core.models.lesson_record import LESSON_FILE, Lesson, read_calibrations, read_lesson, write_lesson
from core.models.verdict import Calibration

DOUBT = Doubt((1.0, -2.0, 0.5, 0.0, 0.25, 3.0, -0.5, 0.75, 2.0, -0.125), constant=-1.5)
CALIBRATIONS = {
    Measure.COSINE: Calibration(temperature=0.05, unknown=0.2, doubt=DOUBT),
    Measure.PEARSON: Calibration(temperature=0.1, unknown=0.3),
}
LESSON = Lesson(
    version="0002-deep",
    kind="deep",
    created="2026-01-01T00:00:00+00:00",
    backbone="0123456789abcdef",
    examples=8,
    held_out=0,
    before_top1=None,
    after_top1=None,
    gain_interval=None,
    promoted=False,
    reason=Sentence("Too few photos: {count}.", {"count": 3}),
    seconds=1.5,
    witnesses=Sentence("It stays as it was: {count}.", {"count": 60}),
)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_lesson(tmp_path / LESSON_FILE, LESSON, CALIBRATIONS)
    assert read_lesson(tmp_path / LESSON_FILE) == LESSON
    assert read_calibrations(tmp_path / LESSON_FILE) == CALIBRATIONS


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"version": "0002-deep", "gain_interval": [1]}'])
def test_a_damaged_record_is_a_known_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LESSON_FILE).write_bytes(content)
    with pytest.raises(KnownError):
        read_lesson(tmp_path / LESSON_FILE)
    with pytest.raises(KnownError):
        read_calibrations(tmp_path / LESSON_FILE)


def test_calibrations_of_an_unknown_measure_are_damage(tmp_path: Path) -> None:
    (tmp_path / LESSON_FILE).write_text(json.dumps({"calibrations": {"taxicab": {}}}))
    with pytest.raises(KnownError):
        read_calibrations(tmp_path / LESSON_FILE)


@pytest.mark.parametrize("numbers", [[1.0] * 6 + [float("nan")], None], ids=["nan", "none"])
def test_a_doubt_that_is_none_is_damage(tmp_path: Path, numbers: object) -> None:
    doubt = {"weights": numbers, "constant": 0.0}
    fit = {"temperature": 1.0, "unknown": 0.0, "doubt": doubt}
    (tmp_path / LESSON_FILE).write_text(json.dumps({"calibrations": {"cosine": fit}}))
    with pytest.raises(KnownError):
        read_calibrations(tmp_path / LESSON_FILE)


def test_a_lesson_that_weighs_other_traits_keeps_its_verdict_and_loses_its_doubt(tmp_path: Path) -> None:
    doubt = {"weights": [1.0] * 5, "constant": 0.0, "tightness": 0.4}  # as two versions before wrote it
    fit = {"temperature": 1.0, "unknown": 0.5, "doubt": doubt}
    (tmp_path / LESSON_FILE).write_text(json.dumps({"calibrations": {"cosine": fit}}))
    assert read_calibrations(tmp_path / LESSON_FILE) == {Measure.COSINE: Calibration(1.0, 0.5)}


def test_a_lesson_that_knew_fewer_traits_is_still_heard(tmp_path: Path) -> None:
    doubt = {"weights": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], "constant": -0.5}  # the version before
    fit = {"temperature": 1.0, "unknown": 0.5, "doubt": doubt}
    (tmp_path / LESSON_FILE).write_text(json.dumps({"calibrations": {"cosine": fit}}))
    heard = read_calibrations(tmp_path / LESSON_FILE)[Measure.COSINE].doubt
    assert heard is not None
    traits = np.arange(TRAITS, dtype=np.float64)
    assert heard.odds(traits) == pytest.approx(np.arange(7) @ np.arange(1, 8) - 0.5)
