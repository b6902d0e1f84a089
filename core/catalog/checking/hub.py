"""Whether a shop that has joined a hub writes its changes down, and the hub was told of all its products."""

from collections.abc import Iterator

from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.capture import captures
from core.messages import Sentence, message

_MOST_SHOWN = 100


def hub_problems(catalog: Catalog) -> Iterator[Problem]:
    """What the hub does not hear of."""
    if _misses_changes(catalog):
        text = message("core", "Changes of this shop are not written down for the hub that it has joined.")
        yield Problem(Defect.HUB_CAPTURE, Sentence(text))
    for product_id, sku in _products_untold(catalog):
        text = message("core", "The hub was not told of {sku}: leave the hub and join it again.")
        yield Problem(Defect.HUB_UNTOLD, Sentence(text, {"sku": sku}), product_id, can_repair=False)


def _misses_changes(catalog: Catalog) -> bool:
    """Whether the shop has joined a hub, and yet what is changed in it is not written down for it."""
    is_joined = catalog.db.execute("SELECT 1 FROM hub_state").fetchone() is not None
    return is_joined and not captures(catalog.db.conn)


def _products_untold(catalog: Catalog) -> list[tuple[int, str]]:
    """Keys and SKUs of products that no hub was told of, in a shop that has joined one."""
    return catalog.db.execute(
        "SELECT id, sku FROM products WHERE EXISTS (SELECT 1 FROM hub_state)"
        " AND NOT EXISTS (SELECT 1 FROM hub_products WHERE product_id = products.id) ORDER BY id LIMIT ?",
        [_MOST_SHOWN],
    ).fetchall()
