"""A person who gives a deep lesson too little time for this computer is told so, and what would be enough."""

import pytest

from core.learning.deep.listener import DeepStage
from core.learning.deep.training_process import ProcessReport
from core.learning.deep.worth import LEAST_PASSES, doubt_of


def trained(done: int, total: int, steps_a_pass: int = 10) -> ProcessReport:
    return ProcessReport(DeepStage.TRAINING, done, total, epoch=done / steps_a_pass)


def test_enough_passes_over_the_photos_are_not_doubted() -> None:
    assert doubt_of(trained(20, int(10 * LEAST_PASSES)), 20, 120) is None


def test_nothing_is_said_before_the_pace_shows() -> None:
    assert doubt_of(trained(2, 11), 20, 120) is None


def test_too_few_are_doubted_and_the_minutes_that_would_do_are_named() -> None:
    doubt = doubt_of(trained(10, 25), 20, 120)
    assert doubt is not None
    # 18 minutes of training bring two and a half passes; twice that brings five.
    assert doubt.values["wanted"] == pytest.approx(18 * LEAST_PASSES / 2.5 + 2)
    assert "In 20 minutes this computer learns from each photo about 2.5 times" in str(doubt)
