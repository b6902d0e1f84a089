"""One copy as it is reported: the picture that was found, our photo, and what the shop's log says of it."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from core.catalog.photo_log.lines import LogLine, digest_before, lines_of
from core.catalog.photos.faces import original_of
from core.copies.looking_through import Found
from core.copies.sources import ToTrace
from core.copies.tracing import Copy
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE
from core.messages import Sentence
from core.shop.shop import Shop

_SIDE = 900
_QUALITY = 85
_INK, _HALO = (214, 40, 57), (255, 255, 255)

Corners = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture to be shown: a JPEG file, and its pixels."""

    jpeg: bytes
    pixels: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A picture that was made of a photo of the shop.

    Attributes:
        name: where it was found, as :class:`~core.copies.sources.ToTrace` calls it.
        time_s: its place in a film.
        file_sha256: hash (hex) of the file in which it was found; "" if that is gone or cannot be read.
        size: of the picture as it was looked at; ``region`` is in its pixels.
        sku, title: of the product whose photo it is; of several with the same photo, the first.
        photo_sha256: hash of the stored photo.
        photo_size: ``part`` is in its pixels.
        score: how sure it is that the picture was made of it, 0 to 1.
        unchanged: how much of what shows is as in the photo, 0 to 1.
        line: what the shop's log says; None where it does not know the photo.
        before: the digest of the line before, which goes into this one's.
        with_faces: where our photo is the copy without faces of another one, the log's line of that.
        theirs, ours: both pictures, the region outlined in each; no ``ours`` where the file is gone.
    """

    name: str
    time_s: float | None
    file_sha256: str
    size: tuple[int, int]
    region: Corners
    sku: str
    title: str
    photo_sha256: str
    photo_size: tuple[int, int]
    part: Corners
    score: float
    unchanged: float
    edits: tuple[Sentence, ...]
    line: LogLine | None
    before: str
    theirs: Shown
    ours: Shown | None
    with_faces: LogLine | None = None


def case_of(shop: Shop, given: ToTrace, found: Found) -> Case:
    """What is known of a copy that was found in ``given``, whose picture is there."""
    if given.image is None:
        raise ValueError("a copy is found in a picture")
    copy, product = found.copy, found.product
    sha256 = copy.photo.sha256
    original = original_of(shop.catalog, sha256)
    lines = lines_of(shop.catalog, [sha256, original])
    line = lines.get(sha256)
    return Case(
        given.name,
        given.time_s,
        _file_sha256(given.name),
        given.image.size,
        copy.outline,
        product.sku,
        product.title,
        sha256,
        (copy.photo.width, copy.photo.height),
        copy.part,
        copy.score,
        copy.unchanged,
        copy.edits,
        line,
        "" if line is None else digest_before(shop.catalog, line),
        outlined(given.image, copy.outline),
        _ours(shop, copy),
        lines.get(original),
    )


def outlined(image: Image.Image, corners: Corners) -> Shown:
    """A picture (upright RGB) made small, with a polygon drawn in it, whose corners are in its pixels."""
    scale = min(1.0, _SIDE / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    wide = max(2, round(max(size) / 150))
    inside = [  # a line along the edge is seen only within the picture
        (min(max(x * scale, wide), size[0] - 1 - wide), min(max(y * scale, wide), size[1] - 1 - wide))
        for x, y in corners
    ]
    if len(inside) > 1:
        pencil = ImageDraw.Draw(small)
        for colour, width in ((_HALO, 2 * wide), (_INK, wide)):
            pencil.line([*inside, *inside[:2]], fill=colour, width=width, joint="curve")
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return Shown(buffer.getvalue(), size)


def _ours(shop: Shop, copy: Copy) -> Shown | None:
    try:
        photo = decode_file(shop.files.path(copy.photo.sha256), max_side=MAX_SIDE)
    except KnownError:  # `check` names the damaged files
        return None
    scale = photo.width / max(1, copy.photo.width)
    return outlined(photo, [(x * scale, y * scale) for x, y in copy.part])


def _file_sha256(name: str) -> str:
    """Of the file itself, or of the page, PDF or film in which a picture was found."""
    for path in (Path(name), Path(name.rpartition("#")[0])):
        try:
            if path.is_file():
                with path.open("rb") as file:
                    return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            continue
    return ""
