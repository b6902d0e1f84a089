"""``cut-out`` writes pictures for selling platforms, and says what a person should look at."""

import json
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.__main__ import main
from tests.painted_shop import make_shop


def test_products_are_cut_out_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = make_shop(tmp_path / "shop", products=2, counter_photos=0)
    out = tmp_path / "out"
    arguments = ["--shop", str(shop), "cut-out", "--output", str(out), "--format", "taobao", "--json"]
    assert main([*arguments, "--unsure"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told) == 2
    for one in told:
        assert set(one) == {"sku", "photo", "file", "sureness", "doubts", "notes"}
        if one["file"] is not None:
            with Image.open(one["file"]) as picture:
                assert picture.size == (800, 800)
    assert main([*arguments[:-2], "poster"]) == 1
    assert "There is no photo format" in capsys.readouterr().err
