"""Faces in counter photos that were kept before the program blurred them, or while nobody wanted it.

Each such photo gives its place to a copy without the faces, in one step that can be taken back. For that the
photos with the faces stay in the shop's folder, until they are deleted (core/care/originals.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.product_change import ProductChange
from core.catalog.edits.product_fields import PhotoState, photo_states
from core.catalog.photos.faces import counter_photos_not_looked_at
from core.catalog.photos.photos import PhotoKind, photos_of_hash
from core.errors import KnownError
from core.faces.detection import LIKELY, Face, find_faces
from core.files.os_errors import DiskFullError
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE, StoredPhoto
from core.ingest.faceless_copy import copy_without_faces
from core.ingest.shop_edits import edit_shop
from core.messages import Sentence, message
from core.policy import load_policy
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_STAGE = message("core", "Looking for faces")


@dataclass(frozen=True, slots=True)
class PhotoWithFaces:
    """A kept counter photo, and the faces on it in its own pixels."""

    sha256: str
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class FacesFound:
    """What a look found: the photos with faces; and by hash those that could not be opened, and why."""

    photos: tuple[PhotoWithFaces, ...]
    skipped: dict[str, Sentence]


@dataclass(frozen=True, slots=True)
class FacesBlurred:
    """What became of photos.

    Attributes:
        edit: the step; None if no photo had a face.
        copies: by the hash of a photo with faces that of its copy without them.
        skipped: those that could not be opened and are as they were, and why.
    """

    edit: Edit | None
    copies: dict[str, str]
    skipped: dict[str, Sentence]


def look_for_faces(
    shop: Shop, hashes: Iterable[str] | None = None, progress: ReportProgress = ignore_progress
) -> FacesFound:
    """The counter photos that :func:`blur_kept_photos` would change; nothing is changed.

    Raises:
        KnownError: faces cannot be found.
        Cancelled: ``progress`` asked to stop.
    """
    network = shop.faces.network()
    wanted = _counter_photos(shop, hashes)
    found: list[PhotoWithFaces] = []
    skipped: dict[str, Sentence] = {}
    for done, sha256 in enumerate(wanted):
        report(progress, _STAGE, done, len(wanted))
        shop.right_of_way.give_way()
        try:
            image = decode_file(shop.files.path(sha256), max_side=MAX_SIDE)
        except KnownError as error:
            skipped[sha256] = error.sentence
            continue
        if faces := find_faces(network, image):
            found.append(PhotoWithFaces(sha256, faces))
    report(progress, _STAGE, len(wanted), len(wanted))
    return FacesFound(tuple(found), skipped)


def blur_kept_photos(
    shop: Shop,
    hashes: Iterable[str] | None = None,
    *,
    who: str,
    least: float = LIKELY,
    progress: ReportProgress = ignore_progress,
) -> FacesBlurred:
    """Make the faces in kept counter photos unrecognisable, as one step.

    The network and the label reader look at the copies; catalog photos stay as they are.

    Args:
        hashes: of the photos that are meant; None for all that nobody has looked at for faces yet.
        least: score from which on something is a face.

    Raises:
        KnownError: faces cannot be found, this computer's policy is against it, the disk is full, or the
            shop can only be read.
        Cancelled: ``progress`` asked to stop; every photo is as it was then.
    """
    shop.require_writable()
    if load_policy().blur_faces is False:
        raise KnownError(
            message("core", "That faces are not blurred is set for this computer by its administrator.")
        )
    shop.faces.network()  # without it no photo is worth a look
    wanted = _counter_photos(shop, hashes)
    copies: dict[str, StoredPhoto] = {}
    skipped: dict[str, Sentence] = {}
    for done, sha256 in enumerate(wanted):
        report(progress, _STAGE, done, len(wanted))
        shop.right_of_way.give_way()
        try:
            copy = copy_without_faces(shop, sha256, least=least)
        except DiskFullError:
            raise
        except KnownError as error:
            skipped[sha256] = error.sentence
            continue
        if copy is not None:
            copies[sha256] = copy
    report(progress, _STAGE, len(wanted), len(wanted))
    edit = edit_shop(shop, _changes(shop, copies), who=who, kind=EditKind.PHOTOS) if copies else None
    return FacesBlurred(edit, {old: copy.sha256 for old, copy in copies.items()}, skipped)


def _counter_photos(shop: Shop, hashes: Iterable[str] | None) -> list[str]:
    if hashes is None:
        return counter_photos_not_looked_at(shop.catalog)
    return [
        sha256
        for sha256 in dict.fromkeys(hashes)
        if any(photo.kind is PhotoKind.COUNTER for photo in photos_of_hash(shop.catalog, sha256))
    ]


def _changes(shop: Shop, copies: dict[str, StoredPhoto]) -> dict[int, ProductChange]:
    """Each product's photos, with a copy in the place of each that has one."""
    products = {photo.product_id for sha256 in copies for photo in photos_of_hash(shop.catalog, sha256)}
    return {
        product_id: ProductChange(photos=tuple(dict.fromkeys(_with_copies(photos, copies))))
        for product_id, photos in photo_states(shop.catalog, sorted(products)).items()
    }


def _with_copies(photos: Iterable[PhotoState], copies: dict[str, StoredPhoto]) -> Iterable[PhotoState]:
    for photo in photos:
        copy = copies.get(photo.sha256) if photo.kind is PhotoKind.COUNTER else None
        if copy is None:
            yield photo
        else:
            yield replace(photo, sha256=copy.sha256, width=copy.width, height=copy.height)
