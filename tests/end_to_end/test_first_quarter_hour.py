"""The first quarter of an hour, through the real main(): from nothing to a shop of one's own that finds."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.settings import Settings, save_settings
from tests.end_to_end.conftest import draw
from tests.end_to_end.playing import play


def played(scenario: str, folder: Path) -> dict[str, Any]:
    seen: dict[str, Any] = play(f"first_scenarios:{scenario}", None, folder)["seen"]
    return seen


def test_from_the_cards_to_a_shop_whose_table_is_imported_and_found(tmp_path: Path) -> None:
    table = "Code,Product,Price\nA1,Red mug,3.50\nA2,Tea,1.20\n"
    (tmp_path / "goods.csv").write_text(table, encoding="utf-8")
    seen = played("own_shop_from_a_table", tmp_path)
    assert seen["cards"] == ["Try the demo", "Bring in my products", "Open a shop"] and seen["focus"]
    assert (seen["currency"], seen["products"], seen["found"]) == ("PLN", 2, "Red mug")
    assert (tmp_path / "shops" / "Corner shop" / "catalog.db").is_file()


@pytest.mark.long  # below, a folder is imported while the pages are looked at
def test_from_the_cards_to_a_shop_whose_folder_of_pictures_is_imported_and_found(tmp_path: Path) -> None:
    draw(tmp_path / "pictures")
    seen = played("own_shop_from_a_folder", tmp_path)
    assert (seen["products"], seen["found"]) == (3, "red ball")


def test_an_import_runs_in_the_background_and_is_told_of_on_every_page(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for number in range(16):
        colour = (15 * number, 240 - 15 * number, 7 * (number % 9))
        Image.new("RGB", (64, 64), colour).save(tmp_path / "pictures" / f"colour {number}.png")
    seen = played("import_in_the_background", tmp_path)
    assert "“Corner shop”" in seen["into"] and seen["dialog is away"]
    assert len(seen["pages"]) == 7
    assert all("Importing pictures" in said and "of 16" in said for said in seen["pages"].values())
    assert seen["waiting"] == "Your products are on their way"
    assert seen["note"] == "pictures – " + seen["report"] and "Products: 16 new" in seen["report"]
    assert seen["read"]


def test_from_the_cards_to_a_shop_whose_first_product_is_made_by_hand(tmp_path: Path) -> None:
    assert played("own_shop_one_by_one", tmp_path)["found"] == "Blue mug"


def test_shops_are_renamed_made_switched_and_forgotten(tmp_path: Path) -> None:
    seen = played("other_shops", tmp_path)
    assert seen["renamed"] == ["Second"]
    assert "There is something in" in seen["taken"]
    assert seen["button"] == "Third"
    assert "“Second” is no longer in" in seen["gone"]
    assert seen["known at the end"] == []


def test_a_shop_that_is_gone_is_said_and_no_other_is_opened_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "no shop").mkdir()
    settings = Settings(recent_shops=(str(tmp_path / "gone"), str(tmp_path / "no shop")))
    save_settings(tmp_path / "home" / "config" / "settings.json", settings)
    seen = played("last_shop_is_gone", tmp_path)
    assert "“gone” is no longer in" in seen["said"] and "gone" in seen["known"]
    assert "There is no shop in" in seen["said then"]
