"""Products of a web shop that gained or lost options since the last import.

Such a product has SKUs that we made of its handle and options (:class:`MadeSkus`), so with other options it
would be another product: the one before would stay on the shelf, and nobody could sell it. One that became
one other keeps its photos, stock and history under the new SKU; all else that is gone is archived and named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.catalog.clean_text import clean_line
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key
from core.catalog.edits.import_log import ImportLog
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.tables.entries import Entry
from core.catalog.tables.profiles.variants import is_made_of
from core.catalog.tables.rows import Skipped
from core.messages import Sentence, message

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class ChangedOptions:
    """What follows from a table for products that the shop has.

    Attributes:
        renamed: new SKU to the one that the product has now.
        archived: SKUs of products that are gone.
        notes: what a person should know.
    """

    renamed: Mapping[str, str]
    archived: tuple[str, ...]
    notes: tuple[Skipped, ...]


def changed_options(catalog: Catalog, entries: Sequence[Entry]) -> ChangedOptions:
    """Compare a table's products with the shop's; nothing is changed."""
    in_table = {clean_line(entry.draft.sku) for entry in entries}
    families: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.made_of:
            families.setdefault(entry.made_of, []).append(entry)
    renamed: dict[str, str] = {}
    archived: list[str] = []
    notes: list[Skipped] = []
    for family, members in families.items():
        gone = [sku for sku in _made_before(catalog, family) if sku not in in_table]
        if not gone:
            continue
        first = members[0]
        if len(gone) == len(members) == 1 and product_by_sku(catalog, clean_line(first.draft.sku)) is None:
            renamed[clean_line(first.draft.sku)] = gone[0]
            kept = message("core", "The product {before} has other options now: it goes on as {after}.")
            notes.append(Skipped(first.row, Sentence(kept, {"before": gone[0], "after": first.draft.sku})))
            continue
        archived += gone
        taken = message("core", "{gone} has other options now and was archived; the table has {now}.")
        now = [member.draft.sku for member in members]
        notes.append(Skipped(first.row, Sentence(taken, {"gone": _named(gone), "now": _named(now)})))
    return ChangedOptions(renamed, tuple(archived), tuple(notes))


def archive_gone(catalog: Catalog, changed: ChangedOptions, log: ImportLog) -> None:
    """Take the products off the shelf that the table has no more, as part of the import's step."""
    with catalog.transaction():
        for sku in changed.archived:
            product = product_by_sku(catalog, sku)
            if product is not None:
                log.before([sku])
                set_archived(catalog, [product.id])
                log.after([product.id])


def rename(catalog: Catalog, old: str, new: str) -> None:
    """Give a product its new SKU, inside the transaction that imports it."""
    catalog.db.execute(
        "UPDATE products SET sku = ?, sku_key = ?, updated = ? WHERE sku = ?",
        [new, sku_key(new), utc_now(), old],
    )


def _made_before(catalog: Catalog, family: str) -> list[str]:
    """SKUs of live products that we made of this handle, by what they are called."""
    rows = catalog.db.execute(
        "SELECT sku, title FROM products"
        " WHERE (sku = ? OR (sku > ? AND sku < ?)) AND archived = 0 ORDER BY sku",
        [family, f"{family}-", f"{family}."],  # "." is the sign behind "-"
    )
    return [sku for sku, title in rows.fetchall() if is_made_of(family, sku, title)]


def _named(skus: Iterable[str]) -> str:
    names = list(skus)
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
