"""A number for a product that has none yet."""

import re

from core.catalog.database.catalog import Catalog

_NUMBERED = re.compile(r"(.*?)([0-9]{1,12})")


def free_sku(catalog: Catalog) -> str:
    """The number after that of the product made last, written alike: ``AB-0099`` is followed by ``AB-0100``.

    ``P-0001`` and so on in a shop whose last product has no number in its SKU. Archived products count:
    their numbers are not given twice.
    """
    row = catalog.db.execute("SELECT sku FROM products ORDER BY id DESC LIMIT 1").fetchone()
    match = _NUMBERED.fullmatch(row[0]) if row else None
    prefix, digits = match.groups() if match else ("P-", "0000")
    number = int(digits) + 1
    while _is_taken(catalog, sku := f"{prefix}{number:0{len(digits)}d}"):
        number += 1
    return sku


def _is_taken(catalog: Catalog, sku: str) -> bool:
    return catalog.db.execute("SELECT 1 FROM products WHERE sku = ?", [sku]).fetchone() is not None
