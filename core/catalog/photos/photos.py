"""The photos of products: which stored file belongs to which product, as what, and where it came from.

Knows files by their hash only; the files themselves are the business of
:class:`core.imaging.photo_files.PhotoFiles`.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.photo_log.lines import Origin, log_photo
from core.errors import KnownError
from core.messages import message


class PhotoKind(StrEnum):
    """What a photo shows: the product as a catalog does, or as it lies on this shop's counter."""

    CATALOG = "catalog"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of one product.

    Attributes:
        sha256: hash (hex) of the stored file; the same file may be a photo of several products.
        source_sha256: hash of the bytes that were imported, so that a file known already need not be
            decoded again; "" if it did not come from a file.
        source_name: the path in the merchant's table, or the file's name.
        position: place among the product's photos, from 0.
        missing: True if ``check`` found the stored file gone or changed.
    """

    id: int
    product_id: int
    kind: PhotoKind
    sha256: str
    source_sha256: str
    source_name: str
    width: int
    height: int
    position: int
    missing: bool
    added: str


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A stored file before it belongs to a product; see :class:`Photo` for the fields.

    Attributes:
        taken: the camera's own date (core/imaging/camera_date.py); it is kept in the log alone.
    """

    sha256: str
    width: int
    height: int
    source_sha256: str = ""
    source_name: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class AddedPhoto:
    """The photo, and whether the product did not have it before."""

    photo: Photo
    is_new: bool


_COLUMNS = "id, product_id, kind, sha256, source_sha256, source_name, width, height, position, missing, added"


def add_photo(
    catalog: Catalog,
    product_id: int,
    file: PhotoFile,
    *,
    kind: PhotoKind = PhotoKind.CATALOG,
    how: Origin = Origin.HAND,
) -> AddedPhoto:
    """Make ``file`` the product's last photo; one that it has already stays as it is.

    What the shop has for the first time gets a line in the log of photos.

    Raises:
        KnownError: no such product.
    """
    with catalog.transaction() as db:
        row = db.execute(
            f"SELECT {_COLUMNS} FROM photos WHERE product_id = ? AND sha256 = ?",  # noqa: S608
            [product_id, file.sha256],
        ).fetchone()
        if row is not None:
            known = _photo(row)
            if (known.source_sha256, known.source_name, known.missing) != (
                file.source_sha256,
                file.source_name,
                False,
            ):
                db.execute(
                    "UPDATE photos SET source_sha256 = ?, source_name = ?, missing = 0 WHERE id = ?",
                    [file.source_sha256, file.source_name, known.id],
                )
            return AddedPhoto(_by_id(catalog, known.id), False)
        if db.execute("SELECT 1 FROM products WHERE id = ?", [product_id]).fetchone() is None:
            raise KnownError(
                message("core", "There is no product {id} in this shop: reload the list."), id=product_id
            )
        log_photo(catalog, file.sha256, file.source_sha256, how, taken=file.taken)
        cursor = db.execute(
            "INSERT INTO photos (product_id, kind, sha256, source_sha256, source_name, width, height, "
            "position,"
            " added) VALUES (?, ?, ?, ?, ?, ?, ?,"
            " (SELECT coalesce(max(position) + 1, 0) FROM photos WHERE product_id = ?), ?)",
            [
                product_id, kind, file.sha256, file.source_sha256, file.source_name, file.width, file.height,
                product_id, utc_now(),
            ],
        )  # fmt: skip
        return AddedPhoto(_by_id(catalog, int(cursor.lastrowid or 0)), True)


def remove_photos(catalog: Catalog, photo_ids: Iterable[int]) -> None:
    """Take photos and their vectors out. Their files stay, so that an edit can be undone."""
    keys = json.dumps([int(photo_id) for photo_id in photo_ids])
    with catalog.transaction() as db:
        db.execute("DELETE FROM photos WHERE id IN (SELECT value FROM json_each(?))", [keys])


