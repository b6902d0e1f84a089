"""Pictures and films that nobody labelled into a shop, decoded ahead of the network."""

import contextlib
import hashlib
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from core.catalog.photos.unlabelled import Source, UnlabelledFacts, is_known_source, unlabelled_counts
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.files.os_errors import DiskFullError
from core.imaging.decode import decode_bytes, read_picture_bytes
from core.imaging.films.frame import Frame
from core.imaging.films.reading import read_film
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.unlabelled.sources import look_through
from core.ingest.unlabelled.walk import Ready, Walk
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_STAGE = message("core", "Looking at photos that nobody labelled")
_WATCHING = message("core", "Watching films")
_FRAMES_AHEAD = 8


@dataclass(frozen=True, slots=True)
class WalkReport:
    """What came of a walk.

    Attributes:
        added: photos that are new.
        known: passed over, because the same file or picture is there already, or is a product's photo.
        alike: passed over, because another one shows the same view.
        skipped: what could not be read, and why.
        total: unlabelled photos that the shop has now.
    """

    added: int
    known: int
    alike: int
    skipped: tuple[Skipped, ...]
    total: int
    seconds: float


def add_unlabelled_photos(
    shop: Shop, paths: Sequence[Path], progress: ReportProgress = ignore_progress
) -> WalkReport:
    """Keep the pictures in files and folders, and sharp frames of films, as unlabelled photos of the shop.

    Raises:
        KnownError: the shop is read-only, the disk is full, or the model cannot be loaded.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    shop.require_writable()
    start = time.perf_counter()
    given = look_through(paths)
    skipped = list(given.skipped)
    walk = Walk(shop)
    sources: set[str] = set()
    known = 0
    try:
        with worker_pool() as pool:
            ahead = in_advance(pool, lambda path: _read(shop, walk, path), given.pictures)
            for done, (path, future) in enumerate(ahead):
                report(progress, _STAGE, done, len(given.pictures))
                try:
                    ready = future.result()
                except DiskFullError:
                    raise
                except KnownError as error:
                    skipped.append(Skipped(str(path), error.sentence))
                    continue
                if ready is None or ready.facts.source_sha256 in sources:
                    known += 1
                else:
                    sources.add(ready.facts.source_sha256)
                    walk.take(ready)
            report(progress, _STAGE, len(given.pictures), len(given.pictures))
            for film in given.films:
                try:
                    _watch(walk, pool, film, progress)
                except KnownError as error:
                    skipped.append(Skipped(str(film), error.sentence))
    finally:
        walk.flush()
    return WalkReport(
        walk.added,
        walk.known + known,
        walk.alike,
        tuple(skipped),
        unlabelled_counts(shop.catalog).total,
        time.perf_counter() - start,
    )


def _watch(walk: Walk, pool: ThreadPoolExecutor, film: Path, progress: ReportProgress) -> None:
    """Take a film's frames; one that was taken before shows nothing new.

    Raises:
        KnownError: it is no film that can be read; what was seen of it until then is kept.
    """

    def ready(frame: Frame) -> Ready:
        return walk.ready(frame.image, UnlabelledFacts(Source.FILM, source_name=film.name, at_ms=frame.at_ms))

    with contextlib.closing(read_film(film, QUERY_SIDE)) as frames:
        for frame, future in in_advance(pool, ready, frames, distance=_FRAMES_AHEAD):
            report(progress, _WATCHING, frame.at_ms // 1000, max(frame.at_ms, frame.of_ms) // 1000)
            walk.take(future.result())


def _read(shop: Shop, walk: Walk, path: Path) -> Ready | None:
    """A file that is ready to be taken; None where these bytes are known.

    Raises:
        KnownError: it is no picture that can be read.
    """
    shop.right_of_way.give_way()
    data = read_picture_bytes(path)
    source_sha256 = hashlib.sha256(data).hexdigest()
    if is_known_source(shop.catalog, source_sha256):
        return None
    image = decode_bytes(data, name=path.name, max_side=QUERY_SIDE)
    return walk.ready(
        image, UnlabelledFacts(Source.PICTURE, source_sha256=source_sha256, source_name=path.name)
    )
