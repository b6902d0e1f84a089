"""A product of a source (a table, a folder) with its photos: what importing it would change, and the change.

:func:`plan_entry` reads the catalog and hashes the photos' files; it writes nothing. :func:`apply_row` is one
transaction: killed at any moment, a product is imported with its photos' rows or not at all.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.photo_log.lines import Origin
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, photo_from_source, remove_superseded
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import (
    Outcome,
    ProductDraft,
    Upsert,
    change_of,
    stock_problem,
    write_draft,
)
from core.messages import Sentence


@dataclass(frozen=True, slots=True)
class PhotoSource:
    """A photo to import: where it lies, and how the source calls it."""

    path: Path
    name: str
    kind: PhotoKind = PhotoKind.CATALOG


@dataclass(frozen=True, slots=True)
class Entry:
    """A product of a source.

    Attributes:
        row: its row in the table, or its path.
        draft: what the source says about it.
        photos: its photos, the one that stands for it first.
        only_known: leave it out unless the shop has the product (for photos that are added to products).
        made_of: as :attr:`core.catalog.tables.mapped_rows.MappedRow.made_of`.
        only_with_photo: leave it out if none of its photos can be read (for folders of pictures).
    """

    row: int | str
    draft: ProductDraft
    photos: tuple[PhotoSource, ...] = ()
    only_known: bool = False
    only_with_photo: bool = False
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class AppliedRow:
    """What importing a product did.

    Attributes:
        new_photo_ids: photos that want a vector.
        left_out: what of it does not fit the product, and why.
    """

    product_id: int
    outcome: Outcome
    new_photo_ids: tuple[int, ...]
    left_out: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """What importing a product would do, how many photos it would bring, and what would be left out of it."""

    outcome: Outcome
    new_photos: int
    left_out: tuple[Sentence, ...] = ()


def plan_entry(catalog: Catalog, entry: Entry) -> PlannedEntry:
    """What importing the product would do; new photos alone make an update."""
    product = product_by_sku(catalog, entry.draft.sku)
    if product is None:
        problem = stock_problem(entry.draft)
        return PlannedEntry(Outcome.CREATED, len(entry.photos), () if problem is None else (problem,))
    change = change_of(product, entry.draft)
    known = [
        photo_from_source(catalog, product.id, source_sha256(photo.path)) is not None
        for photo in entry.photos
    ]
    outcome = Outcome.UNCHANGED if change.is_nothing and all(known) else Outcome.UPDATED
    return PlannedEntry(outcome, known.count(False), change.left_out)


def apply_row(
    catalog: Catalog,
    draft: ProductDraft,
    photos: Sequence[tuple[PhotoFile, PhotoKind]] = (),
    *,
    who: str = "",
) -> AppliedRow:
    """Import one product with photos whose files are stored already, in one transaction.

    A photo whose source has new content takes the older one's place.

    Raises:
        KnownError: the disk is full, the catalog is read-only, …
    """
    with catalog.transaction():
        product = product_by_sku(catalog, clean_line(draft.sku))
        return with_photos(catalog, write_draft(catalog, product, draft, who=who), photos)


def with_photos(
    catalog: Catalog, upsert: Upsert, photos: Sequence[tuple[PhotoFile, PhotoKind]]
) -> AppliedRow:
    """A product that is written already, with its photos, inside a transaction of the caller's."""
    if not photos:
        return AppliedRow(upsert.product_id, upsert.outcome, (), upsert.left_out)
    added = [
        add_photo(catalog, upsert.product_id, file, kind=kind, how=Origin.IMPORT) for file, kind in photos
    ]
    new = [photo.photo for photo in added if photo.is_new]
    for photo in new:
        remove_superseded(catalog, photo)
    changed = new and upsert.outcome is Outcome.UNCHANGED
    return AppliedRow(
        upsert.product_id,
        Outcome.UPDATED if changed else upsert.outcome,
        tuple(photo.id for photo in new),
        upsert.left_out,
    )


def source_sha256(path: Path) -> str:
    """Hash (hex) of a file's bytes; "" if it cannot be read, which importing it will report."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