def remove_superseded(catalog: Catalog, photo: Photo) -> None:
    """Take out older photos of the same product, kind and source name.

    The source has changed since, or the shop keeps it without the faces that are on it now.
    """
    if not photo.source_name:
        return
    older = _select(
        catalog,
        "product_id = ? AND kind = ? AND source_name = ? AND id < ? AND source_sha256 <> ''",
        photo.product_id,
        photo.kind,
        photo.source_name,
        photo.id,
    )
    remove_photos(catalog, [other.id for other in older])


def photos_of_product(catalog: Catalog, product_id: int) -> list[Photo]:
    """All photos of one product, in order."""
    return photos_of_products(catalog, [product_id]).get(product_id, [])


def photos_of_products(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, list[Photo]]:
    """The photos of each product, in order; products without photos are left out."""
    grouped: dict[int, list[Photo]] = {}
    for photo in _select(
        catalog,
        "product_id IN (SELECT value FROM json_each(?)) ORDER BY product_id, position, id",
        json.dumps([int(product_id) for product_id in product_ids]),
    ):
        grouped.setdefault(photo.product_id, []).append(photo)
    return grouped


def known_by_counter_photos(catalog: Catalog, product_ids: Iterable[int]) -> set[int]:
    """Those of some products of which the shop has photos as its camera takes them."""
    rows = catalog.db.execute(
        "SELECT DISTINCT product_id FROM photos WHERE kind = ?"
        " AND product_id IN (SELECT value FROM json_each(?))",
        [PhotoKind.COUNTER, json.dumps([int(product_id) for product_id in product_ids])],
    ).fetchall()
    return {product_id for (product_id,) in rows}


def photos_by_ids(catalog: Catalog, photo_ids: Iterable[int]) -> list[Photo]:
    """The photos with these keys, in the order given; unknown keys are left out."""
    wanted = [int(photo_id) for photo_id in photo_ids]
    rows = _select(catalog, "id IN (SELECT value FROM json_each(?))", json.dumps(wanted))
    found = {photo.id: photo for photo in rows}
    return [found[photo_id] for photo_id in wanted if photo_id in found]


def photo_from_source(catalog: Catalog, product_id: int, source_sha256: str) -> Photo | None:
    """The product's photo that was made of exactly these bytes, or is them; None if its file is missing."""
    where = "? IN (source_sha256, sha256) AND product_id = ? AND missing = 0"
    return next(iter(_select(catalog, where, source_sha256, product_id)), None)


def file_from_source(
    catalog: Catalog, source_sha256: str, *, without_faces: bool = False
) -> PhotoFile | None:
    """The stored file that was made of exactly these bytes, or is them, for whichever product.

    A shop's own export names its stored files: importing it again must not make pictures of pictures.

    Args:
        without_faces: where it was kept with faces and without them, the one without is wanted.
    """
    blurred = "EXISTS (SELECT 1 FROM kept_faces WHERE kept_faces.sha256 = photos.sha256 AND blurred > 0)"
    order = f"ORDER BY {blurred} {'DESC' if without_faces else 'ASC'}"
    where = f"(source_sha256 = ? OR sha256 = ?) AND missing = 0 {order} LIMIT 1"
    photo = next(iter(_select(catalog, where, source_sha256, source_sha256)), None)
    if photo is None:
        return None
    return PhotoFile(photo.sha256, photo.width, photo.height, photo.source_sha256, photo.source_name)


def photo_hashes(catalog: Catalog) -> set[str]:
    """The hashes of all photos."""
    return {row[0] for row in catalog.db.execute("SELECT DISTINCT sha256 FROM photos").fetchall()}


def photos_of_hash(catalog: Catalog, sha256: str) -> list[Photo]:
    """The photos with this content, by their ids; several products may have one."""
    return _select(catalog, "sha256 = ? ORDER BY id", sha256)


