"""A folder of photos taken in the shop: each sub-folder holds those of one product, whose name it bears.

The name is the product's SKU, one of its barcodes, or its title; exactly, or as people mistype it. What names
no product, or several, is told and left out: nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.products import Product, products_by_barcode, products_by_ids
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.files.below import files_below
from core.imaging.picture_kinds import CANNOT_OPEN, OTHER_PICTURE_ENDINGS, PICTURE_ENDINGS
from core.ingest.folder import NO_PICTURES
from core.ingest.product_import import ImportReport, import_entries
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

_UNKNOWN = message("core", "No product is called so: name the folder by its number, barcode or title.")
_SEVERAL = message("core", "Several products are called so: name the folder by the number of one.")
_LOOSE = message("core", "It lies in no product's folder.")


@dataclass(frozen=True, slots=True)
class NamedFolder:
    """A sub-folder with pictures.

    Attributes:
        product: the live product that its name names; None where ``problem`` says why there is none.
        pictures: in it and below it, sorted.
    """

    name: str
    product: Product | None
    pictures: tuple[Path, ...]
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class PhotoFolder:
    """What a folder holds, before anything is done with it; ``skipped``, what is left out in any case."""

    path: Path
    folders: tuple[NamedFolder, ...]
    skipped: tuple[Skipped, ...]

    @property
    def known(self) -> tuple[NamedFolder, ...]:
        """Those that name a product."""
        return tuple(folder for folder in self.folders if folder.product is not None)

    @property
    def unknown(self) -> tuple[NamedFolder, ...]:
        """Those that name none, or several."""
        return tuple(folder for folder in self.folders if folder.product is None)


def read_photo_folder(catalog: Catalog, path: Path) -> PhotoFolder:
    """Look through ``path`` and find the product of each sub-folder; writes nothing.

    A folder without sub-folders is itself one of a product.

    Raises:
        KnownError: there is no picture in it, or it cannot be read.
    """
    inside: dict[str, list[Path]] = defaultdict(list)
    loose: list[Path] = []
    skipped: list[Skipped] = []
    for picture in sorted(files_below(path, (*PICTURE_ENDINGS, *OTHER_PICTURE_ENDINGS))):
        inner = picture.relative_to(path)
        if picture.suffix.lower() in OTHER_PICTURE_ENDINGS:
            skipped.append(Skipped(inner.as_posix(), Sentence(CANNOT_OPEN)))
        elif len(inner.parts) > 1:
            inside[inner.parts[0]].append(picture)
        else:
            loose.append(picture)
    if loose and not inside:
        inside[path.resolve().name], loose = loose, []
    if not inside:
        raise KnownError(NO_PICTURES, folder=path)
    skipped += [Skipped(picture.name, Sentence(_LOOSE)) for picture in loose]
    names = _Names(catalog)
    folders = [_named(names, name, pictures) for name, pictures in inside.items()]
    return PhotoFolder(path, tuple(folders), tuple(skipped))


def add_photo_folder(
    shop: Shop,
    found: PhotoFolder,
    *,
    kind: PhotoKind = PhotoKind.COUNTER,
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Give the pictures to their products; one step for undo. Pictures that these have already are left out.

    Raises:
        KnownError: the shop is read-only, or the disk is full.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    pictures: dict[str, list[tuple[str, Path]]] = defaultdict(list)
    for folder in found.folders:  # two may name one product, by its number and by its title
        if folder.product is not None:
            pictures[folder.product.sku] += [(folder.name, picture) for picture in folder.pictures]
    entries = [
        Entry(
            own[0][0],
            ProductDraft(sku),
            tuple(
                PhotoSource(picture, picture.relative_to(found.path).as_posix(), kind) for _, picture in own
            ),
            only_known=True,
        )
        for sku, own in pictures.items()
    ]
    left_out = [Skipped(folder.name, folder.problem) for folder in found.unknown if folder.problem]
    return import_entries(
        shop,
        entries,
        skipped=[*left_out, *found.skipped],
        about=found.path.resolve().name,
        who=who,
        progress=progress,
    )


class _Names:
    """The live products by what they are called; each table is read once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        rows = catalog.db.execute("SELECT id, sku, title FROM products WHERE NOT archived").fetchall()
        self._exact = _by_key((product_id, sku) for product_id, sku, _ in rows)
        self._sku = _by_key((product_id, sku_key(sku)) for product_id, sku, _ in rows)
        self._title = _by_key((product_id, sku_key(title)) for product_id, _, title in rows)

    def called(self, name: str) -> list[Product]:
        """The products that the first kind of name which fits at all names."""
        key = sku_key(name)
        for found in (
            self._exact.get(name.strip(), ()),
            [product.id for product in products_by_barcode(self._catalog, name)],
            self._sku.get(key, ()),
            self._title.get(key, ()),
        ):
            if found:
                return products_by_ids(self._catalog, found)
        return []


def _by_key(named: Iterable[tuple[int, str]]) -> Mapping[str, list[int]]:
    ids: dict[str, list[int]] = defaultdict(list)
    for product_id, key in named:
        if key:
            ids[key].append(product_id)
    return ids


def _named(names: _Names, name: str, pictures: list[Path]) -> NamedFolder:
    products = names.called(name)
    if len(products) == 1:
        return NamedFolder(name, products[0], tuple(pictures))
    return NamedFolder(name, None, tuple(pictures), Sentence(_SEVERAL if products else _UNKNOWN))
