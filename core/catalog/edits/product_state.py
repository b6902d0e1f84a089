"""All that a product is at one moment, as plain JSON: taken, compared, and brought back.

What an import changes is remembered so, whole, whatever columns the table of products has by now. An edit by
hand names its fields instead (:mod:`core.catalog.edits.product_fields`).
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, Literal

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.edits.product_fields import Field, photo_states, photo_values, write

State = dict[str, Any]
"""Value by column of ``products``, ``tags`` and ``photos``; the stock is in it, its movements are not."""

TAGS, PHOTOS, STOCK, UNIT = "tags", "photos", "stock_milli", "unit"
_OF_THE_MOMENT = ("id", "updated")
_TAGS = """(SELECT json_group_array(tag) FROM
    (SELECT tag FROM product_tags WHERE product_id = products.id ORDER BY tag))"""
_QUERY = f"SELECT products.*, {_TAGS} AS tags FROM products WHERE"  # noqa: S608


def state_of(catalog: Catalog, product_id: int) -> State | None:
    """The product as it is now; None if there is none."""
    return states_of(catalog, [product_id]).get(product_id)


def states_of(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, State]:
    """The products with these keys as they are now; those that are not there are left out."""
    return _states(catalog, "id", list(product_ids))


def states_by_skus(catalog: Catalog, skus: Iterable[str]) -> dict[int, State]:
    """The same by their SKUs, which must be clean; each by its key."""
    return _states(catalog, "sku", list(skus))


def plain_state_as_json(catalog: Catalog) -> str:
    """SQL: what :func:`states_of` has of a row of ``products``, as JSON, where it has no photos."""
    columns = catalog.db.execute("SELECT * FROM products LIMIT 0").description
    names = [name for (name, *_rest) in columns if name not in _OF_THE_MOMENT]
    values = ", ".join(f"'{name}', products.{name}" for name in names)
    return f"json_object({values}, '{TAGS}', json({_TAGS}), '{PHOTOS}', json('[]'))"


def differences(before: State | None, after: State) -> tuple[State | None, State]:
    """Both, with only what differs; all of ``after`` where the product was not there before."""
    if before is None:
        return None, after
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}


def still_has(state: State, values: State) -> bool:
    """Whether nobody has changed since what ``values`` says; further tags, and the stock, do not count."""
    return all(state.get(name) == value for name, value in values.items() if name not in (TAGS, STOCK))


def has_tags(state: State, gained: State, lost: State) -> bool:
    """Whether the product still has the tags that it gained, and none of those that it lost."""
    fold: Callable[[str], str] = str.casefold
    new, old = (set(map(fold, tags.get(TAGS) or ())) for tags in (gained, lost))
    present = set(map(fold, state[TAGS]))
    return new - old <= present and not (old - new) & present


def bring_back(catalog: Catalog, product_id: int, present: State, wanted: State) -> None:
    """Give a product what ``wanted`` says instead of ``present``; its stock is not touched."""
    columns = [name for name in wanted if name not in (TAGS, PHOTOS, STOCK)]
    sets = ", ".join(f"{name} = ?" for name in (*columns, "updated"))
    catalog.db.execute(
        f"UPDATE products SET {sets} WHERE id = ?",  # noqa: S608  (columns of the table)
        [*(wanted[name] for name in columns), utc_now(), product_id],
    )
    for name, field in ((TAGS, Field.TAGS), (PHOTOS, Field.PHOTOS)):
        if name in wanted:
            write(catalog, product_id, field, present.get(name) or [], wanted[name] or [])


def make_again(catalog: Catalog, product_id: int, state: State) -> None:
    """Make a product that was taken out, under its old key, without its stock."""
    columns = [name for name in state if name not in (TAGS, PHOTOS, STOCK)]
    names = ", ".join(("id", "updated", *columns))
    marks = ", ".join("?" * (len(columns) + 2))
    catalog.db.execute(
        f"INSERT INTO products ({names}) VALUES ({marks})",  # noqa: S608  (columns of the table)
        [product_id, utc_now(), *(state[name] for name in columns)],
    )
    bring_back(catalog, product_id, {}, {TAGS: state[TAGS], PHOTOS: state[PHOTOS]})


def _states(catalog: Catalog, key: Literal["id", "sku"], values: list[int] | list[str]) -> dict[int, State]:
    cursor = catalog.db.execute(
        f"{_QUERY} {key} IN (SELECT value FROM json_each(?))",  # noqa: S608  (one of two columns)
        [json.dumps(values)],
    )
    names = [column[0] for column in cursor.description]
    found: dict[int, State] = {}
    for row in cursor.fetchall():
        state = dict(zip(names, row, strict=True))
        found[state["id"]] = state
    photos = photo_states(catalog, found)
    for product_id, state in found.items():
        state[TAGS] = json.loads(state[TAGS])
        state[PHOTOS] = photo_values(photos.get(product_id, ()))
        for name in _OF_THE_MOMENT:
            del state[name]
    return found
