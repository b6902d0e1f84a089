"""What a till that is joined to a hub keeps: what it has to say, and which change each value is of.

All of it is empty in a shop that has not joined; the triggers that fill it are made at joining
(:mod:`core.catalog.database.schema.capture`).
"""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables.

    A change is known by an id whose order is that of the changes (:mod:`core.catalog.database.change_ids`).
    ``hub_products`` keeps deleted products, without a ``product_id``: what comes late about them is nothing.
    ``hub_fields``, ``hub_tags`` and ``hub_photos`` say of which change a value is, those that have changed
    since the product was made; ``own`` where that change was made here. ``hub_movements`` are those of this
    store,
    ``hub_stock`` what there is in the other stores. ``hub_waiting`` came before what it is about, and
    ``hub_overridden`` are changes made here that a later one from elsewhere has replaced.
    """
    db.executescript(
        """
        CREATE TABLE hub_state (
            one INTEGER PRIMARY KEY,
            url TEXT NOT NULL,
            hub TEXT NOT NULL,
            store TEXT NOT NULL,
            till TEXT NOT NULL,
            joined TEXT NOT NULL,
            place INTEGER NOT NULL,
            place_change TEXT NOT NULL,
            clock INTEGER NOT NULL,
            applying INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE outbox (
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE TABLE hub_products (
            uid TEXT PRIMARY KEY,
            product_id INTEGER UNIQUE,
            sku TEXT NOT NULL,
            made TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hub_products_by_sku ON hub_products (sku);
        CREATE TABLE hub_fields (
            uid TEXT NOT NULL,
            name TEXT NOT NULL,
            change TEXT NOT NULL,
            own INTEGER NOT NULL,
            PRIMARY KEY (uid, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hub_tags (
            uid TEXT NOT NULL,
            tag TEXT NOT NULL,
            change TEXT NOT NULL,
            PRIMARY KEY (uid, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hub_photos (
            uid TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            change TEXT NOT NULL,
            PRIMARY KEY (uid, sha256)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hub_movements (
            uid TEXT PRIMARY KEY,
            product_id INTEGER NOT NULL,
            movement_id INTEGER UNIQUE,
            counted INTEGER,
            undo_of TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hub_movements_that_tell ON hub_movements (product_id, uid) WHERE counted IS NOT NULL;
        CREATE INDEX hub_movements_by_undone ON hub_movements (undo_of) WHERE undo_of IS NOT NULL;
        CREATE TABLE hub_stock (
            uid TEXT NOT NULL,
            store TEXT NOT NULL,
            quantity_milli INTEGER,
            PRIMARY KEY (uid, store)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hub_files (
            sha256 TEXT NOT NULL,
            size TEXT NOT NULL,
            way TEXT NOT NULL,
            PRIMARY KEY (way, size, sha256)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hub_waiting (
            id TEXT PRIMARY KEY,
            awaited TEXT NOT NULL,
            change TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hub_waiting_by_awaited ON hub_waiting (awaited);
        CREATE TABLE hub_overridden (
            n INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            by_value TEXT NOT NULL,
            by_store TEXT NOT NULL,
            noted TEXT NOT NULL,
            done INTEGER NOT NULL
        ) STRICT;
        """
    )
