"""The tags that the products of a shop have, and how the shop spells them."""

from collections.abc import Iterable, Mapping

from core.catalog.tags.tag_names import clean_tag
from core.shop.shop import Shop


def all_tags(shop: Shop) -> dict[int, tuple[str, ...]]:
    """The tags of every product that has any and is not archived, by the product's id."""
    tags: dict[int, tuple[str, ...]] = {}
    for product_id, tag in shop.catalog.db.execute(
        "SELECT product_id, tag FROM product_tags"
        " WHERE product_id NOT IN (SELECT id FROM products WHERE archived = 1) ORDER BY product_id, tag"
    ).fetchall():
        tags[product_id] = (*tags.get(product_id, ()), tag)
    return tags


def tags_by_use(tags: Mapping[int, Iterable[str]]) -> tuple[str, ...]:
    """Every tag that some product has, the most frequent first."""
    counts: dict[str, int] = {}
    for own in tags.values():
        for tag in own:
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))


def as_spelled(tags: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Clean names, each once, spelled as the shop spells them already.

    Raises:
        KnownError: a name is no name.
    """
    spelled = {tag.casefold(): tag for tag in known}
    names = (clean_tag(tag) for tag in tags)
    return tuple(dict.fromkeys(spelled.get(name.casefold(), name) for name in names))
