"""Shops and hubs for the measurements: filled quickly, joined by a manager, over a line that counts bytes."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from core.hub.connection import connected
from core.hub.joining import join
from core.hub.logins import let_in
from core.hub.synchronising import synchronise
from core.shop.shop import Shop
from tests.core.hub.postgres import Postgres, database_name


@dataclass(slots=True)
class Line:
    """A way to a server of this computer; ``came`` are the bytes that it sent through it."""

    port: int
    came: int = 0


def fill(shop: Shop, prefix: str, products: int) -> None:
    """Give a shop products without photos; their SKUs begin with ``prefix``."""
    with shop.catalog.transaction() as db:
        db.conn.executemany(
            "INSERT INTO products (sku, sku_key, title, category, price_minor, currency, created, updated)"
            " VALUES (?, snapshelf_sku_key(?), 'new', 'Tea', 250, 'EUR', '', '')",
            [(f"{prefix}-{number}", f"{prefix}-{number}") for number in range(products)],
        )


def new_manager(server: Postgres) -> str:
    """The URL of a new hub's manager; there may be as many connections of it as there are tills."""
    owner = server.new_hub()
    name = f"{database_name(owner)}_manager"
    with connected(owner) as connection:
        password = let_in(connection, name, "manager")
        connection.execute(f"ALTER ROLE {name} CONNECTION LIMIT -1".encode())
    return server.url(database_name(owner), name, password=password)


def join_as(shop: Shop, url: str, store: str) -> None:
    """Join, however long that takes."""
    with connected(url, statement_s=None) as connection:
        join(shop, connection, url, store)


def do_round(shop: Shop, url: str) -> None:
    """Synchronise, however long that takes."""
    with connected(url, statement_s=None) as connection:
        synchronise(shop, connection)


@contextlib.contextmanager
def counted_line(port: int) -> Iterator[Line]:
    """A line to ``port`` for the block, one connection after another."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        line = Line(int(door.getsockname()[1]))

        def carry(source: socket.socket, target: socket.socket, *, counts: bool) -> None:
            with contextlib.suppress(OSError):
                while data := source.recv(1 << 18):
                    line.came += len(data) if counts else 0
                    target.sendall(data)
                target.shutdown(socket.SHUT_RDWR)

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    near, _address = door.accept()
                    with near, socket.create_connection(("127.0.0.1", port)) as far:
                        there = threading.Thread(target=carry, args=(near, far), kwargs={"counts": False})
                        there.start()
                        carry(far, near, counts=True)
                        there.join()

        thread = threading.Thread(target=serve)
        thread.start()
        yield line
        with contextlib.suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
    thread.join()
