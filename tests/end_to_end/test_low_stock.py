"""``low-stock`` on the command line: what is running out, and at how much that begins."""

from pathlib import Path

import pytest

from tests.end_to_end.test_command_line import run, run_json


def test_what_is_running_out_is_listed_by_the_mark_that_is_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    table.write_text(
        "sku,title,stock,low_stock\nA,Tea,3,\nB,Cups,9,12\nC,Jam,9,\nD,Salt,,\n", encoding="utf-8"
    )
    run_json(capsys, "--shop", shop, "import", table)
    code, out, err = run(capsys, "--shop", shop, "low-stock")
    assert code == 0 and out.split() == ["B", "Cups", "9"] and "no mark" in err
    told = run_json(capsys, "--shop", shop, "low-stock", "3.5")
    assert told["mark"] == 3.5
    assert [(one["sku"], one["stock"], one["mark"]) for one in told["products"]] == [
        ("A", 3, 3.5),
        ("B", 9, 12),
    ]
    assert [one["sku"] for one in run_json(capsys, "--shop", shop, "find", "c", "--where", "stock=low")] == [
        "B"
    ]
    code, _out, err = run(capsys, "--shop", shop, "low-stock", "few")
    assert code == 1 and "no quantity" in err
    assert run_json(capsys, "--shop", shop, "low-stock", "--none")["mark"] is None
