"""``sales``, ``recommend`` and ``customers`` on the command line: what programs read of them."""

from pathlib import Path

import pytest

from tests.end_to_end.test_command_line import run, run_json


def test_receipts_come_in_say_what_goes_with_what_and_are_undone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table, till = ("--shop", tmp_path / "shop"), tmp_path / "table.csv", tmp_path / "till.csv"
    table.write_text("sku,title,stock\nTEA,Tea,40\nCUP,Cup,40\nJAM,Jam,40\n")
    rows = [f"{n},05/01/2099,{sku},C{n}" for n in range(20) for sku in ("TEA", "CUP")]
    rows += [f"{n},13/01/2099,JAM," for n in range(20, 60)]
    till.write_text("\n".join(["Beleg,Datum,Nummer,Kunde", *rows, "99,05/01/2099,OAT,"]))
    run_json(capsys, *shop, "import", table)
    assert run_json(capsys, *shop, "customers", "keep", "on")["kept"] is True
    mapped = ("--map", "receipt=beleg", "--map", "sku=Nummer", "--zone", "Europe/Berlin")
    planned = run_json(capsys, *shop, "sales", till, *mapped, "--dry-run")
    assert (planned["receipts"], planned["new_receipts"], planned["step"]) == (61, 61, None)
    told = run_json(capsys, *shop, "sales", till, *mapped)
    assert (told["new_lines"], told["moved"], told["customers"]) == (81, 3, 20)
    assert told["unknown"] == [{"code": "OAT", "title": "", "lines": 1}]
    assert run_json(capsys, *shop, "sales", till, *mapped)["new_lines"] == 0

    found = run_json(capsys, *shop, "recommend", "TEA", "--customer", "C3")
    assert [(one["sku"], one["by"], one["together"], one["why"]) for one in found["goes_with"]] == [
        ("CUP", "receipts", 20, "bought together in 20 of 20 receipts with “Tea”")
    ]
    assert (found["instead"], found["for_you"]) == ([], [])  # no photos; and C3 has both
    assert run_json(capsys, *shop, "recommend", "TEA")["for_you"] is None

    listed = run_json(capsys, *shop, "customers", "list")["customers"]
    assert (len(listed), listed[0]["number"], listed[0]["receipts"]) == (20, "C0", 1)
    run_json(capsys, *shop, "customers", "export", "C3", tmp_path / "c3.json")
    assert '"C3"' in (tmp_path / "c3.json").read_text()
    assert len(run_json(capsys, *shop, "customers", "forget", "C3")["customers"]) == 19
    code, _out, err = run(capsys, *shop, "customers", "forget", "C3")
    assert code == 1 and "No customer has the number C3" in err

    assert run_json(capsys, *shop, "undo")["step"]["kind"] == "sales"
    assert run_json(capsys, *shop, "find", "TEA")[0]["stock"] == 40


def test_what_is_missing_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop, table = ("--shop", tmp_path / "shop"), tmp_path / "table.csv"
    table.write_text("sku,title\nTEA,Tea\n")
    run_json(capsys, *shop, "import", table)
    for said in (
        ("sales", table),
        ("sales", table, "--map", "sku"),
        ("sales", table, "--zone", "Mars/Olympus"),
        ("recommend", "NONE"),
        ("recommend", "--customer", "C1"),
    ):
        code, out, err = run(capsys, *shop, *said)
        assert (code, out, len(err.strip().splitlines())) == (1, "", 1), err
