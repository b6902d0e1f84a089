"""The pictures of a lesson at training size, decoded once into one file that is mapped into memory.

Decoding costs about as much as a training step; an hour of training looks at each photo some thirty times.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.photo_files import PhotoFiles
from core.learning.deep.work_folder import UNLABELLED, Plan, damaged
from core.learning.examples import stamp_of
from core.learning.synthetic.pictures import distractors, synthetic_pictures
from core.models.active_model import unwritable
from core.models.unfinished import being_made

MARGIN = 1.23
"""A picture is kept so many times larger than the largest that it is trained at, for crops that enlarge."""

MISSING = 127
"""All pixels of a picture that could not be made: a photo all of one grey would teach nothing, either."""


def kept_side(whole: int) -> int:
    """Pixels of the kept pictures, for training pictures of ``whole`` pixels at the end."""
    return round(whole * MARGIN)


def prepare_pictures(
    path: Path,
    plan: Plan,
    files: PhotoFiles,
    unlabelled: PhotoFiles,
    side: int,
    report: Callable[[int, int], None],
) -> None:
    """Write the plan's pictures to ``path``, whole or not at all; nothing to do if it is there.

    A photo that cannot be opened becomes a grey square: `check` names it, and the lesson does without
    (:func:`are_missing`).

    Args:
        files, unlabelled: of the shop's photos, and of those that nobody labelled.
        side: pixels of a kept picture; the centred square of each photo.
        report: told (done, total); may raise to stop.

    Raises:
        KnownError: it cannot be written.
    """
    if path.exists():
        return
    building = being_made(path)
    try:
        pictures = open_memmap(building, mode="w+", dtype=np.uint8, shape=(len(plan), side, side, 3))
        try:
            for place, image in _pictures(plan, files, unlabelled, side):
                pictures[place] = MISSING if image is None else _square(image, side)
                report(place + 1, len(plan))
            pictures.flush()
        finally:
            del pictures  # Windows neither moves nor deletes what is mapped
        building.replace(path)
    except OSError as error:
        raise unwritable(path.parent, error) from error
    finally:
        with suppress(OSError):
            building.unlink(missing_ok=True)


def open_pictures(path: Path, plan: Plan) -> NDArray[np.uint8]:
    """The pictures of :func:`prepare_pictures`, (n, side, side, 3), mapped.

    Raises:
        KnownError: they are missing, damaged or another lesson's.
    """
    try:
        pictures = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise damaged(path) from error
    if pictures.dtype != np.uint8 or len(pictures) != len(plan) or pictures.ndim != 4:
        raise damaged(path)
    return np.asanyarray(pictures)


def are_missing(pictures: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which of the kept pictures (n, side, side, 3) could not be made: (n,)."""
    line = pictures[:, pictures.shape[1] // 2]  # says it of most
    missing: NDArray[np.bool_] = (line == MISSING).all(axis=(1, 2))
    for place in np.flatnonzero(missing).tolist():
        missing[place] = (pictures[place] == MISSING).all()
    return missing


def _pictures(
    plan: Plan, files: PhotoFiles, unlabelled: PhotoFiles, side: int
) -> Iterator[tuple[int, Image.Image | None]]:
    made = np.flatnonzero(plan.synthetic >= 0)
    for place in np.flatnonzero(plan.synthetic < 0).tolist():
        kept = unlabelled if plan.synthetic[place] == UNLABELLED else files
        try:
            yield place, decode_file(kept.path(str(plan.sha256[place])), max_side=3 * side)
        except KnownError:
            yield place, None
    sources = list(dict.fromkeys(plan.sha256[made].tolist()))
    around = distractors([files.path(sha256) for sha256 in sources])
    for places in np.split(made, np.flatnonzero(plan.synthetic[made] == 0)):
        for sha256 in plan.sha256[places[:1]].tolist():  # none before the first
            drawn = synthetic_pictures(files.path(sha256), stamp_of(sha256), len(places), around)
            for place in places.tolist():
                yield place, next(drawn, None)


def _square(image: Image.Image, side: int) -> NDArray[np.uint8]:
    width, height = image.size
    square = min(width, height)
    left, top = (width - square) / 2, (height - square) / 2
    box = (left, top, left + square, top + square)
    resized = image.resize((side, side), Image.Resampling.BICUBIC, box=box, reducing_gap=3.0)
    return np.asarray(resized, np.uint8)
