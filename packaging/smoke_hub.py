"""A built program joins a hub and sends it what its shop has: by the driver that it ships, over TCP."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from installed_program import Installed, expect

STORE = "Main Street 主街"


def joins_a_hub(installed: Installed, shop: Path, owner: str) -> int:
    """How many photos the hub has of the shop afterwards.

    Args:
        owner: URL of an empty PostgreSQL database, as its owner reaches it over TCP.

    Raises:
        SmokeError: it did not join, or the hub lacks something.
    """
    installed.run("hub", "init", owner)
    password = installed.run("hub", "let-in", owner, "till_1", "--store", STORE)
    place = urlsplit(owner)
    till = f"postgresql://till_1:{password}@{place.hostname}:{place.port}{place.path}"
    installed.run("--shop", shop, "join", till, "--store", STORE)
    installed.run("--shop", shop, "sync")
    status = installed.json("hub", "status", owner)
    expect(status["stores"] == [STORE] and len(status["tills"]) == 1, f"the hub says {status}")
    installed.run("--shop", shop, "leave")
    return int(status["bytes"])
