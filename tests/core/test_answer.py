"""How much an answer may claim."""

import pytest

from core.answer import Answer, Result, Timings, Verdict


def answer(verdict: Verdict, *confidences: float) -> Answer:
    results = tuple(
        Result(number, f"T-{number}", "Tea", "", None, "", None, "", 0.5, confidence, "", "")
        for number, confidence in enumerate(confidences, 1)
    )
    return Answer(verdict, results, Timings(1, 1, 1, 3))


@pytest.mark.parametrize(
    ("given", "is_certain"),
    [
        (answer(Verdict.MATCH, 0.97), True),
        (answer(Verdict.MATCH, 0.86), False),
        (answer(Verdict.UNSURE, 0.97), False),
        (answer(Verdict.MATCH), False),
    ],
)
def test_only_what_is_very_sure_is_told_without_a_doubt(given: Answer, is_certain: bool) -> None:
    assert given.is_certain is is_certain


def test_one_of_the_first_is_probable_where_these_come_to_a_half() -> None:
    assert answer(Verdict.UNSURE, 0.2, 0.13, 0.1, 0.05, 0.05).is_among_the_first
    assert not answer(Verdict.UNSURE, 0.13, 0.05).is_among_the_first
    assert not answer(Verdict.UNSURE, *[0.05] * 24).is_among_the_first
