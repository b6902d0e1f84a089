"""The pieces of a film in order by product: a moment away is no second visit, a guess is no match."""

from dataclasses import replace

from core.answer import Answer, Verdict
from core.filmed.film_answer import SAME_VISIT_MS, FilmAnswer, Stretch
from tests.core.test_answer import answer


def stretch(start: int, end: int, product: int, confidence: float, verdict: Verdict) -> Stretch:
    found: Answer = answer(verdict, confidence)
    result = replace(found.results[0], product_id=product)
    return Stretch(start, end, (start + end) // 2, b"", replace(found, results=(result,)))


def test_a_product_that_was_away_for_a_moment_made_one_visit() -> None:
    film = FilmAnswer(
        20_000,
        9,
        (
            stretch(0, 2000, 1, 0.6, Verdict.UNSURE),
            stretch(2500, 2500, 2, 0.1, Verdict.UNKNOWN),
            stretch(3000, 4000, 1, 0.95, Verdict.MATCH),
            stretch(4000 + SAME_VISIT_MS + 1, 9000, 1, 0.5, Verdict.UNSURE),
        ),
    )
    (product,) = film.products
    assert [(visit.from_ms, visit.to_ms, visit.best_ms) for visit in product.visits] == [
        (0, 4000, 3500),
        (6501, 9000, 7750),
    ]
    assert (product.verdict, product.result.confidence) == (Verdict.MATCH, 0.95)
    assert film.verdict is Verdict.MATCH


def test_the_surest_come_first_and_guesses_last() -> None:
    film = FilmAnswer(
        9000,
        9,
        (
            stretch(0, 1000, 1, 0.7, Verdict.UNSURE),
            stretch(2000, 3000, 2, 0.65, Verdict.MATCH),
            stretch(4000, 5000, 3, 0.99, Verdict.MATCH),
        ),
    )
    assert [product.result.product_id for product in film.products] == [3, 2, 1]


def test_a_film_of_nothing_that_is_known_says_so() -> None:
    film = FilmAnswer(9000, 9, (stretch(0, 9000, 1, 0.01, Verdict.UNKNOWN),))
    assert film.products == () and film.verdict is Verdict.UNKNOWN
    assert FilmAnswer(0, 0, ()).verdict is Verdict.UNKNOWN
