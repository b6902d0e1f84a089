"""Searches go first, and bulk work goes on all the same."""

import threading
import time

import pytest

from core.shop.right_of_way import RightOfWay


def test_nobody_waits_when_nobody_searches() -> None:
    assert RightOfWay().give_way() == 0


def test_bulk_work_waits_until_the_last_search_has_ended() -> None:
    way, order = RightOfWay(), []
    searching, may_end = threading.Event(), threading.Event()

    def search() -> None:
        with way.searching(), way.searching():
            searching.set()
            may_end.wait(30)
            order.append("search")

    def work() -> None:
        way.give_way(30)
        order.append("work")

    searcher = threading.Thread(target=search)
    searcher.start()
    searching.wait(30)
    worker = threading.Thread(target=work)
    worker.start()
    time.sleep(0.05)
    assert order == []
    may_end.set()
    searcher.join()
    worker.join()
    assert order == ["search", "work"]


def test_bulk_work_goes_on_though_somebody_searches_without_end() -> None:
    way = RightOfWay()
    with way.searching():
        assert 0.05 <= way.give_way(0.05) < 10


def test_a_search_that_fails_holds_nobody_up() -> None:
    way = RightOfWay()
    with pytest.raises(ZeroDivisionError), way.searching():
        raise ZeroDivisionError
    assert way.give_way() == 0
