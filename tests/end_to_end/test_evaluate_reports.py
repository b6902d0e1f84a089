"""Evaluating and comparing from the command line, with reports that open offline."""

import json
from pathlib import Path

import pytest

from desktop_app.__main__ import main
from tests.core.conftest import SHAPES, draw


def test_evaluate_writes_reports_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["photo,sku"]
    for sku, (shape, colour) in SHAPES.items():
        picture, photo = tmp_path / "pictures" / f"{sku}.png", tmp_path / f"{Path(sku).name}.jpg"
        picture.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(picture)
        draw(shape, colour, shift=12, ground=225).save(photo)
        rows.append(f"{photo.name},{sku}")
    table, shop, report = tmp_path / "table.csv", str(tmp_path / "shop"), tmp_path / "report"
    table.write_text("\n".join(rows))
    assert main(["--shop", shop, "import", str(tmp_path / "pictures")]) == 0
    capsys.readouterr()
    evaluate = ["--shop", shop, "evaluate", str(table), "--json", "--report", str(report)]
    assert main(evaluate) == 0
    printed = capsys.readouterr()
    document = json.loads(printed.out)
    assert document["photos"] == 4 and document["top1"] == document["accuracy"] == 1.0
    assert "report.html" in printed.err
    assert main([*evaluate, "--compare", "--pipelines", "in-use,hog-svm,efficientnet-lite2/pearson"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert [row["pipeline"] for row in compared["pipelines"]] == [
        "in-use",
        "hog-svm",
        "efficientnet-lite2/pearson",
    ]
    assert all(0 <= row["top1"] <= row["top5"] <= 1 for row in compared["pipelines"])
    assert {path.name for path in report.iterdir()} == {
        "report.html",
        "evaluation.json",
        "comparison.html",
        "comparison.json",
    }
    assert main([*evaluate, "--pipelines", "astrology"]) == 1
    assert "no pipeline called astrology" in capsys.readouterr().err
