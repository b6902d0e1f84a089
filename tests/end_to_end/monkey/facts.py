"""What a shop holds, read by a connection of our own: the program is not asked what it has done."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from core.settings import Settings

Row = tuple[Any, ...]

_QUERIES = {
    "products": "SELECT id, sku, title, description, category, brand, barcode, price_minor, currency,"
    " location, unit, sale_minor, extra, archived FROM products",
    "tags": "SELECT product_id, tag FROM product_tags",
    "photos": "SELECT product_id, kind, sha256, position FROM photos",
    "stock": "SELECT id, stock_milli FROM products",
    "counts": "SELECT product_id, id, stocktake_id, quantity_milli FROM stocktake_counts",
    "stocktakes": "SELECT id, outcome FROM stocktakes",
    "lesson": "SELECT one, version, backbone FROM model_in_use",
    "undone": "SELECT id, kind, undone FROM edits",
}
_NOT_CHOSEN = ("window_geometry", "last_page", "recent_shops", "file_places", "unknown")
"""Settings that the program notes by itself."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What must not change without a word.

    Attributes:
        tables: a name of :data:`_QUERIES` to its rows.
    """

    folder: Path
    tables: dict[str, frozenset[Row]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    def changed(self, later: Facts) -> dict[str, frozenset[Row]]:
        """The rows of each table that are new or gone; the settings by their names."""
        found = {
            name: rows ^ later.tables.get(name, frozenset())
            for name, rows in self.tables.items()
            if rows != later.tables.get(name)
        }
        chosen = frozenset(
            (one.name, getattr(later.settings, one.name))
            for one in fields(Settings)
            if one.name not in _NOT_CHOSEN
            and getattr(self.settings, one.name) != getattr(later.settings, one.name)
        )
        return found | ({"settings": chosen} if chosen else {})


class FactReader:
    """Reads the facts of one catalog; only what was written since is read again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = (folder / "catalog.db").stat().st_ino
        self._db: sqlite3.Connection | None = None
        self._version = -1
        self._facts = Facts(folder)

    def is_of(self, folder: Path) -> bool:
        """Whether it reads the catalog that is there now: a restored backup takes the place of the last."""
        return folder == self.folder and (folder / "catalog.db").stat().st_ino == self._file

    def read(self, settings: Settings) -> Facts:
        """The facts of now."""
        if self._db is None:
            self._db = sqlite3.connect(f"file:{self.folder / 'catalog.db'}?mode=ro", uri=True)
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            tables = {name: frozenset(self._db.execute(query)) for name, query in _QUERIES.items()}
            self._facts, self._version = Facts(self.folder, tables), version
        self._facts = replace(self._facts, settings=settings)
        return self._facts

    def close(self) -> None:
        """Let go of the catalog."""
        if self._db is not None:
            self._db.close()
        self._db, self._version = None, -1
