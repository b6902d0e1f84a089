"""Tags: a set for each product; of giving and taking one tag the later holds, other tags do not matter."""

from collections.abc import Iterable
from dataclasses import replace

from core.catalog.database.catalog import Catalog
from core.catalog.tags.tag_names import clean_tag
from core.errors import KnownError
from core.hub.change import Change, MalformedChangeError
from core.hub.merging.known_products import KnownProduct


def apply_tag(catalog: Catalog, product: KnownProduct, change: Change) -> None:
    """Give a live product a tag, or take it, in the caller's transaction.

    Raises:
        MalformedChangeError: no tag that a till of ours gives.
    """
    _set(catalog, product, _clean(change.text("tag")), change.id, gained=change.whole("gained") == 1)


def give_first_tags(catalog: Catalog, product: KnownProduct, tags: Iterable[str], change: Change) -> None:
    """Give a product the tags that it was made with."""
    for tag in tags:
        _set(catalog, replace(product, made=""), _clean(tag), change.id, gained=True)


def _set(catalog: Catalog, product: KnownProduct, tag: str, change: str, *, gained: bool) -> None:
    db = catalog.db
    row = db.execute(
        "SELECT change FROM hub_tags WHERE uid = ? AND tag = lower(?)", [product.uid, tag]
    ).fetchone()
    if change <= (product.made if row is None else row[0]):
        return
    db.execute("DELETE FROM product_tags WHERE product_id = ? AND tag = ?", [product.product_id, tag])
    if gained:
        db.execute("INSERT INTO product_tags (product_id, tag) VALUES (?, ?)", [product.product_id, tag])
    db.execute(
        "INSERT INTO hub_tags (uid, tag, change) VALUES (?, lower(?), ?)"
        " ON CONFLICT (uid, tag) DO UPDATE SET change = excluded.change",
        [product.uid, tag, change],
    )


def _clean(tag: str) -> str:
    try:
        return clean_tag(tag)
    except KnownError as error:
        raise MalformedChangeError("tag") from error
