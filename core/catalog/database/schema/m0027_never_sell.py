"""Goods that a shop never sells: pictures of them, words that name them; and sorts that it does sell."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables. A picture lies in the catalog itself, small, so that every backup has it.

    ``sha256`` is that of ``picture``, a JPEG. ``never_sell_vectors`` holds what a network sees on it, made
    when it is first needed. ``sold_sorts`` names the sorts of goods that the program looks for of its own
    accord and this shop does not want to be told of.
    """
    db.executescript(
        """
        CREATE TABLE never_sell_pictures (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            picture BLOB NOT NULL,
            who TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT;
        CREATE TABLE never_sell_vectors (
            picture_id INTEGER NOT NULL REFERENCES never_sell_pictures ON DELETE CASCADE,
            fingerprint TEXT NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (picture_id, fingerprint)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE never_sell_words (
            word TEXT PRIMARY KEY COLLATE NOCASE,
            who TEXT NOT NULL,
            added TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sold_sorts (sort TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        """
    )
