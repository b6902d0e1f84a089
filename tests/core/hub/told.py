"""Stores that tell a hub what they have, as tills do it."""

import json
import uuid
from typing import Any

import psycopg

_FIRST = (7 << 76) | (2 << 62)  # the first UUID of version 7


class Store:
    """A store with one till, and what it says; each saying is later than the one before."""

    said = 0

    def __init__(self, connection: "psycopg.Connection[Any]", name: str) -> None:
        self.name, self._connection, self._till = name, connection, uuid.uuid4()
        connection.execute("INSERT INTO stores (name) VALUES (%s) ON CONFLICT DO NOTHING", [name])
        connection.execute("INSERT INTO tills (id, store) VALUES (%s, %s)", [self._till, name])

    def says(self, kind: str, product: str, body: dict[str, Any], change: str = "") -> str:
        """Send a change; returns its id."""
        Store.said += 1
        change = change or str(uuid.UUID(int=_FIRST + (Store.said << 80)))
        self._connection.execute(
            "INSERT INTO changes (id, store, till, clock, kind, key, body)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [change, self.name, self._till, Store.said, kind, product or change, json.dumps(body)],
        )
        return change

    def makes(self, sku: str, **fields: Any) -> str:
        """A product; returns its uid."""
        told = {"sku": sku, "title": sku.title(), "category": "", "price": [100, "EUR"], "archived": 0}
        return self.says("product", "", {"fields": told | {"merged": None} | fields, "tags": []})

    def shows(self, product: str, photo: str, kind: str = "catalog") -> str:
        """A photo of it."""
        return self.says("photo", product, {"sha256": photo, "gained": 1, "kind": kind})

    def gets(self, product: str, pieces: int) -> str:
        """Some pieces of it come in, or go; its stock is counted."""
        return self.says("movement", product, {"quantity": pieces * 1000, "counted": 1, "undo_of": None})
