"""A job is handed the shop that is open when it begins, and nothing is heard of one whose shop was closed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.catalog.products.products import counts
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.messages import Sentence, message
from core.progress import Progress, ReportProgress, report
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.engine.jobs import Jobs, Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs

WORKING = message("core", "Importing products")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    bugs: list[str] = []
    made.bug.connect(bugs.append)
    yield made
    assert made.close()
    assert bugs == []


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[ShopEngine]:
    """A shop of one product, not open yet."""
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        upsert_product(shop.catalog, ProductDraft(sku="A1", title="Tea"))
    made = ShopEngine(tmp_path / "shop", device="cpu")
    yield made
    made.close()


def opened(engine: ShopEngine) -> Shop:
    """Open the engine's shop, without the model that no job here needs."""
    engine._shop = open_shop(engine.folder, device="cpu")
    return engine.shop


def test_a_job_works_on_the_open_shop_and_its_result_arrives(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    found: list[int] = []
    ShopJobs(jobs, engine).run(
        lambda shop, _report: counts(shop.catalog).products, success=found.append, lane=Lane.READING
    )
    qtbot.waitUntil(lambda: found == [1])


def test_the_shop_is_the_one_that_is_open_when_the_job_begins_not_when_it_was_asked_for(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    may_go_on = threading.Event()
    jobs.run(lambda _report: may_go_on.wait(30), success=lambda _: None, lane=Lane.WRITING)
    handed: list[Shop] = []
    ShopJobs(jobs, engine).run(lambda shop, _report: shop, success=handed.append, lane=Lane.WRITING)
    shop = opened(engine)
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(handed))
    assert handed == [shop]


def test_where_no_shop_is_open_the_job_fails_with_a_sentence(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    begun: list[Shop] = []
    failures: list[Sentence] = []
    ShopJobs(jobs, engine).run(
        lambda shop, _report: begun.append(shop), success=lambda _: None, failure=failures.append
    )
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "The shop is not open. Wait a moment and try again."
    assert begun == []


def test_a_failure_that_nobody_handles_is_told_to_the_window(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(jobs.unhandled_failure) as told:
        ShopJobs(jobs, engine).run(lambda _shop, _report: None, success=lambda _: None)
    assert told.args is not None and str(told.args[0]).startswith("The shop is not open.")


def test_writing_goes_on_beside_a_lesson_and_each_on_its_own_thread(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    on_shop = ShopJobs(jobs, engine)
    learned = threading.Event()
    threads: list[str] = []

    def learn(_shop: Shop, _report: ReportProgress) -> str:
        learned.wait(30)
        return threading.current_thread().name

    def write(shop: Shop, _report: ReportProgress) -> str:
        upsert_product(shop.catalog, ProductDraft(sku="A2", title="Cocoa"))
        return threading.current_thread().name

    on_shop.run(learn, success=threads.append, lane=Lane.LEARNING)
    on_shop.run(write, success=threads.append, lane=Lane.WRITING)
    qtbot.waitUntil(lambda: threads == ["writing_0"])
    learned.set()
    qtbot.waitUntil(lambda: threads == ["writing_0", "learning_0"])


def test_progress_arrives_and_a_job_stops_at_its_next_report_once_its_shop_is_closed(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    seen: list[Progress] = []
    done: list[None] = []
    stopped = threading.Event()

    def work(_shop: Shop, listener: ReportProgress) -> None:
        try:
            while True:
                report(listener, WORKING, 0, 0)
                threading.Event().wait(0.001)
        finally:
            stopped.set()

    ShopJobs(jobs, engine).run(work, success=done.append, progress=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    engine.close()
    assert stopped.wait(30)
    qtbot.waitUntil(lambda: jobs.has_ended)
    assert done == []


def test_what_a_job_brings_back_from_a_shop_that_was_closed_meanwhile_reaches_nobody(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    heard: list[object] = []
    begun, closed = threading.Event(), threading.Event()

    def work(shop: Shop, _report: ReportProgress) -> Path:
        begun.set()
        closed.wait(30)
        return shop.folder

    ShopJobs(jobs, engine).run(work, success=heard.append, failure=heard.append)
    assert begun.wait(30)
    engine.close()
    opened(engine)  # the same folder or another: it is another shop now
    closed.set()
    qtbot.waitUntil(lambda: jobs.has_ended)
    qtbot.wait(20)
    assert heard == []


def test_a_job_that_trips_over_its_closed_shop_is_no_mistake_of_the_program(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    heard: list[object] = []
    begun, closed = threading.Event(), threading.Event()

    def work(shop: Shop, _report: ReportProgress) -> int:
        begun.set()
        closed.wait(30)
        return counts(shop.catalog).products

    ShopJobs(jobs, engine).run(work, success=heard.append, failure=heard.append)
    assert begun.wait(30)
    engine.close()
    closed.set()
    qtbot.waitUntil(lambda: jobs.has_ended)
    qtbot.wait(20)
    assert heard == []  # and no bug: the fixture says so


def test_an_exception_on_an_open_shop_is_a_bug(engine: ShopEngine, qtbot: QtBot) -> None:
    opened(engine)
    jobs = Jobs()
    with qtbot.waitSignal(jobs.bug) as told:
        ShopJobs(jobs, engine).run(lambda _shop, _report: 1 / 0, success=lambda _: None)
    assert told.args is not None and "ZeroDivisionError" in told.args[0]
    assert jobs.close()


def test_an_earlier_answer_that_comes_later_is_not_heard(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    heard: list[str] = []
    held = threading.Event()
    question = Question(ShopJobs(jobs, engine))

    def slow(_shop: Shop, _report: ReportProgress) -> str:
        held.wait(30)
        return "earlier"

    question.ask(slow, heard.append)
    question.ask(lambda _shop, _report: "later", heard.append)
    qtbot.waitUntil(lambda: heard == ["later"])
    held.set()
    qtbot.waitUntil(lambda: not jobs._under_way)
    assert heard == ["later"]


def test_nothing_is_heard_of_a_question_that_was_dropped(
    engine: ShopEngine, jobs: Jobs, qtbot: QtBot
) -> None:
    opened(engine)
    heard: list[str] = []
    question = Question(ShopJobs(jobs, engine))
    question.ask(lambda _shop, _report: "answer", heard.append)
    question.drop()
    qtbot.waitUntil(lambda: not jobs._under_way)
    assert heard == []
