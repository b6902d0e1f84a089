"""An import of sales taken back: its lines go, its stock movements are undone."""

from core.catalog.database.erasing import erasing
from core.catalog.edits.edit_log import Edit
from core.catalog.sales.customers import drop_unused
from core.catalog.sales.receipts import import_of_edit, remove_import
from core.catalog.stock import movement_by_id, undo_movement
from core.shop.shop import Shop


def take_back_sales(shop: Shop, edit: Edit, *, who: str) -> None:
    """Take back what the import of sales ``edit`` brought, all or none.

    A movement that was undone on its own before stays so. There is no step that could be done again: the file
    can be imported anew.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with erasing(shop.catalog) as db:
        rows = db.execute(
            "SELECT movement_id FROM edit_changes WHERE edit_id = ? AND movement_id IS NOT NULL", [edit.id]
        ).fetchall()
        for (movement_id,) in rows:
            movement = movement_by_id(shop.catalog, movement_id)
            if movement is not None and not movement.undone:
                undo_movement(shop.catalog, movement_id, who=who)
        import_id = import_of_edit(shop.catalog, edit.id)
        if import_id is not None:
            remove_import(shop.catalog, import_id)
            drop_unused(shop.catalog)
        db.execute("DELETE FROM edits WHERE undone IS NOT NULL OR id = ?", [edit.id])
