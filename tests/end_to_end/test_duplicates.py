"""``duplicates`` on the command line: listed, merged, taken back, kept apart."""

from pathlib import Path

import pytest
from PIL import Image

from core.imaging.decode import decode_file
from tests.core.cartons import carton
from tests.end_to_end.test_command_line import run, run_json


def test_products_that_are_one_are_listed_merged_and_kept_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, table = tmp_path / "shop", tmp_path / "table.csv"
    carton(1).save(tmp_path / "large.png")
    carton(1).resize((300, 300), Image.Resampling.LANCZOS).save(tmp_path / "small.png")
    table.write_text(
        "sku,title,stock,barcode,photo\nA,Oat drink,3,036000291452,small.png\n"
        "B,Oat drink,2,0036000291452,large.png\nC,Pens,1,4006381333931,\n",
        encoding="utf-8",
    )
    run_json(capsys, "--shop", shop, "import", table)
    found = run_json(capsys, "--shop", shop, "duplicates")
    (same,) = found["products"]
    assert same["skus"] == ["A", "B"] and 0.9 < same["score"] <= 1
    assert same["why"][0] == "Both have the barcode 036000291452."
    (copies,) = found["photos"]
    assert [decode_file(Path(photo)).width for photo in copies["photos"]] == [420, 300]
    assert "more detail" in copies["why"]
    kept = run_json(capsys, "--shop", shop, "duplicates", "--keep-best")
    assert [kept["kept"][0], kept["taken_off"][0]] == copies["photos"]
    assert run_json(capsys, "--shop", shop, "duplicates")["photos"] == []
    assert run(capsys, "--shop", shop, "duplicates", "--keep-best")[1].startswith("No photo of this shop")
    assert run_json(capsys, "--shop", shop, "undo")["step"]["kind"] == "photos"
    code, out, _err = run(capsys, "--shop", shop, "duplicates")
    assert code == 0 and "Oat drink [A] = Oat drink [B]: Both have the barcode" in out
    assert run_json(capsys, "--shop", shop, "duplicates", "--merge", "A", "B") == {
        "kept": "A",
        "merged": ["B"],
    }
    (kept,) = run_json(capsys, "--shop", shop, "find", "oat")
    assert kept["sku"] == "A" and kept["stock"] == 5
    assert run_json(capsys, "--shop", shop, "duplicates") == {"products": [], "photos": []}
    assert run_json(capsys, "--shop", shop, "undo")["step"]["kind"] == "merge"
    assert len(run_json(capsys, "--shop", shop, "duplicates")["products"]) == 1
    assert run_json(capsys, "--shop", shop, "duplicates", "--different", "A", "B") == {
        "different": ["A", "B"]
    }
    assert run_json(capsys, "--shop", shop, "duplicates")["products"] == []
    for option in ("--merge", "--different"):
        code, _out, err = run(capsys, "--shop", shop, "duplicates", option, "A")
        assert code == 1 and "two products" in err
    assert run_json(capsys, "--shop", shop, "check")["ok"]
