"""How a long task in core tells its caller how far it is, and hears that it should stop."""

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: ``done`` of ``total`` steps of the stage named ``stage`` (a marked message)."""

    stage: str
    done: int
    total: int


ReportProgress = Callable[[Progress], bool | None]
"""Called now and then by a long task, on the task's own thread. Return ``False`` to ask it to stop."""


def ignore_progress(_progress: Progress) -> None:
    """For callers that do not watch."""


def report(listener: ReportProgress, stage: str, done: int, total: int) -> None:
    """Tell ``listener``; raise :class:`Cancelled` if it asks to stop."""
    if listener(Progress(stage, done, total)) is False:
        raise Cancelled
