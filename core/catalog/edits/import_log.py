"""What an import does to products, remembered as one step, however many transactions it takes.

The step is begun with the first change, so that an import that changes nothing is none; one that was
cancelled or killed is undone as far as it came. Undoing is the business of
:mod:`core.catalog.edits.import_undo`.
"""

import json
from collections.abc import Iterable
from typing import Self

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import EditKind, begin_edit, forget_old_edits, log_change
from core.catalog.edits.product_fields import Field
from core.catalog.edits.product_state import (
    STOCK,
    State,
    differences,
    plain_state_as_json,
    states_by_skus,
    states_of,
)

KEPT_IMPORTS = 20
"""How many imports can be undone: each knows every product that it changed."""


class ImportLog:
    """One import: call :meth:`before` and :meth:`after` around the change of products, in a transaction.

    It is a context: until it is left, nobody takes back what is done so far.

    Args:
        about: the name of the table or folder, for the list of steps.
    """

    def __init__(self, catalog: Catalog, *, about: str, who: str) -> None:
        self._catalog = catalog
        self._about = about
        self.who = who
        self._before: dict[int, State] = {}
        self._last_movement: int | None = None
        self.edit_id: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.edit_id is not None:
            self._catalog.unfinished_edits.discard(self.edit_id)

    def before(self, skus: Iterable[str]) -> None:
        """The products with these SKUs are about to be changed, those that are there; others may be made.

        It may be called again before :meth:`after`, for products that are as they were when it was first.
        """
        self._before |= states_by_skus(self._catalog, map(clean_line, skus))
        if self._last_movement is None:
            (last,) = self._catalog.db.execute("SELECT coalesce(max(id), 0) FROM stock_movements").fetchone()
            self._last_movement = int(last)

    def after(self, product_ids: Iterable[int]) -> None:
        """These were, or were made; all others stayed as they are. Remember how."""
        touched = list(dict.fromkeys(product_ids))
        made = self._made_without_photos(touched)
        others = [product_id for product_id in touched if product_id not in made]
        states = states_of(self._catalog, others)
        movements = self._movements(others)
        for product_id in others:
            if product_id not in states:
                raise ValueError(f"an import made no product {product_id}")
            before, after = differences(self._before.get(product_id), states[product_id])
            if after:
                movement = movements.get(product_id) if STOCK in after else None
                log_change(self._catalog, self._edit(), product_id, Field.PRODUCT, before, after, movement)
        if made:
            self._log_made(made)
        self._before, self._last_movement = {}, None

    def _edit(self) -> int:
        """The key of the step, which is begun when it is first asked for."""
        if self.edit_id is None:
            self.edit_id = begin_edit(self._catalog, EditKind.IMPORT, self.who, about=self._about)
            self._catalog.unfinished_edits.add(self.edit_id)
            forget_old_edits(self._catalog, self.edit_id)
            _forget_old_imports(self._catalog)
        return self.edit_id

    def _made_without_photos(self, product_ids: list[int]) -> set[int]:
        made = [product_id for product_id in product_ids if product_id not in self._before]
        rows = self._catalog.db.execute(
            "SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM photos WHERE product_id = products.id)",
            [json.dumps(made)],
        )
        return {product_id for (product_id,) in rows.fetchall()}

    def _log_made(self, product_ids: set[int]) -> None:
        """Remember products that were made, in one statement: a first import has nothing else."""
        state = plain_state_as_json(self._catalog)
        moved = "(SELECT max(id) FROM stock_movements WHERE product_id = products.id AND id > ?)"
        query = (
            f"SELECT ?, id, ?, 'null', {state}, {moved} FROM products"  # noqa: S608  (SQL of our own)
            " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        )
        self._catalog.db.execute(
            f"INSERT INTO edit_changes (edit_id, product_id, field, before, after, movement_id) {query}",
            [self._edit(), Field.PRODUCT, self._last_movement, json.dumps(list(product_ids))],
        )

    def _movements(self, product_ids: list[int]) -> dict[int, int]:
        """The newest movement of each product that was booked since :meth:`before`."""
        rows = self._catalog.db.execute(
            "SELECT product_id, max(id) FROM stock_movements"
            " WHERE id > ? AND product_id IN (SELECT value FROM json_each(?)) GROUP BY product_id",
            [self._last_movement, json.dumps(product_ids)],
        )
        return dict(rows.fetchall())


def _forget_old_imports(catalog: Catalog) -> None:
    """Forget the imports beyond those that are kept, and what was done before them."""
    catalog.db.execute(
        "DELETE FROM edits WHERE id <="
        " (SELECT id FROM edits WHERE kind = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
        [EditKind.IMPORT, KEPT_IMPORTS],
    )
