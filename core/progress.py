"""How a long task in core tells its caller how far it is, and hears that it should stop."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.errors import Cancelled

_FINE = 1000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: ``done`` of ``total`` steps of the stage named ``stage`` (a marked message).

    Attributes:
        share: how far the whole task is, from 0 to 1; None where it does not know its further stages.
    """

    stage: str
    done: int
    total: int
    share: float | None = None

    @property
    def bar(self) -> tuple[int, int]:
        """(steps done, steps in all) of a bar: of the whole task where that is known, else of the stage."""
        return (self.done, self.total) if self.share is None else (round(_FINE * self.share), _FINE)


ReportProgress = Callable[[Progress], bool | None]
"""Called now and then by a long task, on the task's own thread. Return ``False`` to ask it to stop."""


def ignore_progress(_progress: Progress) -> None:
    """For callers that do not watch."""


def report(listener: ReportProgress, stage: str, done: int, total: int) -> None:
    """Tell ``listener``; raise :class:`Cancelled` if it asks to stop."""
    if listener(Progress(stage, done, total)) is False:
        raise Cancelled


def part_of(listener: ReportProgress, begin: float, end: float) -> ReportProgress:
    """What a stage reports to that takes the task from the share ``begin`` to ``end``; parts have parts."""

    def tell(progress: Progress) -> bool | None:
        own = progress.share
        if own is None:
            own = progress.done / progress.total if progress.total else 0.0
        return listener(replace(progress, share=begin + (end - begin) * own))

    return tell
