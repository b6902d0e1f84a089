"""Products with their photos into a shop, whatever they come from.

A source (a table, a folder) is turned into entries. Their photos are prepared ahead, and groups of entries
are written in one transaction each. Killed at any moment, the shop holds whole entries only; photos that
were not embedded yet are embedded by the next import.
"""

import time
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.edits.import_log import ImportLog
from core.catalog.photos.faces import note_faces
from core.catalog.photos.photos import PhotoKind, photos_by_ids
from core.catalog.products.products import Product, products_by_skus
from core.catalog.products.upsert import (
    Change,
    Outcome,
    Upsert,
    change_of,
    make_products,
    write_change,
)
from core.catalog.tables.entries import AppliedRow, Entry, with_photos
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.files.os_errors import DiskFullError
from core.imaging.in_advance import in_advance, worker_pool
from core.imaging.preprocess import Preprocessing
from core.ingest.changed_options import ChangedOptions, archive_gone, changed_options, rename
from core.ingest.joined_entries import joined_entries
from core.ingest.merged_rows import about_kept_products
from core.ingest.photo_pipeline import (
    PreparedPhoto,
    VectorWriter,
    embed_missing,
    prepare_photo,
)
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_STAGE = message("core", "Importing products")

GROUP_ENTRIES = 1024
GROUP_PHOTOS = 32
"""What is written in one transaction, which waits for the disk once: so many entries, or fewer if they have
so many photos together, whose tensors wait in memory."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do.

    Attributes:
        products: how many products the source holds; ``created``, ``updated`` and ``unchanged`` add up to it.
        photos: how many photos of theirs are in the shop now; ``photos_added`` were not before.
        skipped: rows and photos that were left out; the rest went on.
        notes: what a person should know of the whole source: what was guessed, which part of it was read.
        seconds: how long it took.
        step: the key of the step that takes it back; None if it changed nothing.
    """

    products: int
    created: int
    updated: int
    unchanged: int
    photos: int
    photos_added: int
    skipped: tuple[Skipped, ...]
    notes: tuple[Sentence, ...]
    seconds: float
    step: int | None = None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An entry's photos that are kept in the shop's files, each with its kind, and what went wrong."""

    photos: tuple[tuple[PreparedPhoto, PhotoKind], ...]
    failures: tuple[Sentence, ...]


_NO_PHOTOS = _Prepared((), ())
_Target = Upsert | tuple[int, Change] | None
"""An entry's product: made just now, or its key with what changes of it; None if the shop has none."""


class Tally:
    """Counts while an import runs, or is planned; ``outcomes``, of each product of the source."""

    def __init__(self, skipped: Sequence[Skipped], notes: Sequence[Sentence] = ()) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.photos = 0
        self.photos_added = 0
        self.skipped = list(skipped)
        self.notes = tuple(notes)
        self._start = time.perf_counter()

    def report(self, step: int | None = None) -> ImportReport:
        """What was counted so far."""
        return ImportReport(
            products=self.outcomes.total(),
            created=self.outcomes[Outcome.CREATED],
            updated=self.outcomes[Outcome.UPDATED],
            unchanged=self.outcomes[Outcome.UNCHANGED],
            photos=self.photos,
            photos_added=self.photos_added,
            skipped=tuple(self.skipped),
            notes=self.notes,
            seconds=time.perf_counter() - self._start,
            step=step,
        )


def import_entries(
    shop: Shop,
    entries: Sequence[Entry],
    *,
    skipped: Sequence[Skipped] = (),
    notes: Sequence[Sentence] = (),
    about: str = "",
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Bring the entries into the shop, and its index up to date; all of it is one step for undo.

    Args:
        about: the name of the table or folder.
        skipped: what the source left out already; it is added to the report.
        notes: what a person should know of the source; they are in the report, too.
        who: whose stock movements these are.

    Raises:
        KnownError: the shop is read-only, the disk is full, or the model cannot be loaded.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    shop.require_writable()
    entries, moved = about_kept_products(shop.catalog, entries)
    entries = joined_entries(entries)
    tally = Tally([*skipped, *moved], notes)
    network = shop.network  # one for all: a lesson may be put in use meanwhile
    writer = VectorWriter(shop, network)
    log = ImportLog(shop.catalog, about=about, who=who)
    changed = changed_options(shop.catalog, entries)
    tally.skipped += changed.notes
    with log, worker_pool() as pool:
        archive_gone(shop.catalog, changed, log)
        pictured = [entry for entry in entries if entry.photos]
        recipe, blurs = network.spec.preprocessing, shop.faces.is_wanted
        ready = in_advance(pool, lambda entry: _prepare(shop, entry, recipe, blurs=blurs), pictured)
        group: list[tuple[Entry, _Prepared]] = []
        photos = 0
        for done, entry in enumerate(entries):
            report(progress, _STAGE, done, len(entries))
            group.append((entry, next(ready)[1].result() if entry.photos else _NO_PHOTOS))
            photos += len(entry.photos)
            if len(group) >= GROUP_ENTRIES or photos >= GROUP_PHOTOS:
                _write_group(shop, group, changed, log, tally, writer)
                group, photos = [], 0
        _write_group(shop, group, changed, log, tally, writer)
    writer.flush()
    report(progress, _STAGE, len(entries), len(entries))
    tally.skipped += embed_missing(shop, progress)
    _renew_index(shop, progress)
    return tally.report(log.edit_id)


def _prepare(shop: Shop, entry: Entry, recipe: Preprocessing, *, blurs: bool) -> _Prepared:
    photos, failures = [], []
    for source in entry.photos:
        try:
            ready = prepare_photo(shop, source.path, source.name, source.kind, recipe, blurs=blurs)
            photos.append((ready, source.kind))
        except DiskFullError:
            raise
        except KnownError as error:
            failures.append(error.sentence)
    return _Prepared(tuple(photos), tuple(failures))


def _write_group(
    shop: Shop,
    group: Sequence[tuple[Entry, _Prepared]],
    changed: ChangedOptions,
    log: ImportLog,
    tally: Tally,
    writer: VectorWriter,
) -> None:
    """Write entries in one transaction, then hand their new photos to the network."""
    catalog = shop.catalog
    seen: dict[int, NDArray[np.float32]] = {}
    touched: list[int] = []
    with catalog.transaction():
        skus = [clean_line(entry.draft.sku) for entry, _prepared in group]
        renamed = {sku: before for sku in skus if (before := changed.renamed.get(sku)) is not None}
        log.before(renamed.values())
        for sku, before in renamed.items():
            rename(catalog, before, sku)
        known = products_by_skus(catalog, skus)
        made = _make_new(catalog, skus, group, known, log.who)
        changes = _changes(skus, group, known)
        changing = {
            skus[place]
            for place, (_product_id, change) in changes.items()
            if group[place][1].photos or not change.is_nothing
        }
        log.before(changing.difference(renamed))
        for place, (sku, (entry, prepared)) in enumerate(zip(skus, group, strict=True)):
            tally.skipped += [Skipped(entry.row, sentence) for sentence in prepared.failures]
            if prepared.photos:
                note_faces(catalog, {photo.file.sha256: photo.faces for photo, _kind in prepared.photos})
            product = made.get(place) or changes.get(place)
            applied = _write(catalog, product, entry, prepared, log.who, tally)
            if applied is None:
                continue
            if applied.outcome is not Outcome.UNCHANGED or sku in renamed:
                touched.append(applied.product_id)
            by_file = {photo.file.sha256: photo.looks for photo, _kind in prepared.photos}
            for photo in photos_by_ids(catalog, applied.new_photo_ids) if applied.new_photo_ids else ():
                looks = by_file[photo.sha256]
                if looks is not None:
                    seen[photo.id] = looks
        log.after(touched)
    for photo_id, looks in seen.items():
        writer.add(photo_id, looks)


def _make_new(
    catalog: Catalog,
    skus: Sequence[str],
    group: Sequence[tuple[Entry, _Prepared]],
    known: Container[str],
    who: str,
) -> dict[int, Upsert]:
    """Make the products that the shop does not have, of the entries that may; by their places."""
    makers = [
        place
        for place, (sku, (entry, prepared)) in enumerate(zip(skus, group, strict=True))
        if sku not in known and not entry.only_known and not _lacks_photo(entry, prepared)
    ]
    drafts = [group[place][0].draft for place in makers]
    return dict(zip(makers, make_products(catalog, drafts, who=who), strict=True))


def _changes(
    skus: Sequence[str], group: Sequence[tuple[Entry, _Prepared]], known: Mapping[str, Product]
) -> dict[int, tuple[int, Change]]:
    """The keys of the products that the shop has, and what their entries change of them; by place."""
    return {
        place: (product.id, change_of(product, entry.draft))
        for place, (sku, (entry, prepared)) in enumerate(zip(skus, group, strict=True))
        if (product := known.get(sku)) is not None and not _lacks_photo(entry, prepared)
    }


def _lacks_photo(entry: Entry, prepared: _Prepared) -> bool:
    return entry.only_with_photo and not prepared.photos


def _write(
    catalog: Catalog,
    product: _Target,
    entry: Entry,
    prepared: _Prepared,
    who: str,
    tally: Tally,
) -> AppliedRow | None:
    """Write one entry; None if it is left out.

    Args:
        product: the one that it is about; None where there is none and none may be made of it.
    """
    if product is None:
        if not _lacks_photo(entry, prepared):
            unknown = message("core", "There is no product with the SKU “{sku}” in this shop.")
            tally.skipped.append(Skipped(entry.row, Sentence(unknown, {"sku": entry.draft.sku})))
        return None
    files = [(photo.file, kind) for photo, kind in prepared.photos]
    if isinstance(product, tuple):
        product_id, change = product
        product = write_change(catalog, product_id, change, who=who)
    applied = with_photos(catalog, product, files)
    tally.skipped += [Skipped(entry.row, sentence) for sentence in applied.left_out]
    tally.outcomes[applied.outcome] += 1
    tally.photos += len(files)
    tally.photos_added += len(applied.new_photo_ids)
    return applied


def _renew_index(shop: Shop, progress: ReportProgress) -> None:
    """Forget replaced photos and find restored products; then a new generation, if there is none that fits.

    None fits where there is none yet, or where the fresh tail has grown long.
    """
    shop.refresh_index()
    index = shop.index()
    if index.count and (index.generation_number == 0 or index.wants_rebuild()):
        shop.rebuild_index(progress=progress)
