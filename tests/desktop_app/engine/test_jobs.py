import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core.errors import KnownError
from core.messages import Sentence, message
from core.progress import Progress, ReportProgress, report
from desktop_app.engine.jobs import About, Jobs, Lane

WORKING = message("core", "Importing products")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.close()


def test_the_result_arrives_on_the_gui_thread_and_the_work_is_done_on_another(
    jobs: Jobs, qtbot: QtBot
) -> None:
    arrived: list[tuple[str, str]] = []
    jobs.run(
        lambda _report: threading.current_thread().name,
        success=lambda worker: arrived.append((worker, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(arrived))
    worker, receiver = arrived[0]
    assert receiver == threading.main_thread().name
    assert worker != receiver


def test_a_known_error_reaches_the_failure_callback(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[Sentence] = []
    jobs.run(_refuse, success=lambda _nothing: None, failure=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "There is no photo 7 in this shop: reload the list."


def test_a_failure_that_nobody_handles_is_told_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.unhandled_failure) as told:
        jobs.run(_refuse, success=lambda _nothing: None)
    assert told.args is not None and "photo 7" in str(told.args[0])


def test_any_other_exception_is_a_bug_with_its_traceback(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.bug) as told:
        jobs.run(lambda _report: 1 / 0, success=lambda _nothing: None)
    assert told.args is not None and "ZeroDivisionError" in told.args[0]


def test_progress_arrives_and_a_cancelled_job_stops_and_says_nothing_more(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[Progress] = []
    done: list[int] = []
    stopped = threading.Event()

    def work(listener: ReportProgress) -> int:
        try:
            step = 0
            while True:
                report(listener, WORKING, step, 0)
                step += 1
                stopped.wait(0.001)
        finally:
            stopped.set()

    job = jobs.run(work, success=done.append, progress=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    job.cancel()
    assert stopped.wait(30)
    count = len(seen)
    qtbot.wait(30)
    assert len(seen) == count and not done


def test_the_writing_lane_does_one_thing_at_a_time_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    at_once: list[int] = []
    running = threading.Semaphore(1)

    def write(number: int) -> None:
        at_once.append(int(running.acquire(blocking=False)))
        order.append(number)
        running.release()

    done: list[None] = []
    for number in range(20):
        jobs.run(lambda _report, n=number: write(n), success=done.append, lane=Lane.WRITING)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 20)
    assert order == list(range(20))
    assert all(at_once)


def test_closing_cancels_what_waits_and_what_runs(qtbot: QtBot) -> None:
    jobs = Jobs()
    started = threading.Event()

    def work(listener: ReportProgress) -> None:
        started.set()
        while True:
            report(listener, WORKING, 0, 0)

    for _ in range(5):
        jobs.run(work, success=lambda _nothing: None)
    assert started.wait(30)
    assert jobs.close()


def _refuse(_report: ReportProgress) -> None:
    raise KnownError(message("core", "There is no photo {id} in this shop: reload the list."), id=7)


def test_nothing_is_started_once_the_program_is_ending(qtbot: QtBot) -> None:
    jobs = Jobs()
    assert jobs.close()
    done: list[int] = []
    job = jobs.run(lambda _report: 1, success=done.append)
    qtbot.wait(20)
    assert job.is_cancelled
    assert done == []


def test_long_work_is_named_as_long_as_it_goes_on_with_how_far_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, changes = threading.Event(), list[int]()
    jobs.long_work_changed.connect(lambda: changes.append(len(jobs.long_work)))

    def work(report_: ReportProgress) -> None:
        report(report_, "reading", 1, 4)
        go_on.wait(30)

    jobs.run(lambda _report: None, success=lambda _: None)  # nobody is told of small work
    job = jobs.run(work, success=lambda _: None, about=About(lambda: "Importing", "catalog"))
    assert jobs.long_work == (job,)
    qtbot.waitUntil(lambda: job.reached is not None)
    assert job.reached == Progress("reading", 1, 4)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.long_work)
    assert changes[0] == 1 and changes[-1] == 0


def test_the_time_left_is_that_of_the_stage_at_its_pace(jobs: Jobs) -> None:
    job = jobs.run(lambda _report: None, success=lambda _: None)
    job.stage_began_s = time.monotonic() - 10
    assert job.seconds_left is None  # it has not said how far it is
    job.reached = Progress("reading", 0, 40)
    assert job.seconds_left is None
    job.reached = Progress("reading", 10, 40)
    assert job.seconds_left == pytest.approx(30, abs=1)
    job.stage_began_s = time.monotonic()
    assert job.seconds_left is None  # too early to tell


def test_the_window_is_told_of_progress_no_more_often_than_it_can_show_and_of_every_end(
    jobs: Jobs, qtbot: QtBot
) -> None:
    seen: list[Progress] = []
    done: list[None] = []

    def work(report_: ReportProgress) -> None:
        for stage in ("reading", "writing"):
            for step in range(5001):
                report(report_, stage, step, 5000)

    jobs.run(work, success=done.append, progress=seen.append)
    qtbot.waitUntil(lambda: bool(done))
    ends = [progress for progress in seen if progress.done == progress.total]
    assert [progress.stage for progress in ends] == ["reading", "writing"]
    assert len(seen) < 500


def test_what_is_changed_does_not_wait_for_an_import_or_a_lesson(jobs: Jobs, qtbot: QtBot) -> None:
    go_on, ended = threading.Event(), list[str]()
    for lane in (Lane.IMPORTING, Lane.LEARNING):
        jobs.run(lambda _report: go_on.wait(30), success=lambda _: ended.append("long"), lane=lane)
    jobs.run(lambda _report: None, success=lambda _: ended.append("price"), lane=Lane.WRITING)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["price"]
    go_on.set()
    qtbot.waitUntil(lambda: len(ended) == 3)


def test_nobody_is_told_for_whom_is_gone_and_what_failed_for_them_is_shown(jobs: Jobs, qtbot: QtBot) -> None:
    dialog, goes_on = QObject(), threading.Event()
    heard: list[object] = []

    def refuse(report: ReportProgress) -> None:
        goes_on.wait()
        _refuse(report)

    jobs.run(lambda _report: goes_on.wait(), success=heard.append, whose=dialog)
    jobs.run(refuse, success=heard.append, failure=heard.append, whose=dialog)
    delete(dialog)
    with qtbot.waitSignal(jobs.unhandled_failure) as told:
        goes_on.set()
    assert told.args is not None and "photo 7" in str(told.args[0])
    jobs.run(lambda _report: "the next", success=heard.append)
    qtbot.waitUntil(lambda: bool(heard) and jobs.has_ended)
    assert heard == ["the next"]
