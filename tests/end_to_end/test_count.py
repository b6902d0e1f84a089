"""``snapshelf count`` as the contract has it."""

import json
from pathlib import Path

from PIL import Image

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from tests.core.cartons import carton
from tests.end_to_end.answers import Run

PLACES = {"0": (100, 120), "1": (480, 140), "2": (860, 480)}

SIZE = (160, 285)


def test_every_product_in_a_picture_is_named_with_its_place(tmp_path: Path, run: Run) -> None:
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    for seed in range(4):
        carton(seed).save(catalog / f"{seed}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(catalog))
    scene = Image.new("RGB", (1200, 900), (96, 104, 92))
    for sku, place in PLACES.items():
        scene.paste(carton(int(sku)).crop((108, 38, 313, 403)).resize(SIZE), place)
    photo, broken = tmp_path / "counter.jpg", tmp_path / "broken.jpg"
    scene.rotate(90, expand=True).save(photo, exif=_on_its_side())
    broken.write_bytes(b"no picture")
    code, out, err = run("--shop", tmp_path / "shop", "count", broken, photo, "--json")
    assert code == 1 and "broken.jpg" in err
    (counted,) = json.loads(out)
    assert counted["photo"] == str(photo)
    found = {piece["sku"]: piece for piece in counted["products"]}
    assert set(found) == set(PLACES) and len(counted["products"]) == len(PLACES)
    for sku, (left, top) in PLACES.items():
        corners = (left, top, left + SIZE[0], top + SIZE[1])
        assert all(abs(a - b) < 25 for a, b in zip(found[sku]["box"], corners, strict=True))
        assert 0 < found[sku]["confidence"] <= 1 and found[sku]["time_s"] is None
    code, out, _err = run("--shop", tmp_path / "shop", "count", photo)
    assert code == 0 and "counter.jpg: 3 pieces" in out


def _on_its_side() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif
