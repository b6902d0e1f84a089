"""What the headline over the products claims."""

from dataclasses import replace

import pytest

from core.answer import Answer, Result, Timings, Verdict
from desktop_app.pages.search.page import SearchPage

RESULT = Result(
    product_id=1,
    sku="A1",
    title="Mug",
    category="",
    price_minor=350,
    currency="EUR",
    stock=3,
    location="",
    score=0.6,
    confidence=0.3,
    photo="",
    thumbnail="",
)


@pytest.mark.parametrize(
    ("verdict", "confidences", "headline"),
    [
        (Verdict.MATCH, (0.9, 0.05), "This is Mug"),
        (Verdict.UNSURE, (0.4, 0.3), "Probably one of these"),
        (Verdict.UNSURE, (0.05, 0.04), "These look most like it"),
        (Verdict.UNSURE, (0.04,) * 24, "These look most like it"),
        (Verdict.UNKNOWN, (0.05, 0.04), "Not in this shop"),
    ],
)
def test_the_headline_claims_no_more_than_the_figures(
    page: SearchPage, verdict: Verdict, confidences: tuple[float, ...], headline: str
) -> None:
    results = tuple(replace(RESULT, confidence=confidence) for confidence in confidences)
    page.answer_view.show_answer(Answer(verdict, results, Timings(1, 2, 3, 6)))
    assert page.answer_view.banner.accessibleName().startswith(headline)
