"""Where our photos are used, from the catalog page: what is dropped is looked through, listed and shown."""

import json
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.upsert import ProductDraft, upsert_product
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.catalog.tracing.dialog import TracingDialog
from desktop_app.pages.catalog.tracing.model import ROW_ROLE
from tests.core.cartons import carton
from tests.core.imaging.pdfs.paged import pdf
from tests.desktop_app.pages.catalog.on_the_page import product, shop_of
from tests.desktop_app.test_accessibility import nameless


@pytest.fixture
def found(tmp_path: Path) -> Path:
    """Two copies, one on the second page of a PDF; a stranger; a damaged file."""
    folder = tmp_path / "found"
    folder.mkdir()
    scene = Image.new("RGB", (800, 600), "white")
    scene.paste(ImageOps.mirror(carton(2)), (300, 100))
    scene.save(folder / "a.png")
    carton(9).save(folder / "b.png")
    (folder / "c.png").write_bytes(b"no picture")
    pdf(folder / "d.pdf", [carton(8), carton(1)])
    return folder


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot) -> TracingDialog:
    """The toys, and three cartons."""
    shop = shop_of(page)
    for seed in (1, 2, 3):
        made = upsert_product(shop.catalog, ProductDraft(f"C-{seed}", f"Carton {seed}")).product_id
        stored = shop.files.add(carton(seed))
        add_photo(shop.catalog, made, PhotoFile(stored.sha256, stored.width, stored.height))
    page.acts.trace.trigger()
    found = page.findChild(TracingDialog)
    assert isinstance(found, TracingDialog) and found.isVisible()
    return found


def drop(dialog: TracingDialog, path: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60_000)


def rows(dialog: TracingDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def test_what_is_dropped_is_looked_through_and_copies_come_first(
    page: CatalogPage, dialog: TracingDialog, found: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not dialog.export_button.isVisible() and nameless(dialog) == []
    drop(dialog, found, qtbot)
    assert rows(dialog) == ["Carton 2", "Carton 1", "c.png", "b.png", "d.pdf · page 1"]
    words = "2 of 4 pictures are made of our photos. 1 could not be looked at."
    assert dialog.state.text() == words
    assert nameless(dialog) == []

    # Both pictures are shown with the same part outlined, and what was done is said.
    row = dialog.view.row
    assert row is not None and row == dialog.model.index(0).data(ROW_ROLE)
    theirs, ours = dialog.view.pictures._sides
    assert theirs.image.size().toTuple() == (800, 600)
    assert [round(corner.x(), 1) for corner in theirs.outline] == [0.9, 0.4, 0.4, 0.9]
    assert {(round(corner.x(), 1), round(corner.y(), 1)) for corner in ours.outline} == {
        *((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    }
    assert "mirrored" in dialog.view._done.text()

    # The list is written.
    dialog._export(tmp_path / "list.json")
    qtbot.waitUntil(lambda: "Written to list.json." in dialog.state.text())
    assert len(json.loads((tmp_path / "list.json").read_bytes())) == 4
    (tmp_path / "list.csv").write_text("my own notes")
    dialog._export(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: "something else" in dialog.state.text())

    # The report, too.
    dialog._report(tmp_path / "report")
    qtbot.waitUntil(
        lambda: "report" in dialog.state.text() and "Writing" not in dialog.state.text(), timeout=60_000
    )
    page_text = next((tmp_path / "report").glob("*.html")).read_text(encoding="utf-8")
    assert "Carton 2" in page_text and "Carton 1" in page_text

    # Closed, it keeps what it found; from a copy one gets to the product.
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    page.acts.trace.trigger()
    assert dialog.isVisible() and dialog.model.rowCount() == 5
    with qtbot.waitSignal(dialog.product_wanted) as wanted:
        QTest.mouseClick(dialog.product_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [product(page, "C-2").id] and not dialog.isVisible()


def test_it_can_be_stopped_and_begun_again(dialog: TracingDialog, found: Path, qtbot: QtBot) -> None:
    dialog.take([found])
    assert dialog.is_busy and dialog.stop_button.isVisible() and not dialog.files_button.isVisible()
    QTest.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60_000)
    assert dialog.files_button.isVisible() and dialog.model.rowCount() < 5
    drop(dialog, found / "b.png", qtbot)
    assert rows(dialog) == ["b.png"]
    assert dialog.state.text() == "0 of 1 pictures are made of our photos."
    assert not dialog.report_button.isEnabled() and not dialog.product_button.isEnabled()


def test_a_folder_without_pictures_says_so(dialog: TracingDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    drop(dialog, tmp_path / "empty", qtbot)
    assert rows(dialog) == ["empty"]
    dialog.list.setCurrentIndex(dialog.model.index(0))
    assert "There are no pictures" in dialog.view._done.text()
