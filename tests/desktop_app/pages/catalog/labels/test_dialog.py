"""Labels from the catalog page: what is chosen is seen, and what is seen is printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paper.labels.facts import Part
from core.paper.labels.sheets import SHEETS
from core.paper.page import Words
from desktop_app.pages.catalog.labels.dialog import LabelsDialog
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.catalog.paper.printing import wanted_pages
from tests.core.paper.printed import PrintedFile
from tests.desktop_app.pages.catalog.on_the_page import select
from tests.desktop_app.test_accessibility import nameless


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot) -> LabelsDialog:
    """The labels of all four toys, laid out."""
    select(page, qtbot, "R-1", "R-2")
    page.acts.labels.trigger()
    found = page.findChild(LabelsDialog)
    assert isinstance(found, LabelsDialog)
    qtbot.waitUntil(lambda: len(found.pages) == 1)
    return found


def lines(dialog: LabelsDialog) -> list[str]:
    return [mark.text for page in dialog.pages for mark in page.marks if isinstance(mark, Words)]


def choose(dialog: LabelsDialog, qtbot: QtBot, name: str) -> None:
    if dialog.form.options().sheet.name == name:
        return
    before = dialog.pages
    dialog.form.sheet.setCurrentIndex([sheet.name for sheet in SHEETS].index(name))
    qtbot.waitUntil(lambda: bool(dialog.pages) and dialog.pages is not before)


def test_the_selected_products_are_laid_out_and_those_without_a_barcode_named(dialog: LabelsDialog) -> None:
    assert {"Red ball", "Blue ball", "Green box", "Yellow box"} <= set(lines(dialog))
    assert "(4): R-2, R-3, R-1, R-4." in dialog.notes.text(), "in the list's order"
    assert "Without a price (1): R-3" in dialog.notes.text()
    assert dialog.print_button.isEnabled() and dialog.save_button.isEnabled()
    assert dialog._counted.text() == "4 products · 4 labels"


def test_without_a_selection_there_is_nothing_to_print(page: CatalogPage) -> None:
    assert not page.acts.labels.isEnabled()


def test_what_is_not_to_stand_on_the_label_goes(dialog: LabelsDialog, qtbot: QtBot) -> None:
    assert any("€" in line for line in lines(dialog))
    dialog.form.parts[Part.PRICE].setChecked(False)
    qtbot.waitUntil(lambda: bool(dialog.pages) and not any("€" in line for line in lines(dialog)))


def test_as_many_copies_as_there_are_in_stock(dialog: LabelsDialog, qtbot: QtBot) -> None:
    dialog.form.copies.setCurrentIndex(dialog.form.copies.count() - 1)
    qtbot.waitUntil(lambda: lines(dialog).count("Red ball") == 5)


def test_a_click_on_the_preview_begins_there(dialog: LabelsDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "L7160")
    before = dialog.pages
    qtbot.waitUntil(lambda: dialog.preview.is_shown)
    middle = dialog.preview.rect().center()
    QTest.mouseClick(dialog.preview, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert dialog.form.first.currentIndex() + 1 == 11, "the middle one of 21"
    qtbot.waitUntil(lambda: bool(dialog.pages) and dialog.pages is not before)
    assert dialog.pages[0].marks[0].x > 70


def test_another_sheet_is_remembered_and_has_its_own_places(
    page: CatalogPage, dialog: LabelsDialog, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "57x32")
    assert len(dialog.pages) == 4
    assert dialog.form.first.count() == 1
    assert page._services.preferences.settings.label_sheet == "57x32"
    dialog.reject()
    page.acts.labels.trigger()
    again = page.findChildren(LabelsDialog)[-1]
    assert again.form.options().sheet.name == "57x32"
    again.reject()


def test_the_preview_is_the_page(dialog: LabelsDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "57x32")
    shown: list[QImage] = []
    dialog.work.painted.connect(lambda _page, image: shown.append(image))
    dialog._draw()
    qtbot.waitUntil(lambda: len(shown) > 0)
    image = shown[0]
    assert image.width() / image.height() == pytest.approx(57 / 32, abs=0.02)
    dark = [image.pixelColor(x, y).black() for x in range(0, image.width(), 3) for y in range(image.height())]
    assert 0.03 < sum(value > 200 for value in dark) / len(dark) < 0.4


def test_a_pdf_is_written_and_said_to_be(dialog: LabelsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.work.written):
        dialog.work.write(dialog.pages, tmp_path / "labels.pdf")
    assert "labels.pdf" in dialog.message.label.text()
    printed = PrintedFile(tmp_path / "labels.pdf")
    assert "Red ball" in printed.text()
    printed.close()


def test_a_file_that_is_something_else_is_left_alone_and_that_is_said(
    dialog: LabelsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear Ann")
    with qtbot.waitSignal(dialog.work.failed):
        dialog.work.write(dialog.pages, letter)
    assert "something else" in dialog.message.label.text()
    assert letter.read_text() == "Dear Ann"


def test_only_the_pages_that_were_chosen_are_printed_in_the_order_that_was(
    dialog: LabelsDialog, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "57x32")
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert wanted_pages(printer, dialog.pages) == list(dialog.pages[1:3])
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, dialog.pages) == [dialog.pages[2], dialog.pages[1]]


def test_every_control_has_a_name_in_both_languages(page: CatalogPage, dialog: LabelsDialog) -> None:
    for language in ("zh_CN", "en"):
        page._services.languages.choose(language)
        QApplication.processEvents()
        assert nameless(dialog) == []


@pytest.mark.parametrize("name", ["L7160", "57x32"])
def test_what_comes_out_of_a_printer_has_its_true_size_and_is_read_by_a_scanner(
    dialog: LabelsDialog, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    choose(dialog, qtbot, name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(dialog.work.printed) as told:
        dialog.print_on(printer)
    assert told.args == [len(dialog.pages)]
    printed = PrintedFile(tmp_path / "printed.pdf")
    sheet = dialog.form.options().sheet
    assert printed.size_mm() == pytest.approx(sheet.paper, abs=0.3)
    read = {text for page in range(printed.pages) for text, _ in printed.codes(page)}
    printed.close()
    assert read == {"R-1", "R-2", "R-3", "R-4"}
