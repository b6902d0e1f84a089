"""Importing in the window, into a real shop."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from core.catalog.currencies.shop_currency import shop_currency
from core.catalog.products.products import counts, product_by_sku
from core.catalog.stock import movements
from core.paths import resources
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.table_model import TableModel
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.importing.dialog import ImportDialog
from desktop_app.program.user_name import user_name
from desktop_app.widgets.fields.mapping_form import MappingForm


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[ShopEngine]:
    """An engine with an empty shop open."""
    with open_shop(tmp_path / "shop", create=True):
        pass
    engine = ShopEngine(tmp_path / "shop")
    engine.open(lambda _progress: None)
    yield engine
    engine.close()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Lanes that end with the test."""
    jobs = Jobs()
    yield jobs
    assert jobs.close()


def opened(qtbot: QtBot, engine: ShopEngine, jobs: Jobs, source: Path) -> ImportDialog:
    dialog = ImportDialog(ShopJobs(jobs, engine), source, is_folder=source.is_dir())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog: ImportDialog) -> str:
    """All that the dialog says."""
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join([*labels, *(notes.toPlainText() for notes in dialog.findChildren(QPlainTextEdit))])


def table(tmp_path: Path, text: str) -> Path:
    Image.new("RGB", (64, 64), (200, 40, 40)).save(tmp_path / "mug.png")
    path = tmp_path / "goods.csv"
    path.write_text(text, encoding="utf-8")
    return path


def shop_of(engine: ShopEngine) -> Shop:
    return engine.shop


