"""What importing a table would change, before anything is changed; and one row of it, carried out.

Planning reads the catalog and hashes the photos' files; it writes nothing. :func:`apply_row` is one
transaction: killed at any moment, a product is imported with its photos' rows or not at all.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, photo_from_source, remove_superseded
from core.catalog.products.products import Outcome, ProductDraft, product_by_sku, would_change
from core.catalog.products.products import upsert_product as _upsert
from core.catalog.tables.parse import Table, TableRow
from core.catalog.tables.photo_references import PhotoReference
from core.catalog.tables.rows import Remark


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """A photo of a row: hash (hex) of its file's bytes, and whether the product has it already."""

    reference: PhotoReference
    source_sha256: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What importing a row would do; new photos alone make it an update."""

    row: int
    draft: ProductDraft
    outcome: Outcome
    photos: tuple[PlannedPhoto, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing a table would do, as shown by ``--dry-run``."""

    rows: tuple[PlannedRow, ...]
    skipped: tuple[Remark, ...]
    notes: tuple[Remark, ...]

    def count(self, outcome: Outcome) -> int:
        """How many products would be created, updated or left as they are."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def new_photos(self) -> int:
        """How many photos would be added."""
        return sum(not photo.is_known for row in self.rows for photo in row.photos)


@dataclass(frozen=True, slots=True)
class AppliedRow:
    """What importing a row did.

    Attributes:
        new_photo_ids: photos that want a vector.
        unused_files: hashes of stored files that no product uses any more.
    """

    product_id: int
    outcome: Outcome
    new_photo_ids: tuple[int, ...]
    unused_files: frozenset[str]


def plan_import(catalog: Catalog, table: Table) -> ImportPlan:
    """What importing ``table`` would change."""
    return ImportPlan(tuple(plan_rows(catalog, table.rows)), table.skipped, table.notes)


def plan_rows(catalog: Catalog, rows: Iterable[TableRow]) -> Iterator[PlannedRow]:
    """The same row by row, each planned when it is asked for: what was applied before counts."""
    for row in rows:
        product = product_by_sku(catalog, row.draft.sku)
        photos = tuple(
            _planned_photo(catalog, product.id if product else None, photo, photo.path)
            for photo in row.photos
            if photo.path is not None
        )
        if product is None:
            outcome = Outcome.CREATED
        elif would_change(product, row.draft) or not all(photo.is_known for photo in photos):
            outcome = Outcome.UPDATED
        else:
            outcome = Outcome.UNCHANGED
        yield PlannedRow(row.number, row.draft, outcome, photos)


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
        upsert = _upsert(catalog, draft, who=who)
        added = [add_photo(catalog, upsert.product_id, file, kind=kind) for file, kind in photos]
        unused = {file for photo in added if photo.is_new for file in remove_superseded(catalog, photo.photo)}
        new_ids = tuple(photo.photo.id for photo in added if photo.is_new)
        changed = new_ids and upsert.outcome is Outcome.UNCHANGED
        return AppliedRow(
            upsert.product_id, Outcome.UPDATED if changed else upsert.outcome, new_ids, frozenset(unused)
        )


def source_sha256(path: Path) -> str:
    """Hash (hex) of a file's bytes; "" if it cannot be read, which importing it will report."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _planned_photo(
    catalog: Catalog, product_id: int | None, reference: PhotoReference, path: Path
) -> PlannedPhoto:
    sha256 = source_sha256(path)
    known = product_id is not None and photo_from_source(catalog, product_id, sha256) is not None
    return PlannedPhoto(reference, sha256, known)
