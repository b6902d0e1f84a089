"""What the window's engine does with a real shop."""

from pathlib import Path

from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.moderation.keeping import photos_waiting
from core.shop.opening import open_shop
from desktop_app.engine.shop_engine import ShopEngine
from tests.core.cartons import CARTONS, carton

_WARMING = 3
"""Pieces of what a first search needs."""
_OF_A_PHOTO = 3
"""Its print, its words, the writing on it; a child process looks for what must not be shown."""


def pieces_left(engine: ShopEngine) -> int:
    pieces = 0
    while engine.prepare_next():
        pieces += 1
    return pieces


def test_idle_it_finds_print_and_words_of_each_catalog_photo_and_of_those_that_come(tmp_path: Path) -> None:
    folder = tmp_path / "cartons"
    folder.mkdir()
    for seed in range(CARTONS - 1):
        carton(seed).save(folder / f"{seed}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder))
    engine = ShopEngine(tmp_path / "shop", device="cpu")
    engine.open(lambda _progress: True)
    assert pieces_left(engine) > _WARMING + _OF_A_PHOTO * (CARTONS - 1)
    assert photos_waiting(engine.shop) == []
    carton(CARTONS - 1).save(folder / "new.png")
    import_entries(engine.shop, folder_entries(folder))
    assert not engine.prepare_next()  # until the window counts again what the shop holds
    engine.facts()
    assert pieces_left(engine) > _OF_A_PHOTO and photos_waiting(engine.shop) == []
    engine.close()


def test_a_shop_that_another_program_changes_is_said_to_be_read_only_as_it_opens(tmp_path: Path) -> None:
    with open_shop(tmp_path / "shop", create=True, device="cpu"):
        engine = ShopEngine(tmp_path / "shop", device="cpu")
        said = engine.open(lambda _progress: True).read_only
        engine.close()
    assert str(said) == "Read-only: another program is changing the shop."
    engine = ShopEngine(tmp_path / "shop", device="cpu")
    assert engine.open(lambda _progress: True).read_only is None
    engine.close()
