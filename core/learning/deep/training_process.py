"""The process that trains: started, watched, paused and ended by the one that teaches.

Spawned by multiprocessing, which works in a packaged program, too. It has a lower priority than everything
else, and its threads sleep while they wait. One pipe carries its reports, its listener's wishes, and its
life: when the other process ends in whatever way, this one ends.
"""

import ctypes
import logging
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.embedding.backbone import BackboneSpec
from core.errors import Cancelled, KnownError
from core.learning.deep.listener import CurvePoint, DeepStage, LessonPausedError, Wish
from core.learning.deep.work_folder import State
from core.messages import message
from core.models.store import ModelStore

if TYPE_CHECKING:
    from core.learning.deep.training.ranks import Ranks

_log = logging.getLogger(__name__)
_REPORT_SECONDS = 0.5
_SECONDS_TO_LEAVE = 60.0
_NICENESS = 10
_SIDE_SHARE = 0.74
_OVERHEAD_SECONDS = 100.0
_SECONDS_A_PHOTO = 0.1
_LEAST_TRAINING_SHARE = 0.4
_BELOW_NORMAL = 0x4000  # Windows' BELOW_NORMAL_PRIORITY_CLASS


@dataclass(frozen=True, slots=True)
class TrainingTask:
    """What the process is to do.

    Attributes:
        shop: the shop's folder.
        models: its folder of models, where the unfinished lesson lies.
        base: the backbone to train.
        side, whole, batch, epochs: see core/learning/deep/training/training.py.
        seconds: how long the training may take in all.
    """

    shop: Path
    models: Path
    base: BackboneSpec
    side: int
    whole: int
    batch: int
    epochs: int
    seconds: float


def training_task(shop: Path, models: ModelStore, state: State, photos: int) -> TrainingTask:
    """What is to be done for the unfinished lesson of the shop in the folder ``shop``.

    Raises:
        KnownError: its backbone is gone.
    """
    base = models.backbone(state.backbone)
    whole = base.preprocessing.side
    if state.settings.side is not None:
        whole = round(state.settings.side / _SIDE_SHARE)
    return TrainingTask(
        shop=shop,
        models=models.folder,
        base=base,
        side=state.settings.side or round(whole * _SIDE_SHARE),
        whole=whole,
        batch=state.settings.batch,
        epochs=state.settings.epochs,
        seconds=training_seconds(state.settings.minutes, after_training_seconds(photos)),
    )


def after_training_seconds(photos: int) -> float:
    """What a lesson takes beside the training, about: decoding, looking at all photos, the proof."""
    return _OVERHEAD_SECONDS + _SECONDS_A_PHOTO * photos


def training_seconds(minutes: float, reserve: float) -> float:
    """What the training gets of a lesson's time, of which the rest takes ``reserve`` seconds, about."""
    return max(minutes * 60 - reserve, minutes * 60 * _LEAST_TRAINING_SHARE)


@dataclass(frozen=True, slots=True)
class ProcessReport:
    """What the process tells."""

    stage: DeepStage
    done: int
    total: int
    epoch: float = 0.0
    points: tuple[CurvePoint, ...] = ()
    seconds_left: float | None = None


def train_in_process(task: TrainingTask, listener: Callable[[ProcessReport | None], Wish]) -> None:
    """Let a process train and export the network; returns when the network is ready in the work folder.

    Args:
        listener: told what the process reports, None twice a second when there is nothing new.

    Raises:
        LessonPausedError, Cancelled: the listener wished it.
        KnownError: the process died; what it learned up to the last checkpoint is kept.
    """
    context = get_context("spawn")
    connection, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, task), name="deep lesson", daemon=True)
    process.start()
    theirs.close()
    try:
        _relay(connection, listener)
    except (EOFError, OSError) as error:
        process.join(_SECONDS_TO_LEAVE)
        _log.warning("the process that learns died: exit code %s", process.exitcode)
        raise KnownError(
            message(
                "core",
                "The process that learns stopped unexpectedly. What it learned is kept: resume the lesson. "
                "If it happens again, close other programs to free memory.",
            )
        ) from error
    finally:
        connection.close()  # its life line: without it, it leaves
        process.join(_SECONDS_TO_LEAVE)
        if process.is_alive():
            process.kill()
            process.join()


def _relay(connection: Connection, listener: Callable[[ProcessReport | None], Wish]) -> None:
    wished = Wish.GO_ON
    while True:
        news: Any = connection.recv() if connection.poll(_REPORT_SECONDS) else None
        if isinstance(news, Exception):
            raise news
        if news == "ready":
            return
        if news == "stopped":
            raise LessonPausedError if wished is Wish.PAUSE else Cancelled
        wish = listener(news)
        if wished is Wish.GO_ON and wish is not Wish.GO_ON:
            wished = wish
            connection.send(wish)
            if wish is Wish.CANCEL:  # nothing of it is needed any more
                raise Cancelled


