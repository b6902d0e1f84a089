from core.answer import AskedText
from desktop_app.engine.engine import Query
from desktop_app.engine.mailbox import QueryMailbox


def queries(*ids: int) -> list[Query]:
    return [Query(number, AskedText(str(number))) for number in ids]


def test_queries_come_out_in_the_order_they_were_given() -> None:
    box = QueryMailbox()
    box.replace(queries(1, 2))
    taken = [box.take(), box.take(), box.take()]
    assert [query.id if query else None for query in taken] == [1, 2, None]


def test_a_newer_batch_drops_what_waits_and_what_is_being_searched() -> None:
    box = QueryMailbox()
    box.replace(queries(1, 2))
    assert (first := box.take()) is not None
    box.replace(queries(3))
    assert not box.is_wanted(first.id)
    assert not box.is_wanted(2)
    assert (newest := box.take()) is not None and newest.id == 3
    assert box.is_wanted(3)


def test_the_picture_somebody_looks_at_goes_first_and_the_others_keep_their_order() -> None:
    box = QueryMailbox()
    box.replace(queries(1, 2, 3, 4))
    box.prefer(3)
    box.prefer(99)
    assert [query.id for query in iter(box.take, None)] == [3, 1, 2, 4]


def test_a_question_that_comes_in_between_goes_first_and_drops_nothing() -> None:
    box = QueryMailbox()
    box.replace(queries(1, 2))
    box.put_first(Query(3, AskedText("tea")))
    assert box.is_wanted(2) and box.is_wanted(3)
    assert [query.id for query in iter(box.take, None)] == [3, 1, 2]
