"""What the photos of an import show: the product as a catalog does, or as it lies in this shop.

A person says it, or the table does by its columns. Else it is guessed from the files, and the guess is told:
recognition treats the two differently (core/learning/), so a wrong one costs accuracy, not data.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.catalog.photos.photos import PhotoKind
from core.catalog.tables.entries import Entry
from core.imaging.camera_made import made_by_camera
from core.messages import Sentence, message

_LOOKED_AT = 40
"""Files, evenly spread: all of one import come from one place."""

_CATALOG = message(
    "core",
    "The photos count as catalog photos. If they were taken in the shop, say so when you import.",
)
_COUNTER = message(
    "core",
    "The photos were taken by a camera or phone and count as taken in the shop. If they are catalog photos, "
    "say so when you import.",
)


@dataclass(frozen=True, slots=True)
class PhotoKinds:
    """The entries with the kind of their photos, and what a person should know of it."""

    entries: tuple[Entry, ...]
    notes: tuple[Sentence, ...] = ()


def with_kinds(entries: Sequence[Entry], said: PhotoKind | None, *, is_stated: bool) -> PhotoKinds:
    """``entries`` with all photos of the kind that a person said, or that is guessed.

    Args:
        said: None for whoever said nothing.
        is_stated: the source itself says which photos are which; then nothing is guessed.
    """
    if said is not None:
        return PhotoKinds(_all_of(entries, said))
    photos = [photo for entry in entries for photo in entry.photos]
    if is_stated or not photos:
        return PhotoKinds(tuple(entries))
    some = photos[:: max(1, len(photos) // _LOOKED_AT)]
    by_camera = sum(made_by_camera(photo.path) for photo in some)
    if 2 * by_camera > len(some):
        return PhotoKinds(_all_of(entries, PhotoKind.COUNTER), (Sentence(_COUNTER),))
    return PhotoKinds(tuple(entries), (Sentence(_CATALOG),))


def _all_of(entries: Sequence[Entry], kind: PhotoKind) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, photos=tuple(replace(photo, kind=kind) for photo in entry.photos)) for entry in entries
    )
