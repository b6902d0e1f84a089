"""What looks at photos and ends, hangs or fails at some of them: for child processes."""

import os
import time
from pathlib import Path

from core.errors import KnownError
from core.finding import Finding
from core.moderation.apart import Look
from core.moderation.keeping import SeenApart, looking
from core.shop.shop import Shop

MARKS = "marks"
"""A folder in the shop: a file by a photo's hash says what happens at it."""


def mark(shop: Shop, sha256: str, what: str) -> None:
    """Let a photo be one at which the child "ends", "hangs", finds that it "cannot be opened", or nothing."""
    (shop.folder / MARKS).mkdir(exist_ok=True)
    (shop.folder / MARKS / sha256).write_text(what, encoding="utf-8")


def deadly(shop: Shop) -> Look[SeenApart]:
    """As the program looks, but for the photos that are marked."""
    look = looking(shop)

    def looked(sha256: str) -> SeenApart:
        file: Path = shop.folder / MARKS / sha256
        what = file.read_text(encoding="utf-8") if file.exists() else ""
        if what == "ends":
            os._exit(11)
        while what == "hangs":
            time.sleep(1)
        if what == "cannot be opened":
            raise KnownError("Damaged.")
        if what == "nothing":
            return SeenApart((), None)
        return look(sha256)

    return looked


def deadly_at_files(_shop: Shop) -> Look[tuple[Finding, ...]]:
    """Sees nothing, and ends at a file that is called so."""

    def looked(path: str) -> tuple[Finding, ...]:
        if Path(path).stem == "ends":
            os._exit(11)
        return ()

    return looked
