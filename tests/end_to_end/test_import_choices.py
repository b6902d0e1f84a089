"""What a person says about a table on the command line, and what the report says of what was guessed."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.__main__ import main


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert main([str(argument) for argument in arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_that_leaves_things_open_says_so_and_takes_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "till.csv"
    table.write_bytes("sku;title;price\nA;Żółty ser;1.250\n".encode("cp1250"))
    asked = run_json(capsys, "--shop", shop, "import", table, "--dry-run", "--json")
    assert any("“1.250” in the column of the price is 1250 or 1.25" in note for note in asked["notes"])
    assert any("cp1250" in note for note in asked["notes"])
    said = ("--decimal", ".", "--encoding", "cp1250", "--currency", "pln")
    report = run_json(capsys, "--shop", shop, "import", table, *said, "--json")
    assert report["notes"] == []
    assert "rounded" not in json.dumps(report["skipped"])
    exported = tmp_path / "out.csv"
    assert main(["--shop", str(shop), "export", str(exported)]) == 0
    (cheese,) = csv.DictReader(io.StringIO(exported.read_text(encoding="utf-8-sig")))
    assert (cheese["title"], cheese["price"], cheese["currency"]) == ("Żółty ser", "1.25", "PLN")
    assert run_json(capsys, "--shop", shop, "currency", "--json") == {"currency": "PLN"}
    assert run_json(capsys, "--shop", shop, "currency", "eur", "--json") == {"currency": "EUR"}


def test_what_is_no_currency_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "t.csv"
    table.write_text("sku,title\nA,Tea\n", encoding="utf-8")
    assert main(["--shop", str(tmp_path / "shop"), "import", str(table), "--currency", "gold"]) == 1
    assert "no currency" in capsys.readouterr().err
