"""Selected products cut out: seen before and after, then written into a folder."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.pages.catalog.cut_out.dialog import CutOutDialog
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import select
from tests.desktop_app.test_accessibility import nameless


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot) -> CutOutDialog:
    """The cut-outs of all four toys; the first is shown."""
    select(page, qtbot, "R-1", "R-2")
    page.acts.cut_out.trigger()
    found = page.findChild(CutOutDialog)
    assert isinstance(found, CutOutDialog)
    qtbot.waitUntil(lambda: found.preview is not None)
    return found


def test_the_product_is_seen_before_and_after_and_the_next_one_by_a_key(
    dialog: CutOutDialog, qtbot: QtBot
) -> None:
    assert dialog.preview is not None
    first = dialog.preview.title
    assert not dialog.before.image.isNull() and not dialog.after.image.isNull()
    assert dialog.after.image.width() == dialog.after.image.height()
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.preview.title != first)


def test_another_format_is_shown_at_once(dialog: CutOutDialog, qtbot: QtBot) -> None:
    dialog.format.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.after.image.height() > dialog.after.image.width()
    assert dialog.wanted.name == "portrait"


def test_all_of_them_are_written_and_what_was_left_out_is_named(
    dialog: CutOutDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.unsure.setChecked(True)
    dialog.write_into(tmp_path / "out")
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: "Pictures written: 4" in dialog.message.label.text())
    assert len(list((tmp_path / "out").glob("*-square.jpg"))) == 4
    with Image.open(tmp_path / "out" / "R-1-square.jpg") as picture:
        assert picture.size == (1600, 1600)
    dialog.write_into(tmp_path / "out")
    qtbot.waitUntil(lambda: "Left out: R-" in dialog.message.label.text())


def test_a_folder_inside_a_shop_is_refused_in_a_sentence(
    dialog: CutOutDialog, qtbot: QtBot, page: CatalogPage
) -> None:
    from tests.desktop_app.pages.catalog.on_the_page import shop_of

    dialog.write_into(shop_of(page).folder / "out")
    qtbot.waitUntil(lambda: dialog.message.label.text() != "")
    assert dialog.message.label.text() and dialog.save_button.isEnabled()
