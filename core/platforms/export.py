"""Cut-outs of products into a folder: of each the photo that can be cut out best.

What a person should look at first is not written, unless it is asked for; it is always told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core.catalog.moderation.decisions import not_shown
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_product
from core.catalog.products.products import Product
from core.errors import KnownError
from core.files.atomic import make_folders, write_atomically
from core.files.os_errors import known_os_error
from core.files.targets import require_outside_shops
from core.imaging.cutting.outline import Outline, find_outline
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE
from core.messages import Sentence, message
from core.platforms.cutting import CutPhoto, as_file, set_out
from core.platforms.formats import PhotoFormat
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_STAGE = message("core", "Cutting out products")
_LOOKED_AT = 6
"""Photos of a product that are tried, catalog photos first."""
_GOOD = 0.9
"""From this sureness on no other photo is tried."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of one product.

    Attributes:
        photo: hash of the photo that was cut out; "" without one.
        file: where the cut-out lies; None if it was not written.
        sureness: 0 to 1.
        doubts: why a person should look at it before it is used, or why there is none.
        notes: what else is to be known.
    """

    sku: str
    photo: str
    file: Path | None
    sureness: float
    doubts: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class BestCut:
    """The photo of a product that can be cut out best: itself, and what comes of it."""

    photo: Photo
    image: Image.Image
    cut: CutPhoto


def export_cut_outs(
    shop: Shop,
    products: Sequence[Product],
    wanted: PhotoFormat,
    folder: Path,
    *,
    doubtful: bool = False,
    replace: bool = False,
    progress: ReportProgress = ignore_progress,
) -> list[Exported]:
    """Write a cut-out a product into ``folder``; the rest goes on where one cannot be made.

    Args:
        doubtful: those that a person should look at are written, too.
        replace: over files of these names that are there already.

    Raises:
        KnownError: the folder lies in a shop, or cannot be written; the disk is full.
        Cancelled: ``progress`` asked to stop; what is written stays.
    """
    place = require_outside_shops(folder)
    try:
        make_folders(place)
    except OSError as error:
        raise _not_written(error, place) from error
    done: list[Exported] = []
    names: set[str] = set()
    for number, product in enumerate(products):
        report(progress, _STAGE, number, len(products))
        shop.right_of_way.give_way()
        best, problem = best_cut(shop, product.id, wanted)
        if best is None:
            done.append(Exported(product.sku, "", None, 0.0, (problem,), ()))
            continue
        cut, doubts, file = best.cut, best.cut.doubts, None
        if cut.picture is not None and (doubtful or not doubts):
            file = place / _free_name(product.sku, wanted, names)
            if file.exists() and not replace:
                there = message("core", "{file} is there already and was left as it is.")
                doubts, file = (*doubts, Sentence(there, {"file": file.name})), None
            else:
                _write(file, cut.picture)
        done.append(Exported(product.sku, best.photo.sha256, file, cut.sureness, doubts, cut.notes))
    report(progress, _STAGE, len(products), len(products))
    return done


def best_cut(shop: Shop, product_id: int, wanted: PhotoFormat) -> tuple[BestCut | None, Sentence]:
    """The cut-out of the product's photo that can be cut out best; or None, and why.

    Photos of which somebody decided that customers are not shown them are passed by.
    """
    problem = Sentence(message("core", "The product has no photo."))
    best: tuple[float, Photo, Image.Image, Outline | None] | None = None
    every = photos_of_product(shop.catalog, product_id)
    hidden = not_shown(shop.catalog, [photo.sha256 for photo in every])
    photos = [photo for photo in every if photo.sha256 not in hidden]
    if every and not photos:
        problem = Sentence(message("core", "None of the product's photos may be shown to customers."))
    for photo in sorted(photos, key=lambda one: one.kind is PhotoKind.COUNTER)[:_LOOKED_AT]:
        try:
            image = decode_file(shop.files.path(photo.sha256), max_side=MAX_SIDE)
        except KnownError as error:
            problem = error.sentence
            continue
        outline = find_outline(image)
        score = 0.0 if outline is None else outline.sureness - outline.touched
        if best is None or score > best[0]:
            best = (score, photo, image, outline)
        if score >= _GOOD:
            break
    if best is None:
        return None, problem
    _score, photo, image, outline = best
    return BestCut(photo, image, set_out(image, outline, wanted)), problem


def _write(file: Path, picture: Image.Image) -> None:
    try:
        write_atomically(file, as_file(picture), durable=False)
    except OSError as error:
        raise _not_written(error, file.parent) from error


def _free_name(sku: str, wanted: PhotoFormat, taken: set[str]) -> str:
    """A name for the file that no other product has; what file systems refuse is left out."""
    plain = _NOT_IN_NAMES.sub("_", sku).strip("._")[:80] or "product"
    stem, number = f"{plain}-{wanted.name}", 1
    while stem.casefold() in taken:
        number += 1
        stem = f"{plain}-{wanted.name}-{number}"
    taken.add(stem.casefold())
    return stem + wanted.ending


def _not_written(error: OSError, folder: Path) -> KnownError:
    return known_os_error(error, folder) or KnownError(
        message("core", "The folder {folder} cannot be written ({reason}). Choose another one."),
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )
