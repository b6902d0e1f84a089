"""Edits of an open shop: the catalog's, and what follows from them for photos and the index.

Every function here is undone by :func:`undo_edit`; what each does to the catalog is told in
:mod:`core.catalog.edits.edits`. A search that starts after one of them has returned knows of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL.Image import Image

from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.edit_undo import Turned, redo, undo
from core.catalog.edits.edits import edit_products, log_addition
from core.catalog.edits.product_change import ProductChange
from core.catalog.edits.product_fields import Field, PhotoState, photo_states
from core.catalog.photo_log.lines import Origin, log_photo
from core.catalog.photos.faces import faces_gone, note_faces
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.ingest.faceless_copy import copy_without_faces
from core.ingest.photo_pipeline import embed_missing, prepare_photo
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.quantities.quantity import Quantity
from core.shop.shop import Shop

_UNSEEN = frozenset(Field) - {Field.PHOTOS, Field.ARCHIVED, Field.PRODUCT}
"""Fields of which the picture index knows nothing."""


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture to keep: a file, or pixels (upright RGB). Exactly one is set."""

    name: str
    path: Path | None = None
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class AddedPictures:
    """What became of pictures: the edit (None if the product has them all), and those left out."""

    edit: Edit | None
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class AddedProduct:
    """A product made by hand, and the pictures of it that were left out."""

    product_id: int
    edit: Edit
    skipped: tuple[Skipped, ...]


def edit_shop(
    shop: Shop,
    changes: Mapping[int, ProductChange],
    *,
    who: str,
    kind: EditKind | None = None,
    reason: Reason = Reason.COUNT,
    note: str = "",
    progress: ReportProgress = ignore_progress,
) -> Edit | None:
    """Change products as one edit; None if everything is so already.

    Args:
        kind: None for what ``changes`` say: whether they take products off the shelf, put them back, or
            change them otherwise.

    Raises:
        KnownError: as :func:`core.catalog.edits.edits.edit_products`, or the shop can only be read.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    shop.require_writable()
    edit = edit_products(
        shop.catalog,
        changes,
        who=who,
        kind=kind or _kind_of(changes.values()),
        reason=reason,
        note=note,
        progress=progress,
    )
    if edit is not None:
        _follow(shop, edit.fields)
    return edit


def book_stock(shop: Shop, product_id: int, quantity: Quantity, reason: Reason, *, who: str) -> Edit | None:
    """Book a stock movement as an edit: ``quantity`` more (or less, below zero), or what a count found.

    Raises as :func:`edit_shop`, and for a part of a piece.
    """
    is_count = reason is Reason.COUNT
    change = ProductChange(stock=quantity) if is_count else ProductChange(stock_by=quantity)
    return edit_shop(shop, {product_id: change}, who=who, reason=reason)


def undo_edit(shop: Shop, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Take the latest edit or import back. Raises as :func:`edit_shop`.

    A booking of a count is more than its movements: :func:`core.steps.undo.undo_step` knows of it too.
    """
    return _turn(shop, lambda: undo(shop.catalog, who=who, progress=progress))


