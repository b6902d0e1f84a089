"""The shop's new photos looked at in a child process: a photo that brings a detector down costs itself alone.

The detectors are networks and readers made elsewhere, and an import brings strangers' pictures. Where the
child ends or is silent for too long, the photo that it looked at is known: it is kept as one at which a
person has to look, nobody looks at it again by machine, and the next child goes on with the next photo.
"""

import contextlib
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from core.catalog.moderation.findings import looked_by, store_findings
from core.catalog.moderation.readings import store_reading
from core.catalog.photos.label_words import store_label
from core.errors import KnownError
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.detectors import all_detectors
from core.moderation.looked_at import Reading, look_at_photo
from core.shop.opening import open_shop
from core.shop.shop import Shop

PATIENCE, STARTED_WITHIN = 120.0, 300.0
"""Seconds that the child may be silent about one photo, the first of which waits for the networks, too; and
before that until it has opened the shop."""
MOST_DEATHS = 3
"""Children that one import may lose: more of them, and it is not the photos."""


@dataclass(frozen=True, slots=True)
class SeenApart:
    """What was seen on a photo.

    Attributes:
        findings: by the detector's name and version.
        reading: what was read on it and is not kept yet.
    """

    findings: tuple[tuple[str, str, tuple[Finding, ...]], ...]
    reading: Reading | None


Look = Callable[[str], SeenApart]
"""What the child does with one photo, by its hash; raises KnownError where it cannot be opened."""


def looking(shop: Shop) -> Look:
    """Lets all detectors look that can and have not yet; in the child."""
    detectors = [one for one in all_detectors(shop) if one.problem is None]

    def look(sha256: str) -> SeenApart:
        picture, before = look_at_photo(shop, sha256), looked_by(shop.catalog, sha256)
        left = [one for one in detectors if before.get(one.name) != one.version]
        found = [(one, tuple(one.find(picture))) for one in left]
        seen = [(one.name, one.version, some) for one, some in found if one.problem is None]
        return SeenApart(tuple(seen), picture.reading)

    return look


def look_apart(
    shop: Shop,
    hashes: Sequence[str],
    *,
    using: Callable[[Shop], Look] = looking,
    patience: float = PATIENCE,
) -> Generator[Sentence | None, None, None]:
    """Look at photos and keep what is seen; a step for each photo, which says why it could not be looked at.

    Args:
        using: makes what looks, in the child; a function of a module.
        patience: seconds that the child may be silent.

    Raises:
        KnownError: more than :data:`MOST_DEATHS` children were lost.
    """
    waiting = deque(hashes)
    deaths = 0
    while waiting:
        with _child(shop.folder, using) as connection:
            is_ready = False
            while waiting:
                shop.right_of_way.give_way()
                sha256 = waiting.popleft()
                try:
                    if not is_ready:
                        _received(connection, STARTED_WITHIN)
                        is_ready = True
                    connection.send(sha256)
                    told = _received(connection, patience)
                except (EOFError, OSError):
                    deaths += 1
                    _keep_for_a_person(shop, sha256)
                    yield _sentence()
                    if deaths > MOST_DEATHS:
                        raise _given_up() from None
                    break
                if isinstance(told, KnownError):
                    yield told.sentence
                    continue
                _keep(shop, sha256, told)
                yield None


def _received(connection: Connection, patience: float) -> Any:
    if not connection.poll(patience):
        raise EOFError
    told = connection.recv()
    if isinstance(told, Exception) and not isinstance(told, KnownError):
        raise told
    return told


def _keep(shop: Shop, sha256: str, seen: SeenApart) -> None:
    with shop.catalog.transaction():
        for name, version, findings in seen.findings:
            store_findings(shop.catalog, sha256, name, version, findings)
        reading = seen.reading
        if reading is not None and reading.photo_id is not None:
            store_label(shop.catalog, reading.photo_id, reading.reader, reading.lines)
        elif reading is not None:
            store_reading(shop.catalog, sha256, reading.reader, reading.lines)


def _keep_for_a_person(shop: Shop, sha256: str) -> None:
    """As if the gravest had been seen, which waits for a person; nobody looks at it by machine again."""
    told = Finding(FindingKind.NUDITY, 1.0, _sentence())
    with shop.catalog.transaction():
        for place, detector in enumerate(all_detectors(shop)):
            found = [told] if place == 0 else []
            store_findings(shop.catalog, sha256, detector.name, detector.version, found)


def _sentence() -> Sentence:
    return Sentence(message("core", "This photo could not be looked at by the program. Look at it yourself."))


def _given_up() -> KnownError:
    return KnownError(
        message(
            "core",
            "Looking for what must not be shown ended unexpectedly {count} times and was given up. "
            "Close other programs and try again.",
        ),
        count=MOST_DEATHS + 1,
    )


@contextlib.contextmanager
def _child(folder: Path, using: Callable[[Shop], Look]) -> Iterator[Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(
        target=_serve, args=(theirs, folder, using), name="snapshelf-looking", daemon=True
    )
    child.start()
    theirs.close()  # now only the child holds its end, and its death closes it
    try:
        yield ours
    finally:
        ours.close()
        child.join(0.5)
        if child.is_alive():
            child.kill()
            child.join()


def _serve(connection: Connection, folder: Path, using: Callable[[Shop], Look]) -> None:
    """The child's whole life; it leaves when the parent's end of the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent
    with contextlib.suppress(EOFError, OSError), open_shop(folder, write=False) as shop:
        look = using(shop)
        connection.send(None)
        while True:
            connection.send(_answer(look, connection.recv()))


def _answer(look: Look, sha256: str) -> SeenApart | Exception:
    try:
        return look(sha256)
    except KnownError as error:
        return error
    except Exception:
        return RuntimeError(traceback.format_exc())
