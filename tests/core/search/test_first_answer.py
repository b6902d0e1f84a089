"""The answer that stands before a closer look: who hears it, what it is made of, and how it ends early."""

from dataclasses import replace

import pytest
from PIL import Image

from core.answer import Answer, Seen, Verdict
from core.errors import Cancelled
from core.feedback import NOTHING_SAID, Feedback
from core.search.answering import Refinement, answer
from core.search.see import see
from core.search.witnesses.all import WITNESSES
from core.search.witnesses.label import QueryLabel
from core.search.witnesses.print import QueryPrint
from core.shop.shop import Shop
from tests.core.cartons import carton, held_up

CODE = "4006381333931"


def heard(shop: Shop, seen: Seen, said: Feedback = NOTHING_SAID) -> list[Answer]:
    """The first answer, where there is one, and the settled one."""
    told: list[Answer] = []

    settled = answer(shop, seen, Refinement(feedback=said), first=told.append)
    return [*told, settled]


def test_the_vectors_answer_is_told_before_the_print_settles_it(cartons: Shop) -> None:
    seen = see(cartons, [held_up(carton(1))])
    first, settled = heard(cartons, seen)
    assert settled.results[0].title == "1" and settled.results[0].why
    assert not any(result.why for result in first.results)
    slow = {witness.name for witness in WITNESSES if witness.is_slow}
    by_the_quick = answer(cartons, seen, without=slow)
    assert [one.product_id for one in first.results] == [one.product_id for one in by_the_quick.results]
    assert first.timings.total < settled.timings.total


def test_who_does_not_want_the_rest_is_not_made_to_wait_for_it(cartons: Shop) -> None:
    seen = see(cartons, [held_up(carton(1))])
    told: list[Answer] = []
    with pytest.raises(Cancelled):
        answer(cartons, seen, first=told.append, wanted=lambda: False)
    assert len(told) == 1
    assert seen.pictures[0].print_._points is None  # type: ignore[attr-defined]  # nobody looked for its print


def test_what_is_given_up_while_the_print_is_heard_is_not_read(cartons: Shop) -> None:
    plain = Image.new("RGB", (400, 400), (200, 30, 30))  # nothing on it that the print could settle
    seen, told = see(cartons, [plain]), list[Answer]()
    answers = iter((True, False))
    with pytest.raises(Cancelled):
        answer(cartons, seen, first=told.append, wanted=lambda: next(answers))
    picture = seen.pictures[0]
    assert isinstance(picture.print_, QueryPrint) and isinstance(picture.label, QueryLabel)
    assert len(told) == 1 and picture.print_._points is not None
    assert picture.label._image is not None, "the label was read for nobody"


def test_nothing_is_looked_up_for_the_slow_ones_before_the_first_answer_is_told(cartons: Shop) -> None:
    seen = see(cartons, [held_up(carton(1))])
    asked: list[str] = []
    before: list[list[str]] = []
    with cartons.catalog.db.tracer(lambda sql, _values: asked.append(sql)):
        answer(cartons, seen, first=lambda _found: before.append(list(asked)))
    assert any("label_readings" in sql for sql in asked)
    assert before and not any("label_readings" in sql for sql in before[0])


@pytest.mark.parametrize("sure", ["barcode", "clerk"])
def test_what_is_beyond_doubt_is_settled_at_once(cartons: Shop, sure: str) -> None:
    seen = see(cartons, [held_up(carton(1))])
    third = answer(cartons, seen).results[2]
    said = NOTHING_SAID
    if sure == "barcode":
        cartons.catalog.db.execute("UPDATE products SET barcode = ? WHERE id = ?", [CODE, third.product_id])
        seen = Seen((replace(seen.pictures[0], codes=((CODE, True),)),))
    else:
        said = Feedback(right=third.product_id)
    (settled,) = heard(cartons, seen, said)
    assert settled.verdict is Verdict.MATCH and settled.results[0].product_id == third.product_id
