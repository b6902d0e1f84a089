"""``snapshelf --shop DIR learn``: teach the shop, and keep what proves better."""

import argparse

from core.errors import KnownError
from core.learning.models import Lesson
from core.messages import message
from core.settings import Settings
from desktop_app.commands.console import Console
from desktop_app.commands.shop_argument import open_named_shop


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
        help=console.format(message("cli", "train the network itself; minutes to an hour")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Teach one lesson; a rejected one is no error."""
    if arguments.deep:
        raise KnownError(message("cli", "This version has no deep lesson yet. Use: learn --quick"))
    from core.learning.quick_lesson import teach_quick_lesson

    with open_named_shop(arguments, settings, write=True) as shop, console.progress() as progress:
        lesson = teach_quick_lesson(shop, progress)
    print_lesson(console, lesson)
    console.document(lesson_as_json(lesson))
    return 0


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
        "seconds": lesson.seconds,
        "examples": lesson.examples,
        "held_out": lesson.held_out,
    }
