"""Rows of a source that name a product which was merged into another: they are about that one now."""

from collections.abc import Sequence
from dataclasses import replace

from core.catalog.barcodes.written import code_keys
from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, product_by_id
from core.catalog.tables.entries import Entry
from core.catalog.tables.rows import Skipped
from core.messages import Sentence, message

_TAKEN_OVER = message("core", "{sku} was merged into {kept}: the row went to that product.")
_NAMED_TOO = message(
    "core", "{sku} was merged into {kept}, which another row is about: the row was left out."
)


def about_kept_products(catalog: Catalog, entries: Sequence[Entry]) -> tuple[list[Entry], list[Skipped]]:
    """The entries, those of merged products under the SKU of the one that took over; and what to say of it.

    Where that one has a row of its own, it is the one that counts. A row that says itself that its product is
    archived, as our own export does, stays with that product. Nothing is changed in the catalog.
    """
    kept_by_sku = _kept_by_sku(catalog)
    if not kept_by_sku:
        return list(entries), []
    named = {sku for entry in entries if (sku := clean_line(entry.draft.sku)) not in kept_by_sku}
    found: list[Entry] = []
    notes: list[Skipped] = []
    for entry in entries:
        sku = clean_line(entry.draft.sku)
        kept = kept_by_sku.get(sku)
        if kept is None or entry.draft.archived:
            found.append(entry)
            continue
        is_left_out = kept.sku in named and not entry.only_known  # a photo takes nothing from another row
        note = _NAMED_TOO if is_left_out else _TAKEN_OVER
        notes.append(Skipped(entry.row, Sentence(note, {"sku": sku, "kept": kept.sku})))
        if not is_left_out:
            named.add(kept.sku)
            found.append(_about(kept, entry))
    return found, notes


def _about(kept: Product, entry: Entry) -> Entry:
    """A merge has joined the barcodes: one that is among them does not take the others' place."""
    barcode = entry.draft.barcode
    is_known = barcode is not None and set(code_keys(barcode)) <= set(code_keys(kept.barcode))
    return replace(entry, draft=replace(entry.draft, sku=kept.sku, barcode=None if is_known else barcode))


def _kept_by_sku(catalog: Catalog) -> dict[str, Product]:
    """The product that took over in the end, by the SKU of each that was merged."""
    rows = catalog.db.execute(
        "WITH RECURSIVE merged (sku, kept) AS ("
        " SELECT sku, merged_into FROM products"
        " WHERE merged_into IS NOT NULL AND archived = 1"  # put back on the shelf it is itself again
        " UNION SELECT merged.sku, products.merged_into FROM merged JOIN products ON products.id = kept"
        " WHERE products.merged_into IS NOT NULL)"
        " SELECT merged.sku, kept FROM merged JOIN products ON products.id = kept"
        " WHERE products.merged_into IS NULL"
    ).fetchall()
    kept = {key: product_by_id(catalog, key) for _sku, key in rows}
    return {sku: product for sku, key in rows if (product := kept[key]) is not None}
