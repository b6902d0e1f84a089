"""A shop's photos described in words, each once, while nobody asks for anything else.

As with the words on labels (core/ingest/label_reading.py): the window describes one photo after the other
while it has nothing to do, the command line does after photos came, up to a number. What is said is looked up
by text search (core/catalog/lists/seen_search.py), and proposed as tags (core/describe/proposals.py).
"""

from collections.abc import Iterator, Sequence

from PIL import Image

from core.catalog.photos.photos import Photo, photos_by_ids
from core.catalog.photos.seen_words import photos_to_describe, store_seen
from core.catalog.photos.vectors import vectors_of
from core.catalog.photos.vocabulary import Sort, vocabulary_version
from core.describe.colours import colour_words
from core.describe.kinds import kind_words
from core.describe.patterns import pattern_words
from core.embedding.backbone import BackboneSpec
from core.embedding.classes import ClassHead, load_class_head
from core.errors import KnownError
from core.imaging.cutting.outline import SURE, find_outline
from core.imaging.decode import decode_file
from core.imaging.lab import lab_of
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

MOST_AT_ONCE = 300
"""Photos: a minute of a command's time."""

_VERSION = 1
"""Raised by hand when the code sees otherwise."""
_SIDE = 256
_STAGE = message("core", "Describing photos")


def describe_photos(
    shop: Shop, progress: ReportProgress = ignore_progress, *, most: int | None = MOST_AT_ONCE
) -> int:
    """Describe the photos that nobody has described yet, at most so many (None: all), and let searches pass.

    Returns:
        How many were described.

    Raises:
        Cancelled: ``progress`` asked to stop; what was described stays.
    """
    maker = _Maker(shop)
    photos = maker.waiting()[:most]
    for done, photo in enumerate(photos):
        report(progress, _STAGE, done, len(photos))
        maker.describe(photo)
    if photos:
        report(progress, _STAGE, len(photos), len(photos))
    return len(photos)


def describe_in_advance(shop: Shop) -> Iterator[None]:
    """Describe one photo a step, of all that nobody has described yet."""
    maker = _Maker(shop)
    for photo in maker.waiting():
        maker.describe(photo)
        yield


def look_words(image: Image.Image) -> dict[str, float]:
    """Colours and pattern of the product on an upright RGB picture, with how sure each is, by terms' keys."""
    outline = find_outline(image, enough=SURE)
    if outline is None:
        return {}
    height, width = outline.mask.shape
    lab = lab_of(image.resize((width, height), Image.Resampling.BOX))
    patterns = pattern_words(lab, outline.mask)
    return colour_words(lab[outline.mask]) | {
        f"{Sort.PATTERN}:{name}": sureness for name, sureness in patterns.items()
    }


class _Maker:
    """Describes photos of one shop by the networks that are there now.

    The classes are asked of the vectors that the catalog keeps: of the network in use, or else of the
    program's own. A network that a shop was given was taught none of the thousand classes; then no kind is
    told.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._heads: list[tuple[BackboneSpec, ClassHead]] = []
        for spec in {one.fingerprint: one for one in (shop.spec, shop.models.default)}.values():
            head = load_class_head(spec)
            if head is not None:
                self._heads.append((spec, head))
        asked = "+".join(spec.fingerprint for spec, _head in self._heads)
        self.name = f"{_VERSION}/{vocabulary_version()}/{asked}"

    def waiting(self) -> Sequence[Photo]:
        """The photos that it has not described yet."""
        if not self._shop.writable:
            return []
        return photos_by_ids(self._shop.catalog, photos_to_describe(self._shop.catalog, self.name).tolist())

    def describe(self, photo: Photo) -> None:
        """Look at one photo and keep what is seen; a damaged one is left to `check`."""
        self._shop.right_of_way.give_way()
        try:
            image = decode_file(self._shop.files.small_path(photo.sha256), max_side=_SIDE)
        except KnownError:
            return
        kinds = self._kinds(photo)
        if kinds is not None:
            store_seen(self._shop.catalog, photo.id, self.name, look_words(image) | kinds)

    def _kinds(self, photo: Photo) -> dict[str, float] | None:
        """None while the network in use has yet to see the photo."""
        for spec, head in self._heads:
            seen = vectors_of(self._shop.catalog, spec.fingerprint, [photo.id])
            if len(seen.vectors):
                return dict(kind_words(head, seen.vectors)[0])
            if spec.fingerprint == self._shop.spec.fingerprint:
                return None
        return {}
