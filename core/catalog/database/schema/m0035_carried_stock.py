"""Which movements carry the stock of a merged product over, in a shop that has joined a hub."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give movements the columns: whose movement one takes off the product that was merged, or brings to the
    one that stays; by its uid, NULL where it is a movement of its own (:mod:`core.catalog.merged_stock`).
    """
    db.executescript(
        """
        ALTER TABLE hub_movements ADD COLUMN taken_off TEXT;
        ALTER TABLE hub_movements ADD COLUMN brought_in TEXT;
        CREATE INDEX hub_movements_by_product ON hub_movements (product_id);
        CREATE INDEX hub_movements_taken_off ON hub_movements (taken_off, product_id)
            WHERE taken_off IS NOT NULL;
        CREATE INDEX hub_movements_brought_in ON hub_movements (brought_in, product_id)
            WHERE brought_in IS NOT NULL;
        """
    )
