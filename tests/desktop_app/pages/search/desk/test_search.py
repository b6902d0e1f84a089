"""The record of one search: which answer counts, and what was said."""

from dataclasses import replace

import pytest

from core.answer import Answer, Result, Seen, SeenPicture, Timings, Verdict
from core.catalog.lists.filters import Filter
from core.feedback import NOTHING_SAID, Feedback, Said
from core.imaging.cut import Box, Cut
from core.messages import Sentence, message
from core.quantities.quantity import whole
from desktop_app.engine.engine import PictureSource, Query, QueryPicture
from desktop_app.pages.search.desk.search import Search

SOURCE = PictureSource("a", data=b"")
IN_STOCK = Filter(in_stock=True)
RESULT = Result(1, "A1", "Mug", "", 350, "EUR", whole(3), "", 0.6, 0.3, "", "")


@pytest.fixture
def search() -> Search:
    """A picture that the engine has."""
    made = Search(Query(1, (QueryPicture(SOURCE),)))
    made.submit()
    return made


def answer(*products: int) -> Answer:
    """These products, with what was seen of one picture."""
    import numpy as np

    seen = Seen((SeenPicture(np.zeros(2, np.float32), "network"),))
    results = tuple(replace(RESULT, product_id=product) for product in products)
    return Answer(Verdict.UNSURE, results, Timings(1, 2, 3, 6), asked=seen)


def first(search: Search) -> int | None:
    """The product that stands first."""
    return search.answer.results[0].product_id if search.answer is not None else None


def test_an_answer_is_kept_with_what_was_seen(search: Search) -> None:
    assert (search.is_waiting, search.is_done) == (True, False)
    search.keep(answer(1), None)
    assert (search.is_waiting, search.is_done) == (False, True)
    assert search.query.pictures[0].seen is not None


def test_an_answer_under_a_filter_of_before_is_never_shown_but_its_look_is_used(search: Search) -> None:
    search.narrow(2, IN_STOCK, NOTHING_SAID)
    search.keep(answer(1), None)
    assert (search.answer, search.is_answered) == (None, False)
    assert search.submit().pictures[0].seen is not None
    search.keep(answer(2), None)
    assert search.is_done and first(search) == 2


def test_while_a_part_is_chosen_the_answer_follows_the_hand_and_counts_as_old(search: Search) -> None:
    search.ask(Query(2, (QueryPicture(SOURCE, Cut(Box(0, 0, 0.5, 0.5))),)))
    search.keep(answer(1), None)
    assert (first(search), search.is_answered, search.is_done) == (1, False, False)
    assert search.query.pictures[0].seen is None  # that was the whole picture
    search.drop_old()
    assert first(search) is None


def test_an_answer_to_what_is_asked_is_never_dropped(search: Search) -> None:
    search.keep(answer(1), None)
    search.narrow(2, IN_STOCK, NOTHING_SAID)
    search.drop_old()
    assert first(search) == 1


def test_an_answer_that_nobody_waits_for_is_of_no_interest(search: Search) -> None:
    search.keep(answer(1), None)
    search.keep(answer(2), None)
    assert first(search) == 1


def test_a_failure_is_the_answer_of_a_search_that_has_none(search: Search) -> None:
    search.keep(None, Sentence(message("core", "something ended it")))
    assert search.is_done and search.failure is not None and search.answer is None


def test_right_is_said_of_the_first_choice_and_instead_of_any_other(search: Search) -> None:
    search.keep(answer(1, 2), None)
    word = search.say(2, Said.RIGHT, 2, "second")
    assert word is not None and word.said is Said.INSTEAD
    assert search.query.feedback.right == 2 and not search.is_done
    assert search.say(3, Said.RIGHT, 2, "second") is None  # that was said before
    assert search.take_back(4) is word
    assert search.query.feedback == NOTHING_SAID
    word = search.say(5, Said.RIGHT, 1, "first")
    assert word is not None and word.said is Said.RIGHT


def test_what_the_shop_has_now_is_neither_absent_nor_another_product(search: Search) -> None:
    search.keep(answer(1, 2), None)
    for number, (said, product) in enumerate(((Said.WRONG, 1), (Said.ABSENT, None), (Said.WRONG, 2)), 2):
        search.say(number, said, product, "")
    gone = search.arrive(5)
    assert [word.said for word in gone] == [Said.ABSENT]
    assert search.query.feedback == Feedback(wrong=(1, 2))
    search.take_back(6)
    assert search.query.feedback == Feedback(wrong=(1,))
    search.say(7, Said.RIGHT, 2, "")
    assert [word.said for word in search.arrive(8)] == [Said.INSTEAD]
    assert search.query.feedback == Feedback(wrong=(1,))


def test_a_search_that_one_comes_back_to_is_asked_again_only_if_the_engine_had_it_still(
    search: Search,
) -> None:
    search.come_back(2)
    assert search.submitted is None and search.submit().id == 2
    search.keep(answer(1), None)
    search.come_back(3)
    assert search.is_done


def test_what_was_said_ends_with_what_it_was_said_of(search: Search) -> None:
    search.keep(answer(1, 2), None)
    search.say(2, Said.WRONG, 1, "first")
    search.ask(Query(3, (QueryPicture(SOURCE, Cut(Box(0, 0, 0.5, 0.5))),)))
    assert search.take_back(4) is None
    assert search.unsaid is None and search.query.feedback == NOTHING_SAID


def test_what_was_seen_with_other_pictures_is_used_for_the_same_part_alone(search: Search) -> None:
    search.keep(answer(1), None)
    (seen,) = search.query.pictures
    alone = Search(Query(2, (QueryPicture(SOURCE),)))
    alone.keep_seen(seen)
    assert alone.query.pictures[0].seen is seen.seen
    part = Search(Query(3, (QueryPicture(SOURCE, Cut(Box(0, 0, 0.5, 0.5))),)))
    part.keep_seen(seen)
    assert part.query.pictures[0].seen is None
