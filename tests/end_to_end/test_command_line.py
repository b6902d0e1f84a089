"""The command line as programs and people use it, through the real main()."""

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image, ImageDraw

from desktop_app.__main__ import main
from tests.end_to_end.conftest import Imported

ROOT = Path(__file__).resolve().parents[2]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of one command."""
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """The JSON document that a command that succeeds prints on stdout, and nothing else there."""
    code, out, err = run(capsys, *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_the_version_is_the_projects_and_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr() == (f"Snapshelf {project['version']}\n", "")


def labelled(grocery: Path, table: str, every: int) -> list[tuple[str, Path]]:
    """SKU and photo of each so-many-th row of a table."""
    with (grocery / table).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [(row["sku"], grocery / row["photo"]) for row in rows[::every]]


def test_a_real_catalog_is_imported_with_everything_in_it(
    grocery: Path, grocery_import: Imported, corner_shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = grocery_import.report
    assert report["products"] == 81
    assert report["photos"] == 81
    assert report["skipped"] == []
    again = run_json(capsys, "--shop", corner_shop, "import", grocery / "catalog.csv")
    assert (again["unchanged"], again["updated"], again["created"]) == (81, 0, 0)
    assert len(list((corner_shop / "backups").iterdir())) == 1  # the day's, before the second import


def test_unlabelled_photos_are_counted_and_what_was_passed_over_is_named(
    grocery: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, shelf = tmp_path / "shop", tmp_path / "shelf"
    shelf.mkdir()
    photos = [photo for _, photo in labelled(grocery, "shop_photos.csv", 600)]
    for number, photo in enumerate(photos):
        (shelf / f"{number}.jpg").write_bytes(photo.read_bytes())
    (shelf / "broken.png").write_bytes(b"no picture")
    assert main(["--shop", str(shop), "import", str(shelf)]) == 0
    assert run(capsys, "--shop", shop, "add-photos", "--unlabelled", tmp_path / "nowhere")[0] == 0
    known = run_json(capsys, "--shop", shop, "add-photos", "--unlabelled", shelf)
    assert (known["added"], known["known"], known["unlabelled"]) == (0, len(photos), 0)
    others = [photo for _, photo in labelled(grocery, "shop_photos.csv", 620)][1:]
    report = run_json(capsys, "--shop", shop, "add-photos", "--unlabelled", *others, shelf / "broken.png")
    assert (report["added"], report["known"], report["alike"]) == (len(others), 0, 0)
    assert report["unlabelled"] == len(others)
    assert [Path(skip["row"]).name for skip in report["skipped"]] == ["broken.png"]
    code, out, err = run(capsys, "--shop", shop, "add-photos", "--unlabelled", *others)
    assert code == 0 and f"{len(others)} that are there already" in out and err == ""
    code, _, err = run(capsys, "--shop", shop, "add-photos", *others)
    assert code == 1 and "--unlabelled" in err


def test_real_photos_from_real_shops_are_found(
    grocery: Path, grocery_shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = labelled(grocery, "shop_photos.csv", 240)
    answers = run_json(capsys, "--shop", grocery_shop, "search", *(p for _, p in wanted), "--top", 10)
    assert [answer["photo"] for answer in answers] == [str(photo) for _, photo in wanted]
    found = [
        sku in [result["sku"] for result in answer["results"]]
        for (sku, _), answer in zip(wanted, answers, strict=True)
    ]
    assert sum(found) / len(found) > 0.6  # one catalog photo a product, raw vectors; chance would be 0.12
    first = answers[0]
    assert set(first) == {"photo", "verdict", "barcode", "results", "ms"}
    assert set(first["results"][0]) == {
        *("sku", "title", "score", "confidence", "photo", "outside_filter"),
        *("price_minor", "currency", "sale", "why", "elsewhere"),
    }
    assert set(first["ms"]) == {"decode", "embed", "index", "total", "first", "settled"}
    assert first["ms"]["first"] <= first["ms"]["settled"] == first["ms"]["total"]
    assert first["verdict"] in {"match", "unsure", "unknown"}


def test_one_bad_picture_does_not_cost_the_others(
    grocery: Path, grocery_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "letter.jpg"
    bad.write_text("Dear customer")
    good = labelled(grocery, "shop_photos.csv", 1000)[0][1]
    code, out, err = run(capsys, "--shop", grocery_shop, "search", bad, good, "--json")
    assert code == 1
    assert [answer["photo"] for answer in json.loads(out)] == [str(good)]
    assert "letter.jpg" in err


def test_evaluation_prints_the_figures_of_the_contract(
    grocery: Path, grocery_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "photos.csv"
    rows = labelled(grocery, "shop_photos.csv", 160)
    table.write_text("photo,sku\n" + "".join(f"{photo},{sku}\n" for sku, photo in rows), encoding="utf-8")
    figures = run_json(capsys, "--shop", grocery_shop, "evaluate", table)
    assert figures["photos"] == len(rows)
    assert 0.2 < figures["top1"] < figures["top5"] <= figures["top10"] <= 1
    assert figures["top1"] < figures["mrr"] < 1
    assert figures["unknown_auroc"] is None
    assert figures["measure"] == "cosine"
    assert "Milk" in figures["by_category"]
    for name in ("precision", "recall", "f1", "model", "seconds", "ece", "ms_first", "ms_per_photo"):
        assert figures[name] is not None
    names = ("print", "label", "barcode")
    plain = run_json(
        capsys, "--shop", grocery_shop, "evaluate", table, *(f"--without={name}" for name in names)
    )
    assert plain["without"] == list(names)
    assert plain["top1"] < figures["top1"]  # print and label speak for the right carton


def test_an_unknown_witness_is_wrong_usage_and_the_known_ones_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--shop", str(tmp_path), "evaluate", "photos.csv", "--without", "gossip"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in ("gossip", "vector", "print", "label", "barcode", "clerk"))


def test_a_shop_that_is_not_there_is_a_known_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--shop", tmp_path / "none", "search", tmp_path / "a.jpg")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search"])
    assert ended.value.code == 2
    capsys.readouterr()


def test_sentences_come_in_the_users_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    _code, _out, err = run(capsys, "--shop", tmp_path / "none", "search", tmp_path / "a.jpg")
    assert "商店" in err or "店铺" in err


def test_a_lesson_is_taught_listed_and_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, colour in enumerate(("crimson", "navy", "seagreen", "goldenrod")):
        picture = Image.new("RGB", (200, 200), "white")
        shape = ImageDraw.Draw(picture)
        shape.rounded_rectangle((40 + 9 * number, 30, 160, 170), radius=10 + 14 * number, fill=colour)
        (tmp_path / "pictures").mkdir(exist_ok=True)
        picture.save(tmp_path / "pictures" / f"{colour}.png")
    shop = ("--shop", tmp_path / "shop")
    run_json(capsys, *shop, "import", tmp_path / "pictures")
    lesson = run_json(capsys, *shop, "learn", "--quick")
    assert lesson["kind"] == "quick"
    # Nobody photographed anything in this shop: there is no figure to give, and the sentence says why.
    assert lesson["before"] == lesson["after"] == {"top1": None}
    assert lesson["gain_interval"] is None
    assert "drawn from the catalog's pictures" in lesson["reason"]
    listed = run_json(capsys, *shop, "models", "list")
    assert [model["lesson"] for model in listed["models"]] == [lesson["lesson"]]
    assert run(capsys, *shop, "models", "use", "backbone")[0] == 0
    assert run_json(capsys, *shop, "models", "list")["in_use"] != lesson["lesson"]
    code, out, err = run(capsys, *shop, "models", "use", "9999-quick")
    assert (code, out) == (1, "") and "9999-quick" in err


def test_words_that_stand_on_packages_alone_are_found(
    grocery_shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run_json(capsys, "--shop", grocery_shop, "find", "eko")
    assert {"P038", "P046"} <= {product["sku"] for product in found}
    assert not any("eko" in product["title"].casefold().split() for product in found)


def test_find_and_export_agree_on_what_the_shop_holds(
    grocery: Path, grocery_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run_json(capsys, "--shop", grocery_shop, "find", "apple juice")
    assert {product["sku"] for product in found} >= {"P028", "P030", "P034"}
    table = tmp_path / "catalog.xlsx"
    assert run(capsys, "--shop", grocery_shop, "export", table)[0] == 0
    book = load_workbook(table)
    sheet = book.worksheets[0]
    assert sheet.max_row == 1 + 81
    sheet.delete_rows(2 + 9, 81)  # nine of them are enough to see that all comes back
    book.save(table)
    again = run_json(capsys, "--shop", tmp_path / "copy", "import", table)
    assert (again["products"], again["photos"], again["skipped"]) == (9, 9, [])