def redo_edit(shop: Shop, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Do the edit again that was undone last. Raises as :func:`edit_shop`."""
    return _turn(shop, lambda: redo(shop.catalog, who=who, progress=progress))


def add_pictures(
    shop: Shop,
    product_id: int,
    pictures: Sequence[NewPicture],
    *,
    who: str,
    kind: PhotoKind = PhotoKind.CATALOG,
) -> AddedPictures:
    """Make pictures the product's last photos; one that it has already stays as it is.

    Raises:
        KnownError: none of them is a picture that can be kept, or the shop can only be read.
    """
    shop.require_writable()
    files, skipped = _keep(shop, pictures, kind)
    if pictures and not files:
        raise KnownError(skipped[0].reason.text, **skipped[0].reason.values)
    present = photo_states(shop.catalog, [product_id]).get(product_id, ())
    known = {photo.sha256 for photo in present}
    new = {
        file.sha256: PhotoState(
            file.sha256, kind, file.width, file.height, file.source_sha256, file.source_name
        )
        for file in files
        if file.sha256 not in known
    }
    change = ProductChange(photos=(*present, *new.values()))
    with shop.catalog.transaction():
        for file in files:  # here the camera's date is known, which an edit does not keep
            log_photo(shop.catalog, file.sha256, file.source_sha256, Origin.HAND, taken=file.taken)
        edit = edit_products(shop.catalog, {product_id: change}, who=who, kind=EditKind.PHOTOS)
    if edit is not None:
        _follow(shop, edit.fields)
    return AddedPictures(edit, skipped)


def remove_picture(shop: Shop, product_id: int, sha256: str, *, who: str) -> Edit | None:
    """Take a photo from a product; its file stays in the shop, so that this can be undone."""
    return _rearrange(
        shop, product_id, lambda photos: [photo for photo in photos if photo.sha256 != sha256], who
    )


def move_picture(shop: Shop, product_id: int, sha256: str, position: int, *, who: str) -> Edit | None:
    """Put a photo at ``position`` among the product's photos; the first one stands for the product."""

    def moved(photos: Sequence[PhotoState]) -> list[PhotoState]:
        others = [photo for photo in photos if photo.sha256 != sha256]
        others[position:position] = [photo for photo in photos if photo.sha256 == sha256]
        return others

    return _rearrange(shop, product_id, moved, who)


def set_picture_kind(shop: Shop, product_id: int, sha256: str, kind: PhotoKind, *, who: str) -> Edit | None:
    """Say that a photo is a catalog photo, or a counter photo; one with faces is kept without them then.

    Raises:
        KnownError: as :func:`edit_shop`; or the photo cannot be read, or faces in it not be found.
    """
    shop.require_writable()
    may_show_faces = sha256 not in faces_gone(shop.catalog, [sha256]) and shop.files.path(sha256).exists()
    looks = kind is PhotoKind.COUNTER and may_show_faces and shop.faces.is_wanted
    file = copy_without_faces(shop, sha256) if looks else None
    changes: dict[str, Any] = {"kind": kind}
    if file is not None:
        changes |= {"sha256": file.sha256, "width": file.width, "height": file.height}

    def rearranged(photos: Sequence[PhotoState]) -> Sequence[PhotoState]:
        return [replace(photo, **changes) if photo.sha256 == sha256 else photo for photo in photos]

    return _rearrange(shop, product_id, rearranged, who)


def add_product(
    shop: Shop,
    draft: ProductDraft,
    pictures: Sequence[NewPicture] = (),
    *,
    who: str,
    kind: PhotoKind = PhotoKind.CATALOG,
) -> AddedProduct:
    """Make a product that the shop does not have, with its photos. An undo archives it.

    Raises:
        KnownError: the SKU is empty or taken, or the shop can only be read.
    """
    shop.require_writable()
    files, skipped = _keep(shop, pictures, kind)
    with shop.catalog.transaction():
        taken = product_by_sku(shop.catalog, " ".join(draft.sku.split()))
        if taken is not None:
            raise KnownError(
                message("core", "The SKU {sku} is that of “{title}” already: enter another one."),
                sku=taken.sku,
                title=taken.title,
            )
        product_id = upsert_product(shop.catalog, draft, who=who, reason=Reason.COUNT).product_id
        for file in files:
            add_photo(shop.catalog, product_id, file, kind=kind)
        edit = log_addition(shop.catalog, product_id, who=who)
    _follow(shop, (Field.PHOTOS,) if files else ())
    return AddedProduct(product_id, edit, skipped)


def _kind_of(changes: Collection[ProductChange]) -> EditKind:
    archived = {change.archived for change in changes}
    if len(archived) != 1:
        return EditKind.CHANGE
    return {True: EditKind.ARCHIVE, False: EditKind.RESTORE, None: EditKind.CHANGE}[archived.pop()]


def _rearrange(
    shop: Shop, product_id: int, rearranged: Callable[[Sequence[PhotoState]], Sequence[PhotoState]], who: str
) -> Edit | None:
    present = photo_states(shop.catalog, [product_id]).get(product_id, ())
    change = ProductChange(photos=tuple(rearranged(present)))
    return edit_shop(shop, {product_id: change}, who=who, kind=EditKind.PHOTOS)


def _turn(shop: Shop, turn: Callable[[], Turned]) -> Turned:
    shop.require_writable()
    turned = turn()
    _follow(shop, turned.edit.fields)
    return turned


def _follow(shop: Shop, fields: Collection[Field]) -> None:
    """Let the next search know of photos that came or went, and of products taken off the shelf."""
    if Field.PHOTOS in fields or Field.PRODUCT in fields:
        embed_missing(shop)
    if not _UNSEEN.issuperset(fields):
        shop.refresh_index()


def _keep(
    shop: Shop, pictures: Sequence[NewPicture], kind: PhotoKind
) -> tuple[list[PhotoFile], tuple[Skipped, ...]]:
    files: list[PhotoFile] = []
    skipped: list[Skipped] = []
    for picture in pictures:
        try:
            files.append(_kept(shop, picture, kind))
        except KnownError as error:
            skipped.append(Skipped(picture.name, error.sentence))
    return files, tuple(skipped)


def _kept(shop: Shop, picture: NewPicture, kind: PhotoKind) -> PhotoFile:
    if picture.path is not None:
        prepared = prepare_photo(shop, picture.path, picture.name, kind)
        note_faces(shop.catalog, {prepared.file.sha256: prepared.faces})
        return prepared.file
    if picture.image is None:
        raise ValueError("a picture is a file or pixels")
    keepable = shop.faces.keepable(picture.image, kind)
    stored = shop.files.add(keepable.image)
    note_faces(shop.catalog, {stored.sha256: keepable.faces})
    return PhotoFile(stored.sha256, stored.width, stored.height, source_name=picture.name)
