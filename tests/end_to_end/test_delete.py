"""``delete`` on the command line: said before it is done, and done only when that was said."""

from pathlib import Path

import pytest

from tests.end_to_end.test_command_line import run, run_json


def test_archived_products_are_deleted_only_when_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    table.write_text("sku,title,stock,archived\nA,Apple,3,yes\nB,Pear,,yes\nC,Quince,,no\n", encoding="utf-8")
    run_json(capsys, "--shop", shop, "import", table)
    told = {"products": 2, "title": "", "photos": 0, "movements": 1}
    assert run_json(capsys, "--shop", shop, "delete", "A", "B") == {**told, "deleted": False}
    code, out, err = run(capsys, "--shop", shop, "delete", "A")
    assert code == 0 and "Products: 1," in out and "--yes" in err
    for sku, words in (("C", "on the shelf"), ("D", "No product")):
        code, _out, err = run(capsys, "--shop", shop, "delete", "A", sku, "--yes")
        assert code == 1 and words in err
    assert run_json(capsys, "--shop", shop, "delete", "A", "B", "--yes") == {**told, "deleted": True}
    assert run_json(capsys, "--shop", shop, "find", "a", "--where", "archived=any") == []
    assert run_json(capsys, "--shop", shop, "check")["ok"]
