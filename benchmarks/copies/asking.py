"""Every question asked of every tracer, by processes that take turns."""

import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from benchmarks.copies.asked import Plan, Question, picture_of
from benchmarks.copies.rivals import TRACERS, Tracer
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE

Answer = tuple[str, tuple[int, float] | None, float]
"""A tracer's name, what it said, and the processor seconds that it took."""


def measure(
    asked: Plan, names: list[str], workers: int, seconds: float
) -> Iterator[tuple[Question, list[Answer]]]:
    """Ask every question of each tracer, for so long; processes of their own take turns."""
    with tempfile.TemporaryDirectory() as temporary:
        originals = [decode_file(path, max_side=MAX_SIDE) for path in asked.originals]
        for name in names:
            folder = Path(temporary) / name
            folder.mkdir()
            TRACERS[name][0].prepare(originals, folder)
        del originals
        end = time.monotonic() + seconds
        context = get_context("spawn")
        with context.Pool(workers, _begin, (Path(temporary), names, asked.scenes)) as pool:
            for answered in pool.imap_unordered(_ask, asked.questions):
                yield answered
                if time.monotonic() > end:
                    pool.terminate()
                    return


_tracers: dict[str, Tracer] = {}
_scenes: list[Path] = []


def _begin(folder: Path, names: list[str], scenes: tuple[Path, ...]) -> None:
    """What a process of its own does first."""
    _tracers.update({name: TRACERS[name][0](folder / name) for name in names})
    _scenes.extend(scenes)


def _ask(question: Question) -> tuple[Question, list[Answer]]:
    picture = picture_of(question, tuple(_scenes))
    answers = []
    for name, tracer in _tracers.items():
        start = time.process_time()
        said = tracer.trace(picture)
        answers.append((name, said, time.process_time() - start))
    return question, answers
