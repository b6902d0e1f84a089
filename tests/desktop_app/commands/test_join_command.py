"""A shop joins a hub, stays in step and leaves it, by the real command line."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from core import paths
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.__main__ import main
from tests.conftest import REPOSITORY


def _shop(folder: Path, title: str, stock: int, *, sku: str = "T-1") -> None:
    with open_shop(folder, create=True) as shop:
        upsert_product(shop.catalog, ProductDraft(sku, title=title, stock=whole(stock)), who="ada")


def _said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_shop_joins_an_empty_folder_gets_all_of_it_and_both_say_so(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    _shop(tmp_path / "a", "Tea", 40)
    assert main(["--shop", a, "join", manager, "--store", "Harbour", "--json"]) == 0
    first = _said(capsys)
    assert (first["store"], first["standing"], first["waiting"]) == ("Harbour", "in step", 0)
    assert main(["--shop", b, "join", manager, "--store", "Pier"]) == 1
    assert "no shop in" in capsys.readouterr().err and not (tmp_path / "b").exists()
    assert main(["--shop", b, "join", manager, "--store", "Pier", "--new", "--json"]) == 0
    assert _said(capsys)["received"] == 1  # the product; what Harbour has of it is Harbour's
    with open_shop(tmp_path / "b", write=False) as shop:
        tea = product_by_sku(shop.catalog, "T-1")
        assert tea is not None
        assert (tea.title, tea.stock) == ("Tea", None)
    assert main(["--shop", a, "join", manager, "--store", "Harbour"]) == 1
    assert "has joined a hub already, as Harbour" in capsys.readouterr().err
    assert main(["--shop", a, "leave", "--json"]) == 0
    assert _said(capsys) == {"store": "Harbour", "unsent": 0, "steps_lost": 0}
    assert main(["--shop", a, "sync"]) == 1
    assert "has joined no hub" in capsys.readouterr().err


def test_what_gave_way_is_said_again_and_what_was_made_twice_is_told(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    _shop(tmp_path / "a", "Tea", 1)
    for folder, store in ((a, "Harbour"), (b, "Pier")):
        assert main(["--shop", folder, "join", manager, "--store", store, "--new"]) == 0
    _shop(tmp_path / "a", "Green tea", 1)
    _shop(tmp_path / "b", "Black tea", 1)
    _shop(tmp_path / "a", "Mug", 1, sku="M-1")
    _shop(tmp_path / "b", "Cup", 1, sku="M-1")
    capsys.readouterr()
    for folder in (a, b, a):
        assert main(["--shop", folder, "sync"]) == 0
    shown = capsys.readouterr().out
    assert "Green tea gave way to Black tea of Pier" in shown
    assert "Made twice under M-1: Mug; also Cup" in shown
    assert main(["--shop", a, "sync", "--take-back", "1", "--json"]) == 0
    told = _said(capsys)
    assert told["overridden"] == []
    assert [(one["sku"], one["title"]) for one in told["made_twice"]] == [("M-1", "Mug")]
    assert main(["--shop", b, "sync"]) == 0
    with open_shop(tmp_path / "b", write=False) as shop:
        tea = product_by_sku(shop.catalog, "T-1")
        assert tea is not None
        assert tea.title == "Green tea"


def test_a_hub_that_is_away_is_told_with_what_waits(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a = str(tmp_path / "a")
    assert main(["--shop", a, "join", manager, "--store", "Harbour", "--new"]) == 0
    _shop(tmp_path / "a", "Tea", 1)
    with open_shop(tmp_path / "a") as shop, shop.catalog.transaction() as db:
        db.execute("UPDATE hub_state SET url = 'postgresql://nobody@127.0.0.1:1/hub'")
    capsys.readouterr()
    assert main(["--shop", a, "sync", "--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["waiting"] == 2
    assert "cannot be reached" in said.err
    assert main(["--shop", a, "leave"]) == 1
    assert main(["--shop", a, "leave", "--unsent", "--json"]) == 0
    assert _said(capsys)["unsent"] == 2


def test_a_till_that_watches_hears_of_a_change_elsewhere(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    for folder, store in ((a, "Harbour"), (b, "Pier")):
        assert main(["--shop", folder, "join", manager, "--store", store, "--new"]) == 0
    command = [sys.executable, "-m", "desktop_app", "--shop", b, "sync", "--watch", "--json"]
    with _watching(command) as seen:
        _shop(tmp_path / "a", "Tea", 1)
        assert main(["--shop", a, "sync"]) == 0
        _wait_for(seen, '"received": 1')
    with open_shop(tmp_path / "b", write=False) as shop:
        assert product_by_sku(shop.catalog, "T-1") is not None


def test_a_till_that_watches_tells_once_what_gave_way(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    _shop(tmp_path / "a", "Tea", 1)
    for folder, store in ((a, "Harbour"), (b, "Pier")):
        assert main(["--shop", folder, "join", manager, "--store", store, "--new"]) == 0
    _shop(tmp_path / "a", "Green tea", 1)
    _shop(tmp_path / "b", "Black tea", 1)
    assert main(["--shop", b, "sync"]) == 0
    told: list[str] = []
    with _watching([sys.executable, "-m", "desktop_app", "--shop", a, "sync", "--watch"]) as seen:
        for sku in ("T-2", "T-3"):  # a round each
            _shop(tmp_path / "b", "Tea", 1, sku=sku)
            assert main(["--shop", b, "sync"]) == 0
            told += _wait_for(seen, "received: 1")
    assert sum("gave way" in line for line in told) == 1


@contextlib.contextmanager
def _watching(command: list[str]) -> Iterator[IO[str]]:
    """What a till that watches says, after its first line."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, env=environment
    ) as watching:
        try:
            assert watching.stdout is not None
            assert watching.stdout.readline()
            yield watching.stdout
        finally:
            watching.kill()  # Ctrl+C would be ignored where the tests run in the background of a shell


