"""``snapshelf trace`` as the contract has it."""

import json
from pathlib import Path

from PIL import Image, ImageOps

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from tests.core.cartons import carton
from tests.core.evidence.authority import Authority
from tests.end_to_end.answers import Run


def test_pictures_made_of_our_photos_are_named_with_place_and_edits(tmp_path: Path, run: Run) -> None:
    catalog, found = tmp_path / "catalog", tmp_path / "found"
    catalog.mkdir()
    found.mkdir()
    for seed in range(4):
        carton(seed).save(catalog / f"{seed}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(catalog))
    scene = Image.new("RGB", (900, 600), "white")
    scene.paste(ImageOps.mirror(carton(2)).resize((300, 300)), (400, 200))
    scene.save(found / "a.png")
    carton(9).save(found / "b.png")
    (found / "c.jpg").write_bytes(b"no picture")
    code, out, err = run("--shop", tmp_path / "shop", "trace", found, "--json")
    assert code == 1 and "c.jpg" in err
    first, second = json.loads(out)
    assert (first["photo"], first["time_s"]) == (str(found / "a.png"), None)
    (copy,) = first["copies"]
    assert copy["sku"] == "2" and Path(copy["photo"]).is_file() and copy["score"] > 0.9
    assert [[round(x, -1), round(y, -1)] for x, y in copy["region"]] == [
        [700, 200],
        [400, 200],
        [400, 500],
        [700, 500],
    ]
    assert copy["edits"][0] == "mirrored"
    assert second == {"photo": str(found / "b.png"), "time_s": None, "copies": []}
    reported(tmp_path, found, run)


def reported(tmp_path: Path, found: Path, run: Run) -> None:
    """The same as a report, whose log and signature are looked at with the shop and without it."""
    report = tmp_path / "report"
    code, out, err = run("--shop", tmp_path / "shop", "trace", found, "--report", report, "--json")
    assert code == 1 and str(report / "evidence.html") in err and len(json.loads(out)) == 2
    (case,) = json.loads((report / "evidence.json").read_bytes())["said"]["cases"]
    assert (case["sku"], case["line"]["how"]) == ("2", "import")
    code, out, _ = run("evidence", "verify", report, "--json")
    without_shop = json.loads(out)
    assert code == 0 and (without_shop["ok"], without_shop["copies"]) == (True, 1)
    code, out, _ = run("--shop", tmp_path / "shop", "evidence", "log", "--json")
    log = json.loads(out)
    assert code == 0 and (log["ok"], log["lines"], log["unsigned"]) == (True, 4, 0)
    assert log["keys"] == [without_shop["key"]]
    stamped(tmp_path, run)
    page = report / "evidence.html"
    page.write_bytes(page.read_bytes() + b" ")
    code, _, err = run("evidence", "verify", report)
    assert code == 1 and "evidence.html is not the one that was signed." in err


def stamped(tmp_path: Path, run: Run) -> None:
    """A request is brought to an authority, and its answer back."""
    shop, request, answer = tmp_path / "shop", tmp_path / "log.tsq", tmp_path / "log.tsr"
    assert run("--shop", shop, "evidence", "request", request)[0] == 0
    answer.write_bytes(Authority().answer(request.read_bytes()))
    code, out, _ = run("--shop", shop, "evidence", "stamp", request, answer)
    assert code == 0 and "Kept with the log: the lines up to 4 were there then." in out
    assert "Not checked: whether that certificate is to be trusted" in out
    code, out, _ = run("--shop", shop, "evidence", "verify", "--json")
    assert [one["stamped"] for one in json.loads(out)["stamps"]] == ["2026-11-30T09:30:15.000Z"]
