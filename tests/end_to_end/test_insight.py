"""``insight`` on the command line: from a till's receipts and a table to figures, a report and tables."""

from pathlib import Path

import pytest

from tests.end_to_end.test_command_line import run, run_json

RECEIPTS = """receipt,date,sku,quantity,total
1,2026-05-04 10:00,TEA,2,9.00
1,2026-05-04 10:00,CUP,1,12.00
2,2026-05-05 11:00,TEA,1,4.50
3,2026-04-30 11:00,TEA,4,18.00
4,2026-05-05 12:00,GONE,1,1.00
"""


def test_figures_of_a_time_beside_the_time_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop, table, receipts = tmp_path / "shop", tmp_path / "table.csv", tmp_path / "sales.csv"
    table.write_text(
        "sku,title,price,stock,category\nTEA,Green tea,4.50 EUR,5,Drinks\n"
        "CUP,Cup,12 EUR,3,Ware\nJAM,Jam,3 EUR,9,Food\n",
        encoding="utf-8",
    )
    receipts.write_text(RECEIPTS, encoding="utf-8")
    run_json(capsys, "--shop", shop, "import", table)
    asked = ("--shop", shop, "insight", "--since", "2026-05-04", "--until", "2026-05-10")
    code, _out, err = run(capsys, *asked)
    assert code == 0 and "no receipts yet" in err
    run_json(capsys, "--shop", shop, "sales", receipts, "--zone", "Europe/Berlin")
    told = run_json(capsys, *asked, "--report", tmp_path / "report")
    sales = told["sales"]
    assert sales["now"]["receipts"] == 3 and sales["before"]["receipts"] == 1
    assert sales["now"]["money"] == {"EUR": 26.5} and sales["before"]["money"] == {"EUR": 18.0}
    assert sales["now"]["lines_of_unknown_products"] == 1
    assert [(one["sku"], one["quantity"]) for one in sales["products"]] == [("TEA", 3), ("CUP", 1)]
    assert [(one["name"], one["money"]) for one in sales["groups"]["category"]] == [
        ("Drinks", {"EUR": 13.5}),
        ("Ware", {"EUR": 12.0}),
    ]
    assert {"insight.html", "insight.pdf", "insight.json", "sold.csv"} <= {
        file.name for file in (tmp_path / "report").iterdir()
    }


def test_what_cannot_be_read_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    table.write_text("sku,title\nTEA,Green tea\n", encoding="utf-8")
    run_json(capsys, "--shop", shop, "import", table)
    for wrong, reason in (
        (("--since", "May"), "no day"),
        (("--since", "2026-05-04", "--until", "2026-05-01"), "before it begins"),
        (("--zone", "Mars"), "no time zone"),
        (("--report", shop), "shop"),
    ):
        code, out, err = run(capsys, "--shop", shop, "insight", *wrong)
        assert code == 1 and out == "" and reason in err
