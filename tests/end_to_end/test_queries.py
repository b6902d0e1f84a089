"""The search page through the real main(): parts of pictures, barcodes, words, several pictures of one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.catalog.products.products import ProductDraft, upsert_product
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.settings import Settings, save_settings
from core.shop.opening import open_shop
from tests.core.conftest import SHAPES, draw
from tests.core.imaging.barcode_photos import label, photo_with

DRIVER = Path(__file__).with_name("scenario_driver.py")
CODE, FOREIGN = "4006381333931", "2000000010007"


@pytest.fixture
def counter(tmp_path: Path) -> Path:
    """A shop of four things, one with a barcode, and the photos that a clerk searches with."""
    for name, (shape, colour) in SHAPES.items():
        path = tmp_path / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(path)
    with open_shop(tmp_path / "shop", create=True) as shop:
        import_entries(shop, folder_entries(tmp_path / "pictures"))
        upsert_product(shop.catalog, ProductDraft("Boxes/yellow box", barcode=CODE))
    red = draw(*SHAPES["Balls/red ball"], shift=10, ground=230)
    two = Image.new("RGB", (640, 320), (230, 230, 230))
    two.paste(red, (0, 0))
    two.paste(draw(*SHAPES["Boxes/green box"], ground=230), (320, 0))
    two.save(tmp_path / "two.png")
    red.save(tmp_path / "red.png")
    draw(*SHAPES["Balls/red ball"], shift=-8, ground=220).save(tmp_path / "red again.png")
    for name, code in (("scanned", CODE), ("foreign", FOREIGN)):
        photo_with(label(code), share=0.5, turn=7, lean=0.1, blur=0.7).save(tmp_path / f"{name}.png")
    return tmp_path


def play(scenario: str, folder: Path) -> dict[str, Any]:
    """Run the program on the shop, play the scenario, and tell what was seen."""
    home, result = folder / "home", folder / "seen.json"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "en_US.UTF-8",
        "LANG": "en_US.UTF-8",
        "SNAPSHELF_HOME": str(home),
        "SCENARIO_FOLDER": str(folder),
    }
    save_settings(home / "config" / "settings.json", Settings(guide_seen=True, device="cpu"))
    name = f"tests.end_to_end.query_scenarios:{scenario}"
    command: list[str | Path] = [sys.executable, DRIVER, name, result, "--shop", folder / "shop"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=295, check=False)
    assert result.exists(), ended.stderr
    told: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert told["problem"] is None, told
    assert ended.returncode == 0, ended.stderr
    print("longest standstill of the event loop, ms:", told["late_ms"])
    seen: dict[str, Any] = told["seen"]
    return seen


def test_a_clerk_searches_with_a_part_a_barcode_words_a_scanner_and_several_pictures(counter: Path) -> None:
    seen = play("search_in_every_way", counter)
    assert len(seen["photo"]["titles"]) == 4
    assert seen["part"]["right"] == pytest.approx(0.76)
    assert seen["whole again"] is True
    assert seen["barcode"]["code"] == CODE
    assert seen["barcode"]["titles"][0] == "yellow box"
    assert "This is yellow box" in seen["barcode"]["headline"] and CODE in seen["barcode"]["headline"]
    assert seen["foreign"]["code"] == FOREIGN and FOREIGN in seen["foreign"]["headline"]
    assert {"red ball", "blue ball"} == set(seen["words"]["titles"])
    assert seen["scanned"] == "yellow box"
    assert seen["together"]["titles"][0] == "red ball" and seen["together"]["pictures"] == 2
    assert seen["field"] == ""
