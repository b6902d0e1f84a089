"""What the headline over the products claims."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from core.answer import Answer, Result, Seen, Timings, Verdict
from core.messages import Sentence, message
from core.quantities.quantity import whole
from desktop_app.engine.engine import PictureSource, Query, QueryPicture
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.words import Circumstances

TIMINGS = Timings(1, 2, 3, 6)
RESULT = Result(
    product_id=1,
    sku="A1",
    title="Mug",
    category="",
    price_minor=350,
    currency="EUR",
    stock=whole(3),
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
        (Verdict.MATCH, (0.8, 0.05), "Probably Mug"),
        (Verdict.UNSURE, (0.4, 0.3), "Probably one of these"),
        (Verdict.UNSURE, (0.05, 0.04), "These look most like it"),
        (Verdict.UNSURE, (0.04,) * 24, "These look most like it"),
        (Verdict.UNKNOWN, (0.05, 0.04), "Not in this shop"),
    ],
)
def test_the_headline_claims_no_more_than_the_figures(
    page: SearchPage, verdict: Verdict, confidences: tuple[float, ...], headline: str
) -> None:
    show(page, Answer(verdict, tuple(replace(RESULT, confidence=one) for one in confidences), TIMINGS))
    assert page.work.answer_view.banner.accessibleName().startswith(headline)


def test_a_product_that_the_filter_leaves_out_says_so(page: SearchPage) -> None:
    scanned = replace(RESULT, confidence=1.0, outside_filter=True)
    show(page, Answer(Verdict.MATCH, (scanned, replace(RESULT, product_id=2)), TIMINGS, barcode="123"))
    assert (
        page.work.answer_view.banner.detail.text()
        == "Read from the barcode 123. It does not pass the filters."
    )
    spoken = [
        page.work.answer_view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)
    ]
    assert ["Outside the filters" in words for words in spoken] == [True, False]


def show(page: SearchPage, answer: Answer) -> None:
    search = Search(Query(1, (QueryPicture(PictureSource("a", data=b"")),)))
    search.submit()
    search.keep(answer, None)
    page.work.answer_view.show_search(search)


def test_why_the_first_of_several_stands_first_is_told(page: SearchPage) -> None:
    why = (Sentence(message("core", "the same print")),)
    first, second = replace(RESULT, why=why), replace(RESULT, product_id=2)
    found = Answer(Verdict.UNSURE, (first, second), TIMINGS)
    words = page.work.answer_view.results._words.say(found, Circumstances(products=2))
    assert words[2].startswith("What speaks for the first: the same print.")


def test_words_beside_a_picture_that_nothing_fits_are_named(page: SearchPage) -> None:
    def said(found: Answer) -> tuple[str, str, str]:
        return page.work.answer_view.results._words.say(found, Circumstances(products=2))

    nothing = Answer(Verdict.UNSURE, (), TIMINGS, asked=Seen((), "but xyzzy"))
    assert said(nothing)[:2] == ("unknown", "Nothing fits “but xyzzy”")
    part = Answer(Verdict.UNSURE, (RESULT,), TIMINGS, asked=Seen((), "red xyzzy"), meant="red")
    mark, headline, detail = said(part)
    assert (mark, headline) == ("unsure", "These fit “red”")
    assert detail.startswith("Nothing fits all of “red xyzzy”.")
