"""The search page through the real main(): parts of pictures, barcodes, words, several pictures of one."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.settings import Settings, save_settings
from core.shop.opening import open_shop
from tests.core.conftest import SHAPES, draw
from tests.core.imaging.barcode_photos import label, photo_with
from tests.end_to_end.playing import play

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


def test_a_clerk_searches_with_a_part_a_barcode_words_a_scanner_and_several_pictures(counter: Path) -> None:
    save_settings(counter / "home" / "config" / "settings.json", Settings(guide_seen=True, device="cpu"))
    seen = play("query_scenarios:search_in_every_way", counter / "shop", counter)["seen"]
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
