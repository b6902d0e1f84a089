"""``search`` and ``count`` of films as the contract has them."""

import json
from pathlib import Path

from PIL import Image

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from tests.core.cartons import carton, held_up
from tests.core.imaging.films.filmed import film, walk
from tests.end_to_end.answers import Run


def test_a_film_is_searched_and_counted(tmp_path: Path, run: Run) -> None:
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    for seed in range(2):
        carton(seed).save(catalog / f"{seed}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(catalog))
    path = film(tmp_path / "counter.mp4", walk([held_up(carton(1))]))
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film")

    code, out, err = run("--shop", tmp_path / "shop", "search", broken, path, "--json")
    assert code == 1 and "broken.mp4" in err
    (found,) = json.loads(out)
    assert (found["photo"], found["seconds"]) == (str(path), 1.0)
    (product,) = [one for one in found["results"] if one["sku"] == "1"]
    (time,) = product["times"]
    assert 0 <= time["from_s"] <= time["best_s"] <= time["to_s"] < 1
    code, out, _err = run("--shop", tmp_path / "shop", "search", path)
    assert code == 0 and out.startswith("counter.mp4: 1 products in 1 seconds of film") and "0:00" in out

    still = film(tmp_path / "still.mp4", [Image.new("RGB", (320, 240), "white")] * 3)
    shown = film(tmp_path / "shown.mp4", [carton(1)] * 3)
    code, out, err = run("--shop", tmp_path / "shop", "count", broken, still, shown, "--json")
    assert code == 1 and "broken.mp4" in err and "still.mp4: no frame is sharp" in err
    nothing, counted = json.loads(out)
    assert nothing["products"] == [] and nothing["frames"] == 0
    assert (counted["photo"], counted["frames"], counted["torn_s"]) == (str(shown), 1, [])
    for piece in counted["products"]:
        assert {"sku", "box", "confidence", "time_s", "frames"} == set(piece)
        assert 0 <= piece["box"][0] < piece["box"][2] <= 420 and 0 <= piece["time_s"] < 0.3
