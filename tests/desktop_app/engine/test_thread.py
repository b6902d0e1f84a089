from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.answer import Answer
from core.feedback import Feedback
from core.messages import Sentence
from desktop_app.engine.engine import PictureSource, Query, QueryPicture
from desktop_app.engine.thread import EngineThread
from tests.desktop_app.colour_engine import ColourEngine


def query(number: int, path: Path) -> Query:
    return Query(number, (QueryPicture(PictureSource(path.name, path=path)),))


def started(engine: ColourEngine, qtbot: QtBot) -> EngineThread:
    thread = EngineThread(engine)
    with qtbot.waitSignal(thread.signals.opened):
        thread.start()
    return thread


def test_a_picture_is_shown_then_answered_off_the_gui_thread(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    thread = started(engine, qtbot)
    events: list[tuple[str, int]] = []
    thread.signals.picture_decoded.connect(lambda number, _image: events.append(("picture", number)))
    answers: list[Answer] = []
    thread.signals.answered.connect(lambda number, _answer: events.append(("answer", number)))
    thread.signals.answered.connect(lambda _number, answer: answers.append(answer))
    thread.submit([query(1, red)])
    qtbot.waitUntil(lambda: bool(answers))  # the last to be told
    assert events == [("picture", 1), ("answer", 1)]
    assert answers[0].results[0].title == "Red Soap"
    assert answers[0].timings.total >= answers[0].timings.decode > 0
    assert "MainThread" not in engine.threads
    assert thread.stop()


def test_only_the_newest_of_many_quick_queries_is_answered(
    engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    thread = started(engine, qtbot)
    answered: list[int] = []
    thread.signals.answered.connect(lambda number, _answer: answered.append(number))
    engine.may_go_on.clear()
    thread.submit([query(1, red)])
    qtbot.waitUntil(lambda: len(engine.searched) == 1)
    for number in range(2, 20):
        thread.submit([query(number, red)])
    thread.submit([query(20, blue)])
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: bool(answered))
    qtbot.wait(50)
    assert answered == [20]
    assert len(engine.searched) == 2  # the one under way, and the newest: none of those between
    assert thread.stop()


def test_a_picture_that_cannot_be_read_fails_with_a_sentence_and_the_next_is_answered(
    engine: ColourEngine, qtbot: QtBot, red: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    thread = started(engine, qtbot)
    failures: list[tuple[int, Sentence]] = []
    answered: list[int] = []
    thread.signals.failed.connect(lambda number, sentence: failures.append((number, sentence)))
    thread.signals.answered.connect(lambda number, _answer: answered.append(number))
    thread.submit([query(1, broken), query(2, red)])
    qtbot.waitUntil(lambda: answered == [2])
    assert failures[0][0] == 1
    assert "broken.jpg" in str(failures[0][1])
    assert thread.stop()


def test_a_bug_in_the_engine_is_reported_and_the_thread_lives_on(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    thread = started(engine, qtbot)
    engine.has_a_bug = True
    failed: list[int] = []
    thread.signals.failed.connect(lambda number, _sentence: failed.append(number))
    with qtbot.waitSignal(thread.signals.bug) as told:
        thread.submit([query(1, red)])
    assert told.args is not None and "ZeroDivisionError" in told.args[0]
    qtbot.waitUntil(lambda: failed == [1])  # nobody waits for its answer
    engine.has_a_bug = False
    with qtbot.waitSignal(thread.signals.answered):
        thread.submit([query(2, red)])
    assert thread.stop()


def test_what_is_asked_while_the_shop_opens_is_answered_afterwards(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    engine.may_open.clear()
    thread = EngineThread(engine)
    with qtbot.waitSignal(thread.signals.progress):
        thread.start()
    thread.submit([query(1, red)])
    with qtbot.waitSignal(thread.signals.answered):
        engine.may_open.set()
    assert thread.stop()


def test_the_thread_ends_promptly_in_the_middle_of_a_search_and_closes_the_engine(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    thread = started(engine, qtbot)
    answered: list[int] = []
    thread.signals.answered.connect(lambda number, _answer: answered.append(number))
    engine.may_go_on.clear()
    thread.submit([query(number, red) for number in range(1, 50)])
    qtbot.waitUntil(lambda: len(engine.searched) == 1)
    assert not thread.stop(timeout_ms=1)  # not waited for: it is still searching
    engine.may_go_on.set()
    assert thread.wait(30_000)
    assert engine.is_closed
    qtbot.wait(20)
    assert not answered and len(engine.searched) == 1


def test_the_thread_ends_while_the_shop_is_still_being_opened(engine: ColourEngine, qtbot: QtBot) -> None:
    engine.may_open.clear()
    thread = EngineThread(engine)
    with qtbot.waitSignal(thread.signals.progress):
        thread.start()
    assert thread.stop()
    assert engine.is_closed


def test_while_nobody_asks_it_prepares_what_makes_later_searches_quicker(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    engine.to_prepare = 1000
    thread = started(engine, qtbot)
    qtbot.waitUntil(lambda: len(engine.prepared) >= 1)
    with qtbot.waitSignal(thread.signals.answered):  # it does not wait for what is left
        thread.submit([query(1, red)])
    qtbot.waitUntil(lambda: 1 in engine.prepared)  # and goes on after it
    assert engine.prepared[0] == 0
    assert "MainThread" not in engine.threads
    assert thread.stop()


def test_what_is_hurried_is_answered_once_by_what_is_quick(
    engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    thread = started(engine, qtbot)
    looks: list[Answer] = []
    engine.closer = lambda found: looks.append(found) or found  # type: ignore[func-returns-value]
    settled: list[int] = []
    thread.signals.answered.connect(lambda number, _answer: settled.append(number))
    engine.may_go_on.clear()
    with qtbot.waitSignal(thread.signals.answered_first):
        thread.submit([query(1, red)])
        qtbot.waitUntil(lambda: len(engine.searched) == 1)
        thread.hurry(1)
        engine.may_go_on.set()
    with qtbot.waitSignal(thread.signals.answered):
        thread.ask_next(query(2, red), instead_of=1)
    assert settled == [2] and len(looks) == 1
    assert thread.stop()


def test_what_is_asked_again_and_replaced_meanwhile_is_not_looked_at_closer(
    engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    thread = started(engine, qtbot)
    looks: list[Answer] = []
    engine.closer = lambda found: looks.append(found) or found  # type: ignore[func-returns-value]
    engine.may_go_on.clear()
    again = replace(query(1, red), feedback=Feedback(wrong=(3,)))
    with qtbot.waitSignal(thread.signals.answered) as told:
        thread.submit([again])
        qtbot.waitUntil(lambda: len(engine.searched) == 1)
        thread.submit([query(2, blue)])
        engine.may_go_on.set()
    assert told.args is not None and told.args[0] == 2
    assert len(looks) == 1
    assert thread.stop()
