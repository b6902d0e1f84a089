"""Cards and posters from the catalog page: what is chosen is seen, and forbidden words stop the press."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.advertising.posters.occasions import MOST, Occasion
from core.advertising.words import Language
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.paper.page import Words
from core.quantities.sale_price import Sale
from desktop_app.pages.catalog.advertising.dialog import AdvertisingDialog
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import select, shop_of
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.desktop_app.test_accessibility import nameless


@pytest.fixture
def dialog(page: CatalogPage, qtbot: QtBot) -> AdvertisingDialog:
    """Two toys, laid out."""
    select(page, qtbot, "R-1", "R-2")
    page.acts.advertise.trigger()
    found = page.findChild(AdvertisingDialog)
    assert isinstance(found, AdvertisingDialog)
    qtbot.waitUntil(lambda: len(found.pages) == 1)
    return found


def text(dialog: AdvertisingDialog) -> str:
    return " ".join(mark.text for page in dialog.pages for mark in page.marks if isinstance(mark, Words))


def type_headline(dialog: AdvertisingDialog, words: str) -> None:
    dialog.form.headline.line.setText(words)
    dialog.form.headline.line.setModified(True)
    dialog.form.headline.finish()


def test_products_are_compared_then_apart_then_on_a_poster(dialog: AdvertisingDialog, qtbot: QtBot) -> None:
    assert {"Red", "Blue"} <= set(text(dialog).split())
    assert not dialog.form.headline.isVisibleTo(dialog)
    count = len(dialog._ids)
    dialog.form.separate.setChecked(True)
    qtbot.waitUntil(lambda: len(dialog.pages) == count)
    dialog.form.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Special offer" in text(dialog))
    assert dialog.form.headline.isVisibleTo(dialog)
    qtbot.waitUntil(lambda: dialog.preview.is_shown)


def test_a_forbidden_word_is_named_and_nothing_goes_out_until_it_is_meant(
    dialog: AdvertisingDialog, qtbot: QtBot
) -> None:
    dialog.form.kind.setCurrentIndex(1)
    type_headline(dialog, "Toys that fight: this fights cancer")
    qtbot.waitUntil(lambda: "fights cancer" in dialog.notes.text())
    assert not any(button.isEnabled() for button in dialog.output_buttons())
    assert dialog.form.despite_words.isVisibleTo(dialog)
    dialog.form.despite_words.setChecked(True)
    assert all(button.isEnabled() for button in dialog.output_buttons())
    type_headline(dialog, "Toys for winter")
    qtbot.waitUntil(lambda: "Toys for winter" in text(dialog))
    assert not dialog.form.despite_words.isVisibleTo(dialog)
    assert dialog.save_button.isEnabled()


def test_a_day_that_is_none_is_told_and_days_are_printed(dialog: AdvertisingDialog, qtbot: QtBot) -> None:
    dialog.form.kind.setCurrentIndex(2)
    line = dialog.form.last
    line.line.setText("24.12.")
    line.line.setModified(True)
    assert not line.finish()
    line.line.setText("2026-12-24")
    assert line.finish()
    qtbot.waitUntil(lambda: "Until 24 December 2026" in text(dialog))
    dialog.form.language.setCurrentIndex(1)
    assert dialog.form.options().language is Language.CHINESE
    qtbot.waitUntil(lambda: "截至2026年12月24日" in text(dialog))


def test_a_poster_chooses_its_products_by_itself(
    page: CatalogPage, dialog: AdvertisingDialog, qtbot: QtBot
) -> None:
    assert not dialog.form.of.isVisibleTo(dialog)  # cards are of what was selected
    dialog.form.kind.setCurrentIndex(1)
    dialog.form.of.setCurrentIndex(3)
    assert dialog.form.occasion() is Occasion.NEW
    qtbot.waitUntil(lambda: "There is no such product now" in dialog.message.label.text())
    assert not any(button.isEnabled() for button in dialog.output_buttons())
    dialog.form.of.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "New here" in text(dialog))


def test_which_of_more_than_fit_stand_on_a_poster_is_chosen(
    page: CatalogPage, dialog: AdvertisingDialog, qtbot: QtBot
) -> None:
    for number in range(MOST + 2):
        offer = ProductDraft(f"O-{number}", f"Offer{number}", price_minor=200, currency="EUR", sale=Sale(100))
        upsert_product(shop_of(page).catalog, offer, who="test")
    choice = dialog.form.choice
    assert not choice.isVisibleTo(dialog)
    dialog.form.kind.setCurrentIndex(1)
    dialog.form.of.setCurrentIndex(1)
    qtbot.waitUntil(lambda: choice.isVisibleTo(dialog), timeout=PATIENCE_MS)
    assert next(label.text() for label in choice.findChildren(QLabel)) == "60 of 62 chosen"
    first, last = choice.list.item(0), choice.list.item(MOST + 1)
    assert not last.flags() & Qt.ItemFlag.ItemIsEnabled, "one has to be taken off before"
    first.setCheckState(Qt.CheckState.Unchecked)
    last.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: last.text() in text(dialog).split(), timeout=PATIENCE_MS)
    assert first.text() not in text(dialog).split()
    for row in range(choice.list.count()):
        choice.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "No product is chosen" in dialog.message.label.text(), timeout=PATIENCE_MS)
    dialog.form.of.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "Red" in text(dialog).split(), timeout=PATIENCE_MS)
    assert not choice.isVisibleTo(dialog)


def test_a_picture_for_a_chat_is_written_in_its_size(
    dialog: AdvertisingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.form.size_.setCurrentIndex(dialog.form.size_.findText("Square", Qt.MatchFlag.MatchStartsWith))
    qtbot.waitUntil(lambda: bool(dialog.pages) and dialog.pages[0].width == dialog.pages[0].height)
    dialog.write_pictures(dialog._found, tmp_path / "card.png")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "card.png" in dialog.message.label.text())
    with Image.open(tmp_path / "card.png") as picture:
        assert picture.size == (1080, 1080)


def test_every_control_has_a_name_in_both_languages(page: CatalogPage, dialog: AdvertisingDialog) -> None:
    for language in ("zh_CN", "en"):
        page._services.languages.choose(language)
        QApplication.processEvents()
        assert nameless(dialog) == []


def test_a_headline_that_is_too_long_says_so_below_itself(dialog: AdvertisingDialog, qtbot: QtBot) -> None:
    dialog.form.kind.setCurrentIndex(1)
    type_headline(dialog, "x" * 81)
    assert "80 signs can be read there" in dialog.form.headline.problem.text()
    type_headline(dialog, "x" * 80)
    assert not dialog.form.headline.problem.text()
