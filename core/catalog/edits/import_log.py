"""What an import does to products, remembered as one step, however many transactions it takes.

The step is begun with the first change, so that an import that changes nothing is none; one that was
cancelled or killed is undone as far as it came. Undoing is the business of
:mod:`core.catalog.edits.import_undo`.
"""

from core.catalog.clean_text import clean_line
from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import EditKind, begin_edit, forget_old_edits, log_change
from core.catalog.edits.product_fields import Field
from core.catalog.edits.product_state import STOCK, State, differences, state_by_sku, state_of

KEPT_IMPORTS = 20
"""How many imports can be undone: each knows every product that it changed."""


class ImportLog:
    """One import: call :meth:`before` and :meth:`after` around the change of each product, in a transaction.

    Args:
        about: the name of the table or folder, for the list of steps.
    """

    def __init__(self, catalog: Catalog, *, about: str, who: str) -> None:
        self._catalog = catalog
        self._about = about
        self.who = who
        self._before: State | None = None
        self._last_movement = 0
        self.edit_id: int | None = None

    def before(self, sku: str) -> None:
        """The product with this SKU is about to be changed, or made."""
        self._before = state_by_sku(self._catalog, clean_line(sku))
        self._last_movement = _newest_movement(self._catalog)

    def after(self, product_id: int) -> None:
        """It was; remember how."""
        now = state_of(self._catalog, product_id)
        if now is None:
            raise ValueError(f"an import made no product {product_id}")
        before, after = differences(self._before, now)
        if not after:
            return
        if self.edit_id is None:
            self.edit_id = begin_edit(self._catalog, EditKind.IMPORT, self.who, about=self._about)
            forget_old_edits(self._catalog, self.edit_id)
            _forget_old_imports(self._catalog)
        movement = _newest_movement(self._catalog, product_id) if STOCK in after else 0
        log_change(
            self._catalog,
            self.edit_id,
            product_id,
            Field.PRODUCT,
            before,
            after,
            movement if movement > self._last_movement else None,
        )


def _newest_movement(catalog: Catalog, product_id: int | None = None) -> int:
    one = "SELECT coalesce(max(id), 0) FROM stock_movements"
    row = (
        catalog.db.execute(one).fetchone()
        if product_id is None
        else catalog.db.execute(f"{one} WHERE product_id = ?", [product_id]).fetchone()
    )
    return int(row[0])


def _forget_old_imports(catalog: Catalog) -> None:
    """Forget the imports beyond those that are kept, and what was done before them."""
    catalog.db.execute(
        "DELETE FROM edits WHERE id <="
        " (SELECT id FROM edits WHERE kind = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
        [EditKind.IMPORT, KEPT_IMPORTS],
    )
