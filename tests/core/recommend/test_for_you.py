"""A customer who is known by a number: suggestions from their own receipts, and all of it handed out."""

import json
from pathlib import Path

import pytest

from core.catalog.sales.customer_data import export_customer
from core.catalog.sales.customers import choose_keeping
from core.errors import KnownError
from core.recommend.for_you import for_you
from core.sales.importing import import_sales
from core.shop.shop import Shop


def test_what_goes_with_what_they_bought_is_for_them(shop: Shop) -> None:
    choose_keeping(shop.catalog, True)
    file = shop.folder.parent / "sales.csv"
    rows = [f"{number},2026-03-05,{sku},C{number}" for number in range(40) for sku in ("TEA", "CUP")]
    rows += [f"{number},2026-03-05,PEN,C{number}" for number in range(40, 80)]
    file.write_text("\n".join(["receipt,date,sku,customer", *rows, "99,2026-03-06,TEA,ME"]))
    import_sales(shop, file)
    (cup,) = for_you(shop, "ME")
    assert (cup.result.sku, str(cup.why)) == ("CUP", "bought together in 40 of 41 receipts with “Tea”")
    with pytest.raises(KnownError, match="No customer has the number YOU"):
        for_you(shop, "YOU")


def test_it_is_off_until_somebody_switches_it_on(sold: Shop) -> None:
    with pytest.raises(KnownError, match="keeps no numbers"):
        for_you(sold, "C1")


def test_all_that_is_known_of_a_customer_is_written_down_on_request(shop: Shop, tmp_path: Path) -> None:
    choose_keeping(shop.catalog, True)
    file = tmp_path / "sales.csv"
    file.write_text(
        "receipt,date,sku,quantity,total,customer\n7,2026-03-05,TEA,2,9.00,ME\n8,2026-03-05,PEN,1,1,X\n"
    )
    import_sales(shop, file)
    written = json.loads(export_customer(shop.catalog, "ME", tmp_path / "me.json").read_text())
    assert written["number"] == "ME"
    assert [
        (line["receipt"], line["title"], line["quantity"], line["paid"]) for line in written["lines"]
    ] == [("7", "Tea", "2", "9.00")]
    export_customer(shop.catalog, "ME", tmp_path / "me.json")  # ours is replaced
    (tmp_path / "else.json").write_text("[1]")
    with pytest.raises(KnownError):
        export_customer(shop.catalog, "ME", tmp_path / "else.json")
