"""After an import in the window: what must not be shown is looked for beside the work, and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.catalog.moderation.never_sell import add_word
from core.shop.opening import open_shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.actions import ImportActions


@pytest.fixture
def imports(qtbot: QtBot, tmp_path: Path) -> Iterator[ImportActions]:
    """Imports into an empty shop that never sells rum."""
    with open_shop(tmp_path / "shop", create=True) as shop:
        add_word(shop.catalog, "rum", who="Kim")
    engine, jobs, window = ShopEngine(tmp_path / "shop"), Jobs(), QWidget()
    engine.open(lambda _progress: None)
    qtbot.addWidget(window)
    yield ImportActions(ShopJobs(jobs, engine), window)
    assert jobs.close()
    engine.close()


def folder_with(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    Image.new("RGB", (120, 120), "teal").save(folder / f"{name}.png")
    return folder


def test_what_waits_after_an_import_is_said_in_its_result_and_leads_to_it(
    imports: ImportActions, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = imports.open_dialog(folder_with(tmp_path, "rum cake"), is_folder=True)
    qtbot.waitUntil(dialog.is_ready)
    notes: list[tuple[object, object]] = []
    imports.told.connect(lambda where, words: notes.append((where, words and words())))
    dialog._go.click()  # it goes away then, and the window's foot says how far it is
    told = "1 product waits for a decision: see what must not be shown."
    qtbot.waitUntil(lambda: any(words == told or "1 product(s)" in str(words) for _where, words in notes))
    assert "must not be shown" in dialog._summary.text()
    with qtbot.waitSignal(imports.findings_wanted):
        where = notes[-1][0]
        assert callable(where)
        where()


def test_an_import_of_which_nothing_waits_says_nothing_of_it(
    imports: ImportActions, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = imports.open_dialog(folder_with(tmp_path, "plain cake"), is_folder=True)
    qtbot.waitUntil(dialog.is_ready)
    with qtbot.waitSignal(dialog.brought):
        dialog._go.click()
    qtbot.waitUntil(lambda: not imports._gate._jobs._jobs.long_work)
    assert "decision" not in dialog._summary.text()
