"""What a deep lesson tells its listener, and what it hears from it. Plain data, cheap to import."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from core.messages import Sentence, message


class Wish(StrEnum):
    """What a listener wants."""

    GO_ON = "go on"
    PAUSE = "pause"
    CANCEL = "cancel"


class DeepStage(StrEnum):
    """The stages of a deep lesson in their order; each value is a marked message."""

    PREPARING = message("core", "Preparing photos")
    TRAINING = message("core", "Training the network")
    EXPORTING = message("core", "Preparing the new network")
    EMBEDDING = message("core", "Looking at photos with the new network")
    EXAMINING = message("core", "Examining the lesson")
    SWITCHING = message("core", "Putting the lesson in use")


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One point of the learning curves.

    Attributes:
        epoch: how often all photos had been learned from by then; need not be whole.
        loss: mean training loss since the point before.
        held_out_top1: share of the held-out photos whose product comes first,
            by the network as it is at that point; None where it was not measured.
    """

    epoch: float
    loss: float
    held_out_top1: float | None


@dataclass(frozen=True, slots=True)
class DeepProgress:
    """How far a deep lesson is. Sent about once a second.

    Attributes:
        stage: what it does now.
        done, total: steps of this stage.
        epoch, epochs: of the training; ``epochs`` is the plan, the time may end it before.
        points: the whole curves so far, also after a resume.
        before_top1: what the shop, as it is searched now, reaches on the held-out photos; the line to beat.
            None until it is known.
        seconds_left: of the whole lesson, as far as one can tell; None at first.
        seconds: what the lesson has taken so far, the time before a pause included.
        doubt: says, while it trains, that the time it was given is hardly worth it.
    """

    stage: DeepStage
    done: int
    total: int
    epoch: float
    epochs: int
    points: tuple[CurvePoint, ...]
    before_top1: float | None
    seconds_left: float | None
    seconds: float
    doubt: Sentence | None = None


DeepListener = Callable[[DeepProgress], Wish]
"""Called on the thread that teaches, about once a second in every stage."""


def go_on(_progress: DeepProgress) -> Wish:
    """For callers that do not watch."""
    return Wish.GO_ON


class LessonPausedError(Exception):
    """The listener asked for a pause: all is kept, and the lesson can be resumed, also tomorrow."""


@dataclass(frozen=True, slots=True)
class DeepSettings:
    """What a person chooses.

    Attributes:
        minutes: how long the whole lesson may take, about.
        epochs: at most so many passes over the photos; the time ends it before.
        side: pixels of the pictures that are trained on, but for the last fifth of the training, which is
            quicker with small ones; None for three quarters of what the network takes later.
        batch: pictures a step.
    """

    minutes: float = 60.0
    epochs: int = 30
    side: int | None = None
    batch: int = 32


@dataclass(frozen=True, slots=True)
class UnfinishedLesson:
    """A lesson that was paused, or whose process was killed.

    Attributes:
        started: UTC, ISO 8601.
        settings: what it was started with.
        stage: the stage that it will go on with.
        epoch: how far the training was at the last checkpoint.
        points: the curves so far.
        seconds: what it has taken so far.
    """

    started: str
    settings: DeepSettings
    stage: DeepStage
    epoch: float
    points: tuple[CurvePoint, ...]
    seconds: float
