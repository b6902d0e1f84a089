"""``never-sell`` on the command line: the list is made, found by ``moderate``, and taken apart again."""

from pathlib import Path

import pytest

from tests.core.cartons import carton, held_up
from tests.end_to_end.test_command_line import run, run_json


def test_what_is_never_sold_is_listed_found_and_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    held_up(carton(1)).save(tmp_path / "carton.png")
    carton(1).save(tmp_path / "recalled.png")
    (tmp_path / "broken.png").write_text("no picture")
    table.write_text("sku,title,photo\nA,Oat drink,carton.png\nB,Rum raisins,\n", encoding="utf-8")
    run_json(capsys, "--shop", shop, "import", table)
    assert run_json(capsys, "--shop", shop, "never-sell") == {
        "pictures": [],
        "words": [],
        "sorts": {"weapons": True, "alcohol": True},
    }
    added = run_json(
        capsys, "--shop", shop, "never-sell", "--photo", tmp_path / "recalled.png", "--word", "rum"
    )
    assert added["pictures"] == [{"number": 1, "name": "recalled"}] and added["words"] == ["rum"]
    found = run_json(capsys, "--shop", shop, "moderate")
    (photo,) = (one for one in found if one["photo"] is not None)
    forbidden = [one for one in photo["findings"] if one["kind"] == "forbidden"]
    assert len(forbidden) == 1 and "recalled" in forbidden[0]["text"]
    (bare,) = (one for one in found if one["photo"] is None)
    assert bare["sku"] == "B" and "rum" in bare["findings"][0]["text"]
    table.write_text("sku,title\nC,Rum balls\n", encoding="utf-8")
    assert run_json(capsys, "--shop", shop, "import", table)["waiting"] == 1
    code, out, err = run(capsys, "--shop", shop, "never-sell", "--photo", tmp_path / "broken.png")
    assert code == 1 and "broken.png" in err and "Picture 1: recalled" in out
    emptied = run_json(capsys, "--shop", shop, "never-sell", "--remove", "1", "RUM", "--sold", "alcohol")
    assert emptied == {"pictures": [], "words": [], "sorts": {"weapons": True, "alcohol": False}}
    code, _out, err = run(capsys, "--shop", shop, "never-sell", "--remove", "gin")
    assert code == 1 and "gin" in err
    after = run_json(capsys, "--shop", shop, "moderate")
    assert [one["photo"] is None for one in after] == [False]
    assert not [one for one in after[0]["findings"] if one["kind"] == "forbidden"]
    assert run_json(capsys, "--shop", shop, "check")["ok"]
