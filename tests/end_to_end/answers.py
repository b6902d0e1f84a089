"""What an end-to-end test expects of a command, and of a shop afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

from core.care.backup import daily_backup
from core.care.check import check_shop
from core.catalog.products.products import counts
from core.shop.opening import open_shop

Run = Callable[..., tuple[int, str, str]]
"""Runs one command: exit code, stdout, stderr."""


def refused(result: tuple[int, str, str], *says: str) -> None:
    """Exit code 1, nothing on stdout, and one sentence that says all that."""
    code, out, err = result
    assert (code, out) == (1, ""), err
    assert err.count("\n") == 1, err
    assert all(part in err for part in says), err


def found(run: Run, shop: Path, picture: Path) -> list[str]:
    """The SKUs that a search finds, best first."""
    code, out, err = run("--shop", shop, "search", picture, "--json")
    assert code == 0, err
    return [result["sku"] for result in json.loads(out)[0]["results"]]


def is_sound(shop: Path, products: int = 3) -> None:
    with open_shop(shop, device="cpu") as opened:
        assert check_shop(opened).sentences == []
        assert counts(opened.catalog).products == products


def backup_of(shop: Path) -> Path:
    """A daily backup, as the window makes it."""
    with open_shop(shop, device="cpu") as opened:
        backup = daily_backup(opened.catalog)
    assert backup is not None
    return backup