def test_a_known_table_is_ready_at_once_and_nothing_is_changed_before_it_is_asked_for(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = table(tmp_path, "sku,title,photo\nA1,Mug,mug.png\nA2,Cup,gone.png\n")
    dialog = opened(qtbot, engine, jobs, source)
    qtbot.waitUntil(dialog.is_ready)
    assert "Products: 2 new" in words(dialog)
    assert "gone.png" in words(dialog)
    assert counts(shop_of(engine).catalog).products == 0
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    assert dialog.is_done()
    assert counts(shop_of(engine).catalog).products == 2


def test_an_unknown_table_is_mapped_by_hand(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = table(tmp_path, "Thing no,What it is,How much\nA1,Mug,3.50\n")
    dialog = opened(qtbot, engine, jobs, source)
    (form,) = dialog.findChildren(MappingForm)
    choices = form.findChildren(QComboBox)
    qtbot.waitUntil(lambda: all(choice.count() == 4 for choice in choices))
    by_name = {choice.accessibleName(): choice for choice in choices}
    assert not dialog.is_ready()
    by_name["SKU (number)"].setCurrentText("Thing no")
    by_name["Title"].setCurrentText("What it is")
    by_name["Price"].setCurrentText("How much")
    qtbot.waitUntil(dialog.is_ready)
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    product = product_by_sku(shop_of(engine).catalog, "A1")
    assert product is not None
    assert (product.title, product.price_minor) == ("Mug", 350)


def test_a_table_with_barcodes_and_without_numbers_is_ready(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = table(tmp_path, "Barcode;Name;Einheit\n4006381333931;Mus;Stück (250 g)\n")
    dialog = opened(qtbot, engine, jobs, source)
    qtbot.waitUntil(dialog.is_ready)
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    product = product_by_sku(shop_of(engine).catalog, "4006381333931")
    assert product is not None and product.title == "Mus"


def test_what_is_no_table_is_said_in_a_sentence(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = tmp_path / "goods.csv"
    source.write_bytes(b"")
    dialog = opened(qtbot, engine, jobs, source)
    qtbot.waitUntil(lambda: "empty" in words(dialog))
    assert not dialog.is_ready()


def test_stock_that_an_import_brings_is_booked_by_whoever_works_here(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    dialog = opened(qtbot, engine, jobs, table(tmp_path, "sku,title,stock\nA1,Mug,7\n"))
    qtbot.waitUntil(dialog.is_ready)
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    product = product_by_sku(engine.shop.catalog, "A1")
    assert product is not None
    (movement,) = movements(engine.shop.catalog, [product.id])
    assert (movement.quantity, movement.who) == (whole(7), user_name())


def test_a_folder_of_pictures_is_imported(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    folder = tmp_path / "goods"
    folder.mkdir()
    Image.new("RGB", (64, 64), (200, 40, 40)).save(folder / "red mug.png")
    dialog = opened(qtbot, engine, jobs, folder)
    assert dialog.is_ready()
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    assert product_by_sku(shop_of(engine).catalog, "red mug") is not None


def test_the_preview_shows_the_first_rows(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    dialog = opened(qtbot, engine, jobs, table(tmp_path, "sku,title\nA1,Mug\nA2,杯子\n"))
    model = dialog.findChildren(QTableView)[0].model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert model.index(1, 1).data() == "杯子"
    assert isinstance(model, TableModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_what_a_table_leaves_open_is_shown_and_can_be_answered(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = tmp_path / "till.csv"
    source.write_bytes("sku;title;price\nA1;Käse;1.250\n".encode("mac_roman"))
    dialog = opened(qtbot, engine, jobs, source)
    qtbot.waitUntil(dialog.is_ready)
    assert "is 1250 or 1.25" in words(dialog)
    dialog.choices.choose("decimal", ".")
    dialog.choices.choose("encoding", "mac_roman")
    dialog.choices.choose("currency", "EUR")
    qtbot.waitUntil(lambda: dialog.is_ready() and "1250" not in words(dialog))
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    product = product_by_sku(shop_of(engine).catalog, "A1")
    assert product is not None
    assert (product.title, product.price_minor, product.currency) == ("Käse", 125, "EUR")
    assert shop_currency(shop_of(engine).catalog) == "EUR"


def test_the_dialog_fits_a_small_screen_however_long_a_sheet_is_called(
    qapp: QApplication, qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    ThemeSwitch(qapp, resources() / "styles", "light")
    book = openpyxl.Workbook()
    for name in ("Spring and summer, all there is", "Autumn and winter, all there is"):
        sheet = book.create_sheet(name)
        sheet.append(["sku", "title"])
        sheet.append(["C1", "Coat"])
    book.save(tmp_path / "goods.xlsx")
    for source in (table(tmp_path, "sku,title\nA1,Taza\n"), tmp_path / "goods.xlsx"):
        dialog = opened(qtbot, engine, jobs, source)
        qtbot.waitUntil(dialog.is_ready)
        assert dialog.width() <= 1000
        dialog.close()


def test_another_sheet_can_be_chosen(qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, sku in (("Spring", "S1"), ("Autumn", "A1")):
        sheet = book.create_sheet(name)
        sheet.append(["sku", "title"])
        sheet.append([sku, "Coat"])
    book.remove(book["Sheet"])
    source = tmp_path / "goods.xlsx"
    book.save(source)
    dialog = opened(qtbot, engine, jobs, source)
    qtbot.waitUntil(dialog.is_ready)
    assert "The sheet “Spring” is read. Not read: “Autumn”." in words(dialog)
    dialog.choices.choose("sheet", "Autumn")
    qtbot.waitUntil(lambda: dialog.is_ready() and "Spring" not in words(dialog))
    with qtbot.waitSignal(dialog.imported):
        dialog.start()
    assert product_by_sku(shop_of(engine).catalog, "A1") is not None
    assert product_by_sku(shop_of(engine).catalog, "S1") is None


def test_an_import_goes_on_when_its_dialog_is_closed_and_tells_what_it_did(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    dialog = opened(qtbot, engine, jobs, table(tmp_path, "sku,title\nA1,Mug\n,Cup\n"))
    qtbot.waitUntil(dialog.is_ready)
    assert "columns are named as Snapshelf names them" in words(dialog)
    assert "Into the shop “shop”" in words(dialog)
    with qtbot.waitSignal(dialog.told) as told:
        dialog.start()
        assert dialog.is_importing and not dialog.isVisible()
        assert jobs.long_work[0].about is not None and "goods.csv" in jobs.long_work[0].about.words()
    where, said = told.args
    assert "Products: 1 new" in said() and said().endswith("Left out or in doubt: 1.")
    where()
    assert dialog.isVisible() and dialog.is_done()
    assert "no photos yet" in words(dialog)
    with qtbot.waitSignal(dialog.ended), qtbot.waitSignal(dialog.told) as gone:
        dialog.reject()
    assert gone.args == [where, None]  # or a click in the foot led to what is gone


def test_an_import_is_stopped_from_its_dialog(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(80):
        Image.new("RGB", (64, 64), (3 * number, 10, 10)).save(folder / f"{number}.png")
    dialog = opened(qtbot, engine, jobs, folder)
    dialog.start()
    dialog._show_again()
    with qtbot.waitSignal(dialog.ended):
        dialog._stop.click()
    assert not dialog.is_importing
    qtbot.waitUntil(lambda: not jobs.long_work)
    assert counts(shop_of(engine).catalog).products < 80


def test_a_dialog_that_was_closed_early_does_not_come_back(
    qtbot: QtBot, engine: ShopEngine, jobs: Jobs, tmp_path: Path
) -> None:
    source = tmp_path / "goods.csv"
    source.write_bytes(b"")  # the reading of it fails
    dialog = opened(qtbot, engine, jobs, source)
    dialog.reject()
    qtbot.wait(300)
    assert not dialog.isVisible()