def _work(connection: Connection, task: TrainingTask) -> None:
    """The process's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent; it then closes the pipe
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when torch's library is loaded
    step_back()
    reporter = _Reporter(connection)
    threading.Thread(target=reporter.hear, daemon=True).start()
    try:
        prepare_and_train(task, reporter)
    except _StopWishedError:
        reporter.say("stopped")
    except KnownError as error:
        reporter.say(error)
    except Exception:
        reporter.say(RuntimeError(traceback.format_exc()))
    else:
        reporter.say("ready")


class _StopWishedError(Exception):
    """The listener wants a pause or an end."""


class _Reporter:
    """The process's end of the pipe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stop = threading.Event()
        self._last = 0.0

    def hear(self) -> None:
        """Wait for a wish on a thread of its own; leave at once if the other end is gone."""
        try:
            while True:
                self._connection.recv()
                self._stop.set()
        except (EOFError, OSError):
            os._exit(0)

    def __call__(self, report: ProcessReport, *, always: bool = False) -> bool:
        """Send ``report``, not too often; False if somebody wants a stop."""
        if always or time.monotonic() - self._last > _REPORT_SECONDS:
            self._last = time.monotonic()
            self.say(report)
        return not self._stop.is_set()

    def say(self, news: object) -> None:
        """Send something in any case."""
        try:
            self._connection.send(news)
        except OSError:  # the other end is gone, and soon so is this process
            os._exit(0)


def prepare_and_train(task: TrainingTask, report: Callable[..., bool], ranks: "Ranks | None" = None) -> None:
    """Decode the pictures, train from the last checkpoint on, and export the result. Imports torch.

    Args:
        report: told :class:`ProcessReport`; False asks to stop.
        ranks: this process among those that learn together.

    Raises:
        KnownError: a file is damaged or cannot be written, or too little is left to learn from.
    """
    import numpy as np
    import torch

    from core.embedding.runtimes.processor import usable_cores
    from core.imaging.photo_files import PhotoFiles
    from core.learning.deep.new_network import write_network
    from core.learning.deep.plan import require_enough
    from core.learning.deep.training.ranks import Ranks
    from core.learning.deep.training.training import StoppedError, TrainingReport, train
    from core.learning.deep.training_pictures import (
        are_missing,
        kept_side,
        open_pictures,
        prepare_pictures,
    )
    from core.learning.deep.work_folder import LEARN, WorkFolder
    from core.learning.examples import stamp_of
    from core.shop.unlabelled_files import FOLDER as UNLABELLED_FOLDER

    ranks = ranks or Ranks()
    torch.set_num_threads(max(1, usable_cores() // ranks.world))
    work = WorkFolder(task.models)
    plan = work.plan()

    def pictures_done(done: int, total: int) -> None:
        if not report(ProcessReport(DeepStage.PREPARING, done, total)):
            raise _StopWishedError

    def trained(state: TrainingReport) -> bool:
        left = state.seconds_left
        return report(
            ProcessReport(DeepStage.TRAINING, state.step, state.steps, state.epoch, state.points, left)
        )

    if ranks.first:
        unlabelled = PhotoFiles(task.shop / UNLABELLED_FOLDER, with_thumbnails=False)
        side = kept_side(task.whole)
        prepare_pictures(work.pictures, plan, PhotoFiles(task.shop), unlabelled, side, pictures_done)
    if ranks.world > 1:
        torch.distributed.barrier()
    pictures = open_pictures(work.pictures, plan)
    require_enough(plan.products[(plan.roles == LEARN) & ~are_missing(pictures)])
    try:
        parameters = train(
            task.base,
            plan,
            pictures,
            work.checkpoint,
            side=task.side,
            whole=task.whole,
            batch=task.batch,
            epochs=task.epochs,
            seconds=task.seconds,
            report=trained,
            ranks=ranks,
        )
    except StoppedError:
        raise _StopWishedError from None
    if not ranks.first:
        return
    report(ProcessReport(DeepStage.EXPORTING, 0, 1), always=True)
    stamps = [stamp_of(sha256) for sha256 in np.unique(plan.sha256[plan.roles == LEARN]).tolist()]
    write_network(work.network, task.base, parameters, np.array(stamps, np.int64))
    report(ProcessReport(DeepStage.EXPORTING, 1, 1), always=True)


def step_back() -> None:
    """Let every other process go first."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)
