"""The whole day without a mouse, through the real main()."""

import sqlite3
from pathlib import Path

from PIL import Image

from core.settings import Settings, save_settings
from tests.end_to_end.playing import play
from tests.painted_shop import make_priced_shop

KEYS = {
    "find by name": 8,
    "find by picture": 1,
    "say that it is right": 1,
    "take it back": 1,
    "say what it is instead": 6,
    "sell one": 1,
    "add what the shop does not have": 7,
    "change a price": 11,
    "take a price back": 1,
    "tag a group": 8,
    "count a product and book it": 21,
    "import a table": 8,
    "take the import back": 1,
}
"""Typed letters are counted too."""


def test_a_whole_day_is_worked_by_keys_alone_and_the_focus_is_never_lost(tmp_path: Path) -> None:
    shop = make_priced_shop(tmp_path / "shop")
    places = {"tables": str(tmp_path)}
    settings = Settings(guide_seen=True, device="cpu", catalog_view="table", file_places=places)
    save_settings(tmp_path / "home" / "config" / "settings.json", settings)
    (tmp_path / "1.png").write_bytes((tmp_path / "shop pictures" / "1-1.png").read_bytes())
    Image.effect_noise((300, 300), 90).convert("RGB").save(tmp_path / "unknown.png")
    (tmp_path / "more.csv").write_text("sku,title,price\nX-1,Pear,1.10\nX-2,Peach,2.20\n", encoding="utf-8")
    seen = play("keyboard_scenarios:the_day", shop, tmp_path)["seen"]
    assert seen["found"] == "Apple juice"
    assert seen["lost"] == []
    assert seen["keys"] == KEYS
    with sqlite3.connect(shop / "catalog.db") as db:
        stock = dict(db.execute("SELECT title, stock_milli FROM products"))
        tagged = db.execute("SELECT count(*) FROM product_tags WHERE tag = 'shelf'").fetchone()[0]
    assert stock["Apple"] == 12_000, stock
    assert "lamp" in map(str.lower, stock), stock
    assert "Pear" not in stock, stock
    assert tagged >= 1
    print(seen["keys"])


def test_the_table_of_keys_says_what_was_counted() -> None:
    (page,) = (Path(__file__).resolve().parents[2] / "docs" / "decisions").glob("*-keys-and-clicks.md")
    rows = [
        [cell.strip() for cell in line.split("|")] for line in page.read_text(encoding="utf-8").splitlines()
    ]
    told = {row[1]: row[2] for row in rows if len(row) > 3}
    assert {task: told.get(task, "").partition(" ")[0] for task in KEYS} == {
        task: str(keys) for task, keys in KEYS.items()
    }
