"""``history`` on the command line: how a stock came to what it is."""

from pathlib import Path

import pytest

from core.catalog.products.products import product_by_sku
from core.catalog.stock import Reason, move_stock
from core.quantities.quantity import Quantity
from core.shop.opening import open_shop
from tests.end_to_end.test_command_line import run, run_json


def test_every_movement_is_told_with_what_there_was_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    table.write_text("sku,title,stock,unit\nA,Apples,3.5,kg\n", encoding="utf-8")
    run_json(capsys, "--shop", shop, "import", table)
    with open_shop(shop, write=True) as opened:
        apples = product_by_sku(opened.catalog, "A")
        assert apples is not None
        move_stock(opened.catalog, apples.id, Quantity(-1250), who="Kim", reason=Reason.SALE, note="till 2")
    history = run_json(capsys, "--shop", shop, "history", "A")
    assert [(one["reason"], one["quantity"], one["stock"]) for one in history] == [
        ("sale", -1.25, 2.25),
        ("import", 3.5, 3.5),
    ]
    code, out, _err = run(capsys, "--shop", shop, "history", "A")
    assert code == 0 and "sale  -1.25 kg  → 2.25 kg  Kim  till 2" in out
    code, _out, _err = run(capsys, "--shop", shop, "history", "A", "--output", tmp_path / "history.xlsx")
    assert code == 0 and (tmp_path / "history.xlsx").stat().st_size > 1000
    code, _out, err = run(capsys, "--shop", shop, "history", "B")
    assert code == 1 and "No product" in err
