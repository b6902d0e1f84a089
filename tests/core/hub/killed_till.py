"""A till in a process of its own, which sells and synchronises without end until somebody kills it.

Each sale has a note that no other has; it is written to ``acknowledged``, a line each, after the catalog has
taken the sale: what stands there was acknowledged to a clerk.

    python -m tests.core.hub.killed_till SHOP HUB ACKNOWLEDGED SEED
"""

import contextlib
import os
import random
import sys
from pathlib import Path

from core.catalog.stock import Reason, move_stock
from core.errors import KnownError
from core.hub.connection import connected
from core.hub.synchronising import synchronise
from core.quantities.quantity import whole
from core.shop.opening import open_shop


def main(folder: Path, hub: str, acknowledged: Path, seed: int) -> None:
    """Sell between rounds, for ever."""
    choice = random.Random(seed)
    with open_shop(folder) as shop, acknowledged.open("a") as told:
        shop.require_writable()
        keys = [row[0] for row in shop.catalog.db.execute("SELECT id FROM products ORDER BY sku").fetchall()]
        number = 0
        while True:
            for _ in range(choice.randint(1, 5)):
                number += 1
                note, pieces = f"{os.getpid()}-{seed}-{number}", whole(choice.randint(1, 9))
                key = choice.choice(keys)
                move_stock(shop.catalog, key, -pieces, who="", reason=Reason.SALE, note=note)
                told.write(f"{note}\n")
                told.flush()
            with contextlib.suppress(KnownError), connected(hub) as connection:  # it may be killed as well
                synchronise(shop, connection)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
