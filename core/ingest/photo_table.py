"""Tables of photos with the SKU of the product on each: for adding photos, and for measuring recognition."""

from dataclasses import dataclass
from pathlib import Path

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.catalog.tables.named_photos import NamedPhotos
from core.catalog.tables.profiles.profiles import known_columns
from core.catalog.tables.reading import read_table
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.ingest.product_import import ImportReport, import_entries
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class LabelledPhoto:
    """A photo and the SKU of the product on it; "" if it is said to be of no product of the shop."""

    row: int
    path: Path
    name: str
    sku: str


@dataclass(frozen=True, slots=True)
class PhotoTable:
    """The photos of a table that are there, and what was left out."""

    photos: tuple[LabelledPhoto, ...]
    skipped: tuple[Skipped, ...]


def read_photo_table(path: Path) -> PhotoTable:
    """Read a CSV, TSV or XLSX table with the columns ``sku`` and ``photo``.

    Raises:
        KnownError: it is no table, or lacks one of the two columns.
    """
    table = read_table(path, known_columns())
    columns = {column.casefold(): column for column in reversed(table.columns)}
    if "sku" not in columns or "photo" not in columns:
        raise KnownError(
            message("core", "{file} needs the columns “sku” and “photo”; it has {columns}."),
            file=path.name,
            columns=", ".join(table.columns),
        )
    photos: list[LabelledPhoto] = []
    skipped = list(table.skipped)
    around = NamedPhotos(path.parent)
    for row in table.rows:
        name, sku = row.cells.get(columns["photo"], ""), row.cells.get(columns["sku"], "")
        if not name:
            skipped.append(Skipped(row.number, Sentence(message("core", "The row names no photo."))))
            continue
        for single, place in around.find_all(name):
            if isinstance(place, Sentence):
                skipped.append(Skipped(row.number, place))
            else:
                photos.append(LabelledPhoto(row.number, place, single, sku))
    return PhotoTable(tuple(photos), tuple(skipped))


def add_photos(
    shop: Shop,
    path: Path,
    *,
    kind: PhotoKind = PhotoKind.COUNTER,
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Add the photos of a table to products that the shop has.

    Raises:
        KnownError: it is no such table, the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    table = read_photo_table(path)
    skipped = list(table.skipped)
    by_sku: dict[str, list[LabelledPhoto]] = {}
    for photo in table.photos:
        if photo.sku:
            by_sku.setdefault(photo.sku, []).append(photo)
        else:
            skipped.append(Skipped(photo.row, Sentence(message("core", "The row names no product."))))
    entries = [
        Entry(
            photos[0].row,
            ProductDraft(sku),
            tuple(PhotoSource(photo.path, photo.name, kind) for photo in photos),
            only_known=True,
        )
        for sku, photos in by_sku.items()
    ]
    return import_entries(shop, entries, skipped=skipped, about=path.name, progress=progress)
