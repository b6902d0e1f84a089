"""``undo`` on the command line: imports, edits and bookings, listed and taken back."""

from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.shop.opening import open_shop
from tests.end_to_end.test_command_line import run, run_json


def test_imports_are_listed_taken_back_one_by_one_and_what_was_changed_since_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = tmp_path / "shop"
    for name, rows in (("first", "A,Apple\nB,Pear\n"), ("second", "A,Green apple\nC,Quince\n")):
        (tmp_path / f"{name}.csv").write_text("sku,title\n" + rows, encoding="utf-8")
        report = run_json(capsys, "--shop", shop, "import", tmp_path / f"{name}.csv")
        assert report["step"] is not None
    listed = run_json(capsys, "--shop", shop, "undo", "--list")
    assert [(step["kind"], step["about"], step["products"]) for step in listed] == [
        ("import", "second.csv", 2),
        ("import", "first.csv", 2),
    ]
    with open_shop(shop, write=True) as opened:
        upsert_product(opened.catalog, ProductDraft("C", title="Red quince"))
    undone = run_json(capsys, "--shop", shop, "undo")
    assert (undone["changed"], undone["kept"]) == (1, 1)
    assert undone["left"] == [{"sku": "C", "title": "Red quince"}]
    assert undone["step"]["undone"] is not None
    titles = {product["title"] for product in run_json(capsys, "--shop", shop, "find", "apple")}
    assert titles == {"Apple"}
    code, out, _err = run(capsys, "--shop", shop, "undo")
    assert code == 0 and "first.csv" in out
    assert run_json(capsys, "--shop", shop, "find", "apple") == []
    code, _out, err = run(capsys, "--shop", shop, "undo")
    assert code == 1 and "nothing to undo" in err
    code, out, _err = run(capsys, "--shop", shop, "undo", "--list")
    assert code == 0 and out.count("(undone)") == 2
