"""A picture that detectors look at, with what more than one of them needs of it, made once."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import Image

from core.catalog.moderation.readings import reading_of, store_reading
from core.catalog.photos.label_words import label_of_photo, photos_to_read
from core.catalog.photos.photos import Photo, photos_of_hash
from core.imaging.decode import SMALLEST_CHANGE, decode_file, decode_with_size
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.label_reading import read_label
from core.label.lines import Line
from core.shop.shop import Shop

SIDE = 1600
"""Pixels of the longer side of a picture that is looked at: as large as the shop keeps photos."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read on a photo of a shop that can only be read, for whoever may write to keep.

    Attributes:
        photo_id: of the photo that the text search would read next; None if it reads none of that picture.
        reader: the reader's name.
    """

    photo_id: int | None
    reader: str
    lines: tuple[Line, ...]


@dataclass(eq=False)
class LookedAt:
    """One picture.

    Attributes:
        name: the file.
        image: upright RGB, its longer side :data:`SIDE` pixels at most.
        scale: how many of the picture's own pixels one of :attr:`image` is.
        reading: what was read and could not be kept.
        photos: the photos of the shop that it is, by their ids; none if it is not of the shop.
    """

    shop: Shop
    name: str
    image: Image.Image
    photos: tuple[Photo, ...] = field(default=())
    scale: float = 1.0
    reading: Reading | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What is written on it, the largest first, in pixels of :attr:`image`.

        A photo of the shop is read once, be it for the text search or here.
        """
        catalog, reader = self.shop.catalog, self.shop.label_reader
        if not self.photos:
            return reader.read(self.image)
        for photo in self.photos:
            known = label_of_photo(catalog, photo.id, reader.name)
            if known is not None:
                return _scaled(known, max(self.image.size))
        if reader.problem is None:
            unread = photos_to_read(catalog, reader.name, (photo.id for photo in self.photos)).tolist()
            for photo in self.photos:
                if photo.id in unread:  # the text search would read it next
                    read = read_label(self.shop, photo)
                    self._kept(photo.id, read)
                    return _scaled(read, max(self.image.size))
        sha256 = self.photos[0].sha256
        lines = reading_of(catalog, sha256, reader.name)
        if lines is None:
            lines = reader.read(self.image)
            if self.shop.writable and reader.problem is None:
                store_reading(catalog, sha256, reader.name, lines)
            self._kept(None, lines)
        return lines

    def _kept(self, photo_id: int | None, lines: tuple[Line, ...]) -> None:
        reader = self.shop.label_reader
        if not self.shop.writable and reader.problem is None:
            self.reading = Reading(photo_id, reader.name, lines)


def _scaled(lines: tuple[Line, ...], side: int) -> tuple[Line, ...]:
    """Lines of a picture as it is read for the text search, in pixels of one that is ``side`` pixels long."""
    if side <= QUERY_SIDE * SMALLEST_CHANGE:
        return lines
    factor = side / QUERY_SIDE

    def moved(corner: tuple[float, float]) -> tuple[float, float]:
        return corner[0] * factor, corner[1] * factor

    return tuple(
        Line(line.text, (moved(first), moved(second), moved(third), moved(fourth)), line.confidence)
        for line in lines
        for first, second, third, fourth in (line.corners,)
    )


def look_at_file(shop: Shop, path: Path) -> LookedAt:
    """A picture file that need not be of the shop.

    Raises:
        KnownError: as :func:`core.imaging.decode.decode_file`.
    """
    image, own = decode_with_size(path, max_side=SIDE)
    return LookedAt(shop, str(path), image, scale=max(own) / max(image.size))


def look_at_photo(shop: Shop, sha256: str) -> LookedAt:
    """A photo of the shop. Raises as :func:`look_at_file`."""
    path = shop.files.path(sha256)
    photos = tuple(photos_of_hash(shop.catalog, sha256))
    return LookedAt(shop, str(path), decode_file(path, max_side=SIDE), photos)
