"""``snapshelf return`` and ``delivery``: what comes back and what comes in, booked and taken back."""

import json
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from tests.end_to_end.answers import Run, refused


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        draft = ProductDraft("CUP", title="Blue cup", stock=whole(10), price_minor=1200, currency="EUR")
        upsert_product(opened.catalog, draft, who="import")
    receipts = tmp_path / "receipts.csv"
    receipts.write_text("receipt,date,sku,quantity,total\n1001,2099-03-01 10:00,CUP,2,24.00\n")
    assert run("--shop", tmp_path / "shop", "sales", receipts)[0] == 0
    return tmp_path / "shop"


def test_a_return_is_looked_up_booked_once_and_taken_back(shop: Path, run: Run) -> None:
    asked = ("--shop", shop, "return", "CUP", "--day", "2099-03-01", "--quantity", "2")
    code, out, err = run(*asked, "--json")
    assert code == 0, err
    told = json.loads(out)
    assert (told["receipts"][0]["receipt"], told["receipts"][0]["left"], told["booked"]) == ("1001", 2, None)
    code, out, _ = run(*asked, "--reason", "wrong colour", "--book", "--json")
    assert (code, json.loads(out)["booked"]["stock"]) == (0, 10)
    refused(run(*asked, "--book"), "Blue cup")
    assert run("--shop", shop, "undo")[0] == 0
    code, out, _ = run(*asked, "--condition", "written-off", "--book", "--json")
    assert json.loads(out)["booked"]["stock"] == 8


def test_a_day_that_is_none_and_a_number_that_is_none_are_told(shop: Path, run: Run) -> None:
    refused(run("--shop", shop, "return", "CUP", "--day", "1.3."), "2026-11-28")
    refused(run("--shop", shop, "return", "MUG"), "MUG")


def test_a_delivery_is_compared_booked_and_taken_back(shop: Path, run: Run, tmp_path: Path) -> None:
    note, there = tmp_path / "note.csv", tmp_path / "there.csv"
    note.write_text("sku,qty\nCUP,6\nLAMP,1\n")
    there.write_text("sku,qty\nCUP,5\n")
    code, out, err = run("--shop", shop, "delivery", note, "--counted", there, "--book", "--json")
    assert code == 0, err
    told = json.loads(out)
    assert told["lines"] == [
        {"sku": "CUP", "title": "Blue cup", "noted": 6, "counted": 5, "state": "missing"}
    ]
    assert [line["code"] for line in told["unknown"]] == ["LAMP"]
    assert told["booked"]["products"] == 1
    assert run("--shop", shop, "undo", "--json")[0] == 0
    code, out, _ = run("--shop", shop, "delivery", note)
    assert "6 / 6" in out
