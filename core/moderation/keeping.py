"""Photos of the shop looked at by all detectors, each once, and what these saw kept.

Who looks is a child process, which cannot write to the shop; what it says is kept here. A photo that ends the
child is kept as one at which a person has to look, and nobody looks at it again before the program's next
version.
"""

import contextlib
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial

from core.catalog.moderation.findings import forget_look, looked_by, photos_to_look_at, store_findings
from core.catalog.moderation.readings import store_reading
from core.catalog.photos.label_words import store_label
from core.finding import Finding
from core.messages import Sentence
from core.moderation.apart import PATIENCE, Look, Looked, looked_apart, lost
from core.moderation.detector import Detector
from core.moderation.detectors import all_detectors
from core.moderation.looked_at import Reading, look_at_photo
from core.program_version import program_version
from core.shop.shop import Shop

_LOST = "lost"
"""What stands for a detector where the child ended; its version is the program's."""


@dataclass(frozen=True, slots=True)
class SeenApart:
    """What was seen on a photo.

    Attributes:
        findings: by the detector's name and version.
        reading: what was read on it and is not kept yet.
    """

    findings: tuple[tuple[str, str, tuple[Finding, ...]], ...]
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo that was looked at, be it that it was lost, or why it could not be opened."""

    sha256: str
    problem: Sentence | None = None


def able_detectors(shop: Shop, *, quality: bool | None = None) -> dict[str, Detector]:
    """Those that can look, by their names; ``quality`` as for :func:`all_detectors`."""
    return {one.name: one for one in all_detectors(shop, quality=quality) if one.problem is None}


def photos_waiting(shop: Shop, *, quality: bool | None = None) -> list[str]:
    """Hashes of the photos on the shelf that some detector has not seen yet, the oldest first."""
    versions = {name: one.version for name, one in able_detectors(shop, quality=quality).items()}
    return photos_to_look_at(shop.catalog, versions, settled=(_LOST, program_version()))


def looking(shop: Shop, *, quality: bool | None = None) -> Look[SeenApart]:
    """Lets all detectors look at a photo, by its hash, that can and have not yet; in the child."""
    detectors = able_detectors(shop, quality=quality)

    def look(sha256: str) -> SeenApart:
        before = looked_by(shop.catalog, sha256)
        left = [one for name, one in detectors.items() if before.get(name) != one.version]
        if not left:  # somebody else has looked meanwhile
            return SeenApart((), None)
        picture = look_at_photo(shop, sha256)
        found = [(one, tuple(one.find(picture))) for one in left]
        seen = [(one.name, one.version, some) for one, some in found if one.problem is None]
        return SeenApart(tuple(seen), picture.reading)

    return look


def look_and_keep(
    shop: Shop,
    hashes: Sequence[str],
    *,
    quality: bool | None = None,
    using: Callable[[Shop], Look[SeenApart]] | None = None,
    patience: float = PATIENCE,
) -> Generator[Kept | None, None, None]:
    """Look at photos and keep what is seen; None as long as there is nothing yet.

    Args:
        quality: as for :func:`all_detectors`.
        using, patience: as for :func:`looked_apart`.

    Raises:
        KnownError: as :func:`looked_apart`.
    """
    look = using or partial(looking, quality=quality)
    with contextlib.closing(looked_apart(shop, hashes, look, patience=patience)) as looked:
        for one in looked:
            yield None if one is None else _kept(shop, one)


def _kept(shop: Shop, one: Looked[SeenApart]) -> Kept:
    if one.problem is not None:
        return Kept(one.name, one.problem)
    if one.seen is None:
        store_findings(shop.catalog, one.name, _LOST, program_version(), [lost()])
        return Kept(one.name)
    with shop.catalog.transaction():  # one a photo: each waits for the disk
        forget_look(shop.catalog, one.name, _LOST)
        for name, version, findings in one.seen.findings:
            store_findings(shop.catalog, one.name, name, version, findings)
        reading = one.seen.reading
        if reading is not None and reading.photo_id is not None:
            store_label(shop.catalog, reading.photo_id, reading.reader, reading.lines)
        elif reading is not None:
            store_reading(shop.catalog, one.name, reading.reader, reading.lines)
    return Kept(one.name)
