"""Tagging and counting the grocery shop through the real main(), with real pictures and real frames."""

import shutil
from pathlib import Path

from PIL import Image

from core.catalog.stock import Reason, movements
from core.catalog.tags.tags import tag_counts
from core.settings import Settings, save_settings
from core.shop.opening import open_shop
from tests.end_to_end.playing import play

HELD = "Cucumber"


def used(tmp_path: Path) -> Path:
    """The folder of a user who has seen the first steps."""
    save_settings(tmp_path / "home" / "config" / "settings.json", Settings(guide_seen=True, device="cpu"))
    return tmp_path


def test_the_whole_shop_is_tagged_by_keys_and_the_last_step_taken_back(
    corner_shop: Path, tmp_path: Path
) -> None:
    seen = play("shelf_scenarios:tag_the_shop", corner_shop, used(tmp_path))["seen"]
    assert seen["tagged"] == 81 and seen["said"] == "All 81 products are tagged"
    assert seen["after undo"] < 81
    with open_shop(corner_shop, write=False) as opened:
        counts = {found.tag: found.products for found in tag_counts(opened.catalog)}
        categories = dict(
            opened.catalog.db.execute("SELECT category, count(*) FROM products GROUP BY category").fetchall()
        )
    assert sum(counts.values()) == seen["after undo"]
    assert all(counts[tag] <= categories[tag] for tag in counts)


def test_a_count_is_typed_scanned_held_up_dropped_and_booked(corner_shop: Path, tmp_path: Path) -> None:
    with open_shop(corner_shop, write=False) as opened:
        (sha256,) = opened.catalog.db.execute(
            "SELECT sha256 FROM photos JOIN products ON products.id = product_id WHERE title = ?", [HELD]
        ).fetchone()
        shutil.copy(opened.files.path(sha256), tmp_path / "held.jpg")
        before = dict(opened.catalog.db.execute("SELECT title, stock_milli / 1000 FROM products").fetchall())
    Image.effect_noise((300, 300), 90).convert("RGB").save(tmp_path / "doubtful.jpg")
    seen = play("shelf_scenarios:count_the_shop", corner_shop, used(tmp_path))["seen"]
    assert seen["held"] == 2  # each piece once, however long it was held
    assert seen["counted"] == {"Banana": 12, "Granny Smith": 2, HELD: 3}
    assert seen["doubts"] == 1
    with open_shop(corner_shop, write=False) as opened:
        after = dict(opened.catalog.db.execute("SELECT title, stock_milli / 1000 FROM products").fetchall())
        booked = [found for found in movements(opened.catalog) if found.reason is Reason.COUNT]
    assert after == before | seen["counted"]
    assert len(booked) == len(seen["differing"])
