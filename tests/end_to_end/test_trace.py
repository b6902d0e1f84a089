"""``snapshelf trace`` as the contract has it."""

import json
from pathlib import Path

from PIL import Image, ImageOps

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from tests.core.cartons import carton
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
