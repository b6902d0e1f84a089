"""What a clerk does with an answer, in the real window on the real shop."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from core.catalog.database.catalog import Catalog
from core.catalog.log.search_feedback import feedback_of
from core.catalog.log.search_log import recent_searches
from core.catalog.products.products import products_by_ids
from desktop_app.__main__ import main
from tests.end_to_end.test_window import photo_of

DRIVER = Path(__file__).with_name("answer_driver.py")


def test_refused_filtered_compared_confirmed_and_logged(grocery: Path, tmp_path: Path) -> None:
    shop = tmp_path / "Corner shop"
    assert main(["--shop", str(shop), "import", str(grocery / "catalog.csv")]) == 0
    seen = drive(tmp_path, shop, photo_of(grocery, "Granny-Smith"))
    (answer,) = seen["answers"]
    refused = answer["products"][0].split(" · ")[0]
    steps = {step["step"]: step for step in seen["steps"]}
    assert list(steps) == [
        "wrong", "in stock", "no filter", "compare", "like", "back", "right", "undo", "right again"
    ]  # fmt: skip
    assert refused not in steps["wrong"]["products"]
    assert f"Ranked anew without “{refused}”" in steps["wrong"]["told"]
    assert steps["no filter"]["products"] == steps["wrong"]["products"]
    confirmed = steps["right"]["products"][0]
    assert confirmed == steps["wrong"]["products"][0]
    assert steps["right"]["headline"].startswith(f"This is {confirmed}")
    assert steps["undo"]["products"] == steps["wrong"]["products"]
    with Catalog(shop / "catalog.db") as catalog:
        (search,) = recent_searches(catalog)
        said = feedback_of(catalog, search.id)
        assert search.origin == "file"
        assert search.feedback == "instead"  # it was not the first of the answer
        assert said.right == search.chosen_product_id
        titles = {
            product.id: product.title for product in products_by_ids(catalog, [said.right or 0, *said.wrong])
        }
        assert (titles[said.right or 0], [titles[wrong] for wrong in said.wrong]) == (confirmed, [refused])
    assert not (shop / "kept_searches").exists()  # nobody allowed it


def drive(tmp_path: Path, shop: Path, picture: Path) -> dict[str, Any]:
    """Run the program on the shop and let the driver act; what it saw."""
    result, screenshot = tmp_path / "seen.json", tmp_path / "window.png"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "en_US.UTF-8",
        "LANG": "en_US.UTF-8",
    }
    command: list[str | Path] = [sys.executable, DRIVER, result, screenshot, "--shop", shop, "--", picture]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=150, check=False)
    assert result.exists(), ended.stderr
    seen: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert ended.returncode == 0, ended.stderr
    assert seen["problem"] is None, seen
    print("seconds a step:", {step["step"]: round(step["after_s"], 3) for step in seen["steps"]})
    print("longest standstill of the event loop, ms:", seen["late_ms"])
    return seen