def live_photo_hashes(catalog: Catalog) -> dict[int, str]:
    """The hash of each photo of a product that is not archived, by the photo's id."""
    return dict(
        catalog.db.execute(
            "SELECT photos.id, sha256 FROM photos JOIN products ON products.id = product_id"
            " WHERE archived = 0 AND missing = 0"
        ).fetchall()
    )


def live_photo_ids(catalog: Catalog) -> NDArray[np.int64]:
    """Ids of all photos of products that are not archived, ascending."""
    cursor = catalog.db.execute(
        "SELECT id FROM photos WHERE product_id NOT IN (SELECT id FROM products WHERE archived = 1) "
        "ORDER BY id"
    )
    return np.array(cursor.fetchall(), dtype=np.int64).reshape(-1)


def photos_by_kind(catalog: Catalog) -> tuple[int, int]:
    """How many photos live products have: (catalog photos, photos taken in the shop)."""
    rows = catalog.db.execute(
        "SELECT photos.kind, COUNT(*) FROM photos JOIN products ON products.id = photos.product_id"
        " WHERE NOT products.archived AND NOT photos.missing GROUP BY photos.kind"
    ).fetchall()
    counted = dict(rows)
    return counted.get(PhotoKind.CATALOG.value, 0), counted.get(PhotoKind.COUNTER.value, 0)


def products_of_photos(catalog: Catalog, photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """The live product of each photo, shape (n,); −1 where it is archived or the photo is gone."""
    # Without the hint SQLite takes it for a rare thing to be live, and reads every product.
    cursor = catalog.db.execute(
        "SELECT photos.id, product_id FROM photos JOIN products ON products.id = product_id"
        " WHERE likely(archived = 0) AND photos.id IN (SELECT value FROM json_each(?))",
        [json.dumps(photo_ids.tolist())],
    )
    found = dict(cursor.fetchall())
    return np.array([found.get(photo_id, -1) for photo_id in photo_ids.tolist()], dtype=np.int64)


def with_counter_photos(catalog: Catalog, product_ids: Iterable[int]) -> set[int]:
    """Those of some products that have a counter photo."""
    rows = catalog.db.execute(
        "SELECT DISTINCT product_id FROM photos WHERE kind = ?"
        " AND product_id IN (SELECT value FROM json_each(?))",
        [PhotoKind.COUNTER, json.dumps([int(one) for one in product_ids])],
    ).fetchall()
    return {row[0] for row in rows}


def catalog_photo_sample(catalog: Catalog, most: int) -> NDArray[np.int64]:
    """Ids, ascending, of at most ``most`` catalog photos of live products without a counter photo."""
    rows = catalog.db.execute(
        "SELECT photos.id FROM photos JOIN products ON products.id = product_id WHERE archived = 0"
        " AND kind = ? AND NOT EXISTS (SELECT 1 FROM photos AS others"
        " WHERE others.product_id = photos.product_id AND others.kind = ?) ORDER BY photos.id LIMIT ?",
        [PhotoKind.CATALOG, PhotoKind.COUNTER, most],
    ).fetchall()
    return np.array(rows, np.int64).reshape(-1)


def _by_id(catalog: Catalog, photo_id: int) -> Photo:
    found = _select(catalog, "id = ?", photo_id)
    if not found:
        raise KnownError(
            message("core", "There is no photo {id} in this shop: reload the list."), id=photo_id
        )
    return found[0]


def _select(catalog: Catalog, where: str, *values: str | int) -> list[Photo]:
    cursor = catalog.db.execute(f"SELECT {_COLUMNS} FROM photos WHERE {where}", values)  # noqa: S608
    return [_photo(row) for row in cursor.fetchall()]


def _photo(row: tuple[int, int, str, str, str, str, int, int, int, int, str]) -> Photo:
    return Photo(row[0], row[1], PhotoKind(row[2]), *row[3:9], missing=bool(row[9]), added=row[10])
