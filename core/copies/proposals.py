"""Pairs of products that may be one, by what the catalog alone says of them; cheap, and not yet judged."""

from collections.abc import Hashable, Iterable
from itertools import combinations

from core.catalog.barcodes.written import barcode_problem
from core.catalog.database.catalog import Catalog
from core.copies.wording import wording_of

Pair = tuple[int, int]
"""Two products' keys, the smaller one first."""

MOST_SHARING = 8
"""What more products have in common says nothing of them: a placeholder, a lot number, "Various"."""


def same_barcodes(catalog: Catalog) -> dict[Pair, str]:
    """Products on the shelf that are found under one number, and that number."""
    rows = catalog.db.execute(
        "SELECT code, product_id, barcode FROM product_codes JOIN products ON products.id = product_id"
        " WHERE archived = 0 AND code IN (SELECT code FROM product_codes GROUP BY code HAVING count(*) > 1)"
    ).fetchall()
    proven = ((code, product) for code, product, barcode in rows if barcode_problem(barcode) is None)
    return {pair: str(code) for pair, code in _shared(proven).items()}


def same_photos(catalog: Catalog) -> dict[Pair, str]:
    """Products on the shelf that have a photo of the same content, and its hash."""
    rows = catalog.db.execute(
        "SELECT sha256, product_id FROM photos JOIN products ON products.id = product_id"
        " WHERE archived = 0 AND missing = 0"
        " AND sha256 IN (SELECT sha256 FROM photos GROUP BY sha256 HAVING count(DISTINCT product_id) > 1)"
    ).fetchall()
    return {pair: str(sha256) for pair, sha256 in _shared(rows).items()}


def same_titles(catalog: Catalog) -> set[Pair]:
    """Products on the shelf whose titles say the same words and amounts, in whatever order."""
    rows = catalog.db.execute("SELECT title, id FROM products WHERE archived = 0").fetchall()
    told = ((wording_of(title), product) for title, product in rows)
    return set(_shared((wording, product) for wording, product in told if wording.words))


def _shared(rows: Iterable[tuple[Hashable, int]]) -> dict[Pair, Hashable]:
    """Each two products that have the same, and what that is."""
    having: dict[Hashable, set[int]] = {}
    for same, product in rows:
        having.setdefault(same, set()).add(product)
    return {
        (one, other): same
        for same, products in having.items()
        if 1 < len(products) <= MOST_SHARING
        for one, other in combinations(sorted(products), 2)
    }
