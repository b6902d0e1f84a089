"""The answer that stands before a closer look: who hears it, what it is made of, and how it ends early."""

from dataclasses import replace

import pytest

from core.answer import Answer, Seen, Verdict
from core.errors import Cancelled
from core.feedback import NOTHING_SAID, Feedback
from core.search.answering import Refinement, answer
from core.search.see import see
from core.search.witnesses.all import WITNESSES
from core.shop.shop import Shop
from tests.core.cartons import carton, held_up

CODE = "4006381333931"


def heard(shop: Shop, seen: Seen, said: Feedback = NOTHING_SAID) -> list[Answer]:
    """The first answer, where there is one, and the settled one."""
    told: list[Answer] = []

    def first(found: Answer) -> bool:
        told.append(found)
        return True

    settled = answer(shop, seen, Refinement(feedback=said), first=first)
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
    with pytest.raises(Cancelled):
        answer(cartons, seen, first=lambda _found: False)
    assert seen.pictures[0].print_._points is None  # type: ignore[attr-defined]  # nobody looked for its print


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
