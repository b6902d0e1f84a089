"""Products whose own words name goods that the shop never sells: asked anew each time, as titles change.

Looked at are title, category, brand and tags of the products on the shelf, with or without a photo.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.forbidden.named import NamedGoods

_NAMED = message("core", "The product is called “{title}”: “{word}” is never sold here.")
_TOLD = message("core", "The product's category, brand or tags say “{word}”, which is never sold here.")


@dataclass(frozen=True, slots=True)
class NamedProduct:
    """A product whose words name such goods.

    Attributes:
        photo: hash of its first photo; "" without one.
    """

    product_id: int
    sku: str
    title: str
    photo: str
    findings: tuple[Finding, ...]


def named_products(catalog: Catalog, hashes: Sequence[str] | None = None) -> list[NamedProduct]:
    """All of them, by their keys; with ``hashes`` those alone that have one of these photos."""
    goods = NamedGoods(catalog)
    if goods.is_empty:
        return []
    photos = "SELECT product_id FROM photos WHERE sha256 IN (SELECT value FROM json_each(?))"
    chosen = "" if hashes is None else f"AND id IN ({photos})"
    rows = catalog.db.execute(
        "SELECT id, sku, title, category || char(10) || brand || char(10) || ifnull((SELECT"  # noqa: S608
        " group_concat(tag, char(10)) FROM product_tags WHERE product_id = products.id), '') AS said,"
        " ifnull((SELECT sha256 FROM photos WHERE product_id = products.id AND missing = 0"
        " ORDER BY position LIMIT 1), '')"
        f" FROM products WHERE archived = 0 {chosen} ORDER BY id",
        [] if hashes is None else [json.dumps(list(hashes))],
    ).fetchall()
    found = []
    for product_id, sku, title, said, photo in rows:
        in_title = goods.words_in(title)
        told = [Sentence(_NAMED, {"title": title, "word": word}) for word in in_title]
        told += [Sentence(_TOLD, {"word": word}) for word in goods.words_in(said) if word not in in_title]
        if told:
            findings = tuple(Finding(FindingKind.FORBIDDEN, 1.0, text) for text in told)
            found.append(NamedProduct(product_id, sku, title, photo, findings))
    return found
