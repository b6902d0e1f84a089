"""``snapshelf --shop DIR learn``: teach the shop, and keep what proves better."""

import argparse
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.hub.membership import membership
from core.messages import message
from core.models.lesson_record import Lesson
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop

if TYPE_CHECKING:
    from core.learning.deep.listener import DeepProgress, Wish

DEFAULT_MINUTES = 60.0
PAUSED = 3
"""Exit code of a lesson that was paused by Ctrl+C: it is neither done nor failed."""


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``learn``."""
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--quick",
        action="store_true",
        help=console.format(message("cli", "learn from the vectors that are there; seconds (the default)")),
    )
    kind.add_argument(
        "--deep",
        action="store_true",
        help=console.format(
            message(
                "cli",
                "train the network itself, up to an hour; goes on with an unfinished lesson; Ctrl+C pauses",
            )
        ),
    )
    parser.add_argument(
        "--minutes",
        type=float,
        default=None,
        metavar="N",
        help=console.format(
            message(
                "cli",
                "how long a deep lesson may take in all, about (60); also for one that is gone on with",
            )
        ),
    )
    parser.add_argument(
        "--anew",
        action="store_true",
        help=console.format(message("cli", "discard an unfinished deep lesson and start another one")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Teach one lesson; a rejected one is no error."""
    if not arguments.deep and (arguments.minutes is not None or arguments.anew):
        raise KnownError(message("cli", "--minutes and --anew belong to a deep lesson: learn --deep"))
    if arguments.minutes is not None and not 0 < arguments.minutes < 100_000:
        raise KnownError(message("cli", "--minutes takes a number above 0."))
    with open_named_shop(arguments, settings, write=True) as shop:
        lesson = _deep(shop, arguments, console) if arguments.deep else _quick(shop, console)
        if lesson is None:
            return PAUSED
        _weigh(shop, console)
        print_lesson(console, lesson)
        joined = membership(shop.catalog)
        others = [] if joined is None else _lessons_of_others(shop, console)
    for other in others:
        print_lesson(console, other)
    document = lesson_as_json(lesson)
    if joined is not None:
        document["of_others"] = [lesson_as_json(other) for other in others]
    console.document(document)
    return 0


def _lessons_of_others(shop: Shop, console: Console) -> list[Lesson]:
    """Offer the other stores what is in use here, and examine what they offer; without the hub, neither."""
    from core.hub.lessons.exchanging import exchange_lessons

    try:
        with console.progress() as progress:
            return exchange_lessons(shop, progress)
    except KnownError as error:
        console.error(error.sentence)
        return []


def _weigh(shop: Shop, console: Console) -> None:
    """What a text–picture network counts beside what is in use now."""
    from core.learning.second_look import weigh

    with console.progress() as progress:
        weigh(shop, progress)


def _quick(shop: Shop, console: Console) -> Lesson:
    from core.learning.quick import teach_quick_lesson

    with console.progress() as progress:
        return teach_quick_lesson(shop, progress)


def _deep(shop: Shop, arguments: argparse.Namespace, console: Console) -> Lesson | None:
    """The lesson; None if Ctrl+C paused it."""
    from core.learning.deep import lesson as deep
    from core.learning.deep.listener import DeepSettings, LessonPausedError

    unfinished = deep.unfinished_deep_lesson(shop)
    if unfinished is not None and arguments.anew:
        deep.discard_unfinished(shop)
        unfinished = None
    listener = _DeepListener(console)
    before = signal.signal(signal.SIGINT, listener.pause)
    try:
        if unfinished is None:
            minutes = arguments.minutes or DEFAULT_MINUTES
            return deep.teach_deep_lesson(shop, DeepSettings(minutes=minutes), listener)
        console.note(
            message("cli", "Going on with the lesson that was begun on {date}."), date=unfinished.started
        )
        return deep.resume_deep_lesson(shop, listener, minutes=arguments.minutes)
    except LessonPausedError:
        console.note(message("cli", "The lesson is paused. The same command goes on with it."))
        return None
    finally:
        signal.signal(signal.SIGINT, before)


class _DeepListener:
    """Shows a deep lesson's progress on stderr: a line for each point of its curve, and the stage."""

    def __init__(self, console: Console) -> None:
        from core.learning.deep.listener import Wish

        self._console = console
        self._stage = ""
        self._points = 0
        self._doubted = False
        self._wish = Wish.GO_ON

    def pause(self, _signal: int, _frame: FrameType | None) -> None:
        """Ctrl+C."""
        from core.learning.deep.listener import Wish

        self._wish = Wish.PAUSE

    def __call__(self, progress: "DeepProgress") -> "Wish":
        if progress.stage != self._stage:
            self._stage = progress.stage
            stage = self._console.format(progress.stage)
            print(f"[{progress.seconds / 60:5.1f} min] {stage}", file=sys.stderr, flush=True)
        for point in progress.points[self._points :]:
            self._console.note(
                message("cli", "epoch {epoch:.0f}: loss {loss:.3f}, {share} of the held-out photos right"),
                epoch=point.epoch,
                loss=point.loss,
                share="–" if point.held_out_top1 is None else f"{point.held_out_top1:.1%}",
            )
        # Of a lesson that goes on the pace is not known yet when it tells how far it had come.
        if progress.seconds_left is not None and len(progress.points) > self._points:
            self._console.note(message("cli", "{left:.0f} minutes left"), left=progress.seconds_left / 60)
        self._points = len(progress.points)
        if progress.doubt is not None and not self._doubted:
            self._doubted = True
            print(self._console.text(progress.doubt), file=sys.stderr, flush=True)
        return self._wish


def print_lesson(console: Console, lesson: Lesson) -> None:
    """What came of it, for a person."""
    outcome = (
        message("cli", "Lesson {version} was kept and is in use ({seconds:.0f} s).")
        if lesson.promoted
        else message("cli", "Lesson {version} was rejected; the shop is as it was ({seconds:.0f} s).")
    )
    console.line(console.format(outcome, version=lesson.version, seconds=lesson.seconds))
    if lesson.before_top1 is not None and lesson.after_top1 is not None:
        figures = message("cli", "The right product came first: {before:.1%} before, {after:.1%} after.")
        console.line(console.format(figures, before=lesson.before_top1, after=lesson.after_top1))
    console.line(console.text(lesson.reason))
    if lesson.witnesses is not None:
        console.line(console.text(lesson.witnesses))


def lesson_as_json(lesson: Lesson) -> dict[str, object]:
    """The lesson as the command line's contract has it."""
    return {
        "lesson": lesson.version,
        "kind": lesson.kind,
        "before": {"top1": lesson.before_top1},
        "after": {"top1": lesson.after_top1},
        "gain_interval": None if lesson.gain_interval is None else list(lesson.gain_interval),
        "promoted": lesson.promoted,
        "reason": str(lesson.reason),
        "witnesses": None if lesson.witnesses is None else str(lesson.witnesses),
        "seconds": lesson.seconds,
        "examples": lesson.examples,
        "held_out": lesson.held_out,
        "varieties": lesson.varieties,
    }