def _wait_for(seen: IO[str], text: str) -> list[str]:
    """The lines up to one with ``text``."""
    lines = [seen.readline()]
    while text not in lines[-1]:
        assert lines[-1], "it has ended by itself"
        lines.append(seen.readline())
    return lines


def test_what_joining_told_the_hub_counts_as_sent(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _shop(tmp_path / "a", "Tea", 40)
    assert main(["--shop", str(tmp_path / "a"), "join", manager, "--store", "Harbour", "--json"]) == 0
    assert _said(capsys)["sent"] == 2  # the product, and what there is of it


def test_a_shop_from_another_computer_goes_on_with_the_password_that_is_missing_here(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "a")
    assert main(["--shop", folder, "join", manager, "--store", "Harbour", "--new", "--json"]) == 0
    till = _said(capsys)["till"]
    paths.hub_passwords().unlink()
    assert main(["--shop", folder, "sync"]) == 1
    assert "asks for a password" in capsys.readouterr().err
    assert main(["--shop", folder, "join", manager, "--store", "Pier"]) == 1
    assert "as Harbour" in capsys.readouterr().err
    assert main(["--shop", folder, "join", manager, "--store", "Harbour", "--json"]) == 0
    assert _said(capsys)["till"] == till
    assert main(["--shop", folder, "sync"]) == 0


def test_a_till_that_holds_what_its_store_sells_takes_in_a_product_of_another_one(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    _shop(tmp_path / "a", "Tea", 40)
    _shop(tmp_path / "a", "Mug", 1, sku="M-1")
    assert main(["--shop", a, "join", manager, "--store", "Harbour"]) == 0
    capsys.readouterr()
    assert main(["--shop", b, "join", manager, "--store", "Pier", "--new", "--hold", "ours", "--json"]) == 0
    told = _said(capsys)
    assert (told["hold"], told["received"]) == ("ours", 0)
    assert main(["--shop", b, "sync", "--take-in", "T-1"]) == 0
    with open_shop(tmp_path / "b", write=False) as shop:
        assert product_by_sku(shop.catalog, "T-1") is not None
        assert product_by_sku(shop.catalog, "M-1") is None
    assert main(["--shop", b, "sync", "--take-in", "X"]) == 1
    assert "No store of the hub has a product X." in capsys.readouterr().err
    assert main(["--shop", b, "sync", "--hold", "all"]) == 0
    with open_shop(tmp_path / "b", write=False) as shop:
        assert product_by_sku(shop.catalog, "M-1") is not None
