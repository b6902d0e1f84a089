"""Settings: each choice holds at once and is stored; locked ones cannot be changed; work shows its end."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.currencies.shop_currency import shop_currency
from core.catalog.log.search_feedback import kept_counts
from core.catalog.log.search_log import log_search
from core.catalog.low_stock import shop_mark
from core.catalog.photos.unlabelled import unlabelled_counts
from core.catalog.products.products import counts
from core.catalog.scales.shop_formats import scale_formats
from core.feedback import Said
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.policy import Policy
from core.quantities.quantity import whole
from core.search.by_words import find_by_words
from core.search.kept import keep_feedback
from core.settings import Settings, load_settings
from core.shop.opening import open_shop
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_choice import ShopWish
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.look.language import LanguageCode
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.pages.shops.new_shop_dialog import NewShopDialog
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.window.desktop import Desktop
from tests.core.embedding.text_image.tiny_towers import tiny_package, zipped
from tests.core.evidence.authority import Authority, refusal
from tests.core.ingest.unlabelled.views import view
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.desktop_app.window.misfits import misfits
from tests.painted_shop import make_shop
from tests.what_is_stored import vector_counts

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop."""
    return make_shop(tmp_path_factory.mktemp("settings") / "shop", products=2, counter_photos=0)


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "shop"))


@pytest.fixture
def desktop(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on it."""
    with window_on(shop, qapp, qtbot, pages=("settings",)) as desktop:
        yield desktop


@pytest.fixture
def page(desktop: Desktop) -> SettingsPage:
    """Its settings, in front."""
    return settings_of(desktop)


def settings_of(desktop: Desktop) -> SettingsPage:
    page = desktop.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_language_and_theme_hold_at_once_are_stored_and_follow_the_menu(
    desktop: Desktop, page: SettingsPage, shop: Path, qtbot: QtBot
) -> None:
    look = page.look
    look.language.setCurrentIndex(look.language.findData("zh_CN"))
    look.language.activated.emit(look.language.currentIndex())
    assert desktop.languages.code == "zh_CN" and desktop.window.page.title() == "设置"
    look.theme.setCurrentIndex(look.theme.findData("dark"))
    look.theme.activated.emit(look.theme.currentIndex())
    assert desktop.themes.is_dark
    stored = shop.with_name("settings.json")
    qtbot.waitUntil(lambda: load_settings(stored).theme == "dark", timeout=PATIENCE_MS)
    assert load_settings(stored).language == "zh_CN"
    desktop.themes.choose("light")
    assert look.theme.currentData() == "light"


def test_what_it_locked_is_shown_locked_and_stays(shop: Path, qapp: QApplication, qtbot: QtBot) -> None:
    decided = {
        "theme": "dark",
        "keep_search_photos": False,
        "learn_from_searches": False,
        "keep_asked_photos": False,
        "backups": "weekly",
        "sounds": False,
        "device": "cpu",
    }
    policy = Policy(shop=shop, values=decided, blur_faces=True, keep_customers=False)
    with window_on(shop, qapp, qtbot, policy=policy, pages=("settings",)) as desktop:
        page = settings_of(desktop)
        assert desktop.themes.is_dark
        assert not page.look.theme.isEnabled() and page.look.language.isEnabled()
        assert not page.privacy.keep.isEnabled() and not page.privacy.asked.isEnabled()
        assert not page.backups.often.isEnabled() and page.backups.often.currentData() == "weekly"
        assert not page.recognition.sounds.isEnabled() and page.recognition.idle.isEnabled()
        assert not page.advanced.device.isEnabled()
        assert not page.privacy.learn.isEnabled() and not page.privacy.learn.isChecked()
        assert not page.privacy.blur.isEnabled() and page.privacy.blur.isChecked()
        assert not page.privacy.customers.isEnabled() and not page.privacy.customers.isChecked()
        buttons = (*page.shop.shop_buttons, page.shop.move_button)
        assert len(buttons) == 4 and not any(button.isEnabled() for button in buttons)
        assert page.look._theme_row._lock.isVisible()
        assert page.look._theme_row._lock_words.text() == "Set by your IT"
        desktop.languages.choose("zh_CN")
    own = load_settings(shop.with_name("settings.json"))
    assert own.language in ("zh_CN", "en") and own.theme == "light"


def test_a_backup_is_written_with_progress_and_verified(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.backups.back_up(tmp_path / "all")
    assert page.message.is_working and page.is_busy()
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "all.zip" in page.message.label.text()
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert "catalog.db" in archive.namelist()


def test_a_backup_that_cannot_be_written_is_a_sentence(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    page.backups.back_up(tmp_path / "file" / "all.zip")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "could not be written" in page.message.label.text()


def test_the_shop_is_copied_while_it_is_open(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.shop.copy_shop(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    with open_shop(tmp_path / "elsewhere" / "shop", device="cpu") as copied:
        assert copied.writable


def test_another_network_is_asked_about_followed_by_every_page_and_undone(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot
) -> None:
    told: list[bool] = []
    desktop.news.model_changed.connect(lambda: told.append(True))
    search = desktop.search_page
    search.search([PictureSource("sign", path=next((page.shop.folder / "photos").rglob("*.jpg")))])
    qtbot.waitUntil(lambda: search.desk.shown is not None and search.desk.shown.is_done, timeout=PATIENCE_MS)
    first = search.desk.shown.answer if search.desk.shown is not None else None
    choice = page.advanced.network
    qtbot.waitUntil(lambda: choice.count() >= 2, timeout=PATIENCE_MS)
    before = choice.currentText()
    other = next(name for name in map(choice.itemText, range(choice.count())) if name != before)

    def choose_other() -> QMessageBox:
        choice.setCurrentIndex(choice.findText(other))
        choice.activated.emit(choice.currentIndex())
        return next(box for box in desktop.window.findChildren(QMessageBox) if box.isVisible())

    question = choose_other()
    assert other in question.text()
    question.reject()  # nothing is changed, and the box says so again
    qtbot.waitUntil(lambda: choice.currentText() == before and choice.isEnabled(), timeout=PATIENCE_MS)
    assert not told and not page.is_busy()
    question = choose_other()
    accept = QMessageBox.ButtonRole.AcceptRole
    next(button for button in question.buttons() if question.buttonRole(button) is accept).click()
    qtbot.waitUntil(lambda: bool(told), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(lambda: choice.currentText() == other and choice.isEnabled(), timeout=PATIENCE_MS)
    assert other in page.message.label.text()
    line = desktop.window.status_line
    qtbot.waitUntil(lambda: line.model.text() == other, timeout=PATIENCE_MS)
    shown = search.desk.shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.is_done and shown.answer is not first, timeout=PATIENCE_MS)
    page.message.button.click()  # Undo
    qtbot.waitUntil(lambda: choice.currentText() == before and choice.isEnabled(), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(lambda: line.model.text() == before, timeout=PATIENCE_MS)


def test_a_text_picture_network_comes_from_a_file_and_goes_again(
    desktop: Desktop, page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    row, line = page.advanced.text_image, page.message.label
    qtbot.waitUntil(row.add_button.isEnabled, timeout=PATIENCE_MS)
    assert not row.remove_button.isVisible()
    row.add_button.click()
    (dialog,) = desktop.window.findChildren(FileDialog)
    (tmp_path / "no.zip").write_bytes(b"holiday photos")
    dialog.fileSelected.emit(str(tmp_path / "no.zip"))
    dialog.close()
    qtbot.waitUntil(lambda: "is no text–picture network" in line.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(row.add_button.isEnabled, timeout=PATIENCE_MS)
    assert not row.remove_button.isVisible()
    row.file_chosen.emit(zipped(tiny_package(), tmp_path / "tiny.zip"))
    qtbot.waitUntil(lambda: "Any words" in line.text(), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(row.remove_button.isVisible, timeout=PATIENCE_MS)
    assert row.add_button.text() == "Replace…"
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    stored = engine.shop.text_image.stored
    assert stored is not None and vector_counts(engine.shop.catalog)[stored.spec.fingerprint] == 2
    assert find_by_words(engine.shop, "red box").hits
    row.remove_button.click()
    press(shown_question(desktop, qtbot), QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "is removed" in line.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not row.remove_button.isVisible(), timeout=PATIENCE_MS)
    assert engine.shop.text_image.stored is None


def test_kept_pictures_are_counted_then_forgotten(desktop: Desktop, page: SettingsPage, qtbot: QtBot) -> None:
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    shop, privacy = engine.shop, page.privacy
    assert not privacy.forget_button.isEnabled()
    search = log_search(shop.catalog, origin="file", verdict="match")
    keep_feedback(
        shop,
        search,
        Said.RIGHT,
        1,
        pictures=[view(0), view(1)],
        vectors=[np.zeros(shop.spec.dim, np.float32)] * 2,
    )
    page.entered()
    qtbot.waitUntil(privacy.forget_button.isEnabled, timeout=PATIENCE_MS)
    assert "2 of confirmed searches (1)" in privacy.forget_button.accessibleDescription()
    privacy.forget_button.click()
    question = shown_question(desktop, qtbot)
    assert "Kept pictures: 2, of confirmed searches: 1." in question.text()
    press(question, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "forgotten" in page.message.label.text(), timeout=PATIENCE_MS)
    assert kept_counts(shop.catalog) == (0, 0)


def test_backups_are_made_as_often_as_is_chosen_and_listed_to_go_back_to(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot
) -> None:
    backups = page.backups
    qtbot.waitUntil(backups.list.isVisible, timeout=PATIENCE_MS)  # the day's own
    assert "by itself" in backups.list.model().index(0, 0).data()
    backups.often.setCurrentIndex(1)
    backups.often.activated.emit(1)
    assert desktop.preferences.settings.backups == "weekly"
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    backups.chosen_button.click()
    press(shown_question(desktop, qtbot), QMessageBox.ButtonRole.AcceptRole)
    assert [wish.folder for wish in wishes] == [page.shop.folder] and wishes[0].prepare is not None


def shown_question(desktop: Desktop, qtbot: QtBot) -> QMessageBox:
    def boxes() -> list[QMessageBox]:
        return [box for box in desktop.window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=PATIENCE_MS)
    return boxes()[0]


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_setting_is_cut_off_down_to_the_last_one(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, language: LanguageCode
) -> None:
    desktop.window.resize(1024, 660)
    desktop.languages.choose(language)

    def fits() -> None:
        assert page.title() == ("设置" if language == "zh_CN" else "Settings")
        assert misfits(page) == []

    qtbot.waitUntil(fits, timeout=PATIENCE_MS)  # once the layout has settled
    assert page.area.horizontalScrollBar().maximum() == 0


def test_searches_are_heard_where_that_is_chosen(desktop: Desktop, page: SettingsPage) -> None:
    assert not desktop.preferences.settings.sounds and not page.recognition.sounds.isChecked()
    page.recognition.sounds.click()
    assert desktop.preferences.settings.sounds


def test_searches_are_learned_from_until_that_is_switched_off(desktop: Desktop, page: SettingsPage) -> None:
    assert desktop.preferences.settings.learn_from_searches and page.privacy.learn.isChecked()
    page.privacy.learn.click()
    assert not desktop.preferences.settings.learn_from_searches


def test_photos_that_nobody_labelled_are_counted_and_forgotten(
    desktop: Desktop, page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    privacy = page.privacy
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    shop = engine.shop
    assert not privacy.forget_unlabelled_button.isEnabled()
    for number in range(2):
        view(number).save(tmp_path / f"{number}.png")
    add_unlabelled_photos(shop, [tmp_path / "0.png", tmp_path / "1.png"])
    page.entered()
    qtbot.waitUntil(privacy.forget_unlabelled_button.isEnabled, timeout=PATIENCE_MS)
    assert "2 from walks" in privacy.forget_unlabelled_button.accessibleDescription()
    privacy.forget_unlabelled_button.click()
    question = shown_question(desktop, qtbot)
    assert "Vectors of searches: 0. Photos of walks through the shop: 2." in question.text()
    assert "backups hold what they held" in question.text()
    press(question, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "forgotten" in page.message.label.text(), timeout=PATIENCE_MS)
    assert unlabelled_counts(shop.catalog).total == 0
    qtbot.waitUntil(lambda: not privacy.forget_unlabelled_button.isEnabled(), timeout=PATIENCE_MS)


def test_a_reset_takes_every_setting_back_and_keeps_the_shops(
    desktop: Desktop, page: SettingsPage, shop: Path
) -> None:
    desktop.preferences.change(
        Settings(language="zh_CN", theme="dark", recent_shops=(str(shop),), keep_search_photos=True)
    )
    page.reset_now()
    settings = desktop.preferences.settings
    assert (settings.language, settings.theme, settings.keep_search_photos) == ("system", "system", False)
    assert settings.recent_shops == (str(shop),)
    assert desktop.themes.choice == "system" and not page.privacy.keep.isChecked()


def test_what_is_done_to_the_closed_shop_is_wished_for(
    desktop: Desktop, page: SettingsPage, tmp_path: Path
) -> None:
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    page.backups.restore(tmp_path / "all.zip", page.shop.folder)
    page.shop.move_shop(tmp_path / "far")
    assert [wish.folder for wish in wishes] == [
        tmp_path / "shop",
        tmp_path / "far" / "shop",
    ]
    assert all(wish.prepare is not None and wish.page == "settings" for wish in wishes)
    assert [wish.replaces for wish in wishes] == [None, tmp_path / "shop"]


def test_a_backup_becomes_a_shop_of_its_own_under_a_new_name_beside_this_one(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    qtbot.waitUntil(page.backups.list.isVisible, timeout=PATIENCE_MS)  # the day's own
    page.backups.chosen_button.click()
    (box,) = desktop.window.findChildren(QMessageBox)
    (beside,) = [button for button in box.buttons() if button.text() == "As a new shop…"]
    beside.click()
    (dialog,) = desktop.window.findChildren(NewShopDialog)
    assert "no photos" in dialog._why.text() and not dialog.currency.isVisible()
    dialog.name.line.setText(shop.name)
    dialog.make.click()
    qtbot.waitUntil(lambda: "There is something in" in dialog.name.problem.text())
    dialog.name.line.setText("As it was")
    dialog.make.click()
    qtbot.waitUntil(lambda: bool(wishes))
    (wish,) = wishes
    assert wish.folder == shop.parent / "As it was" and wish.prepare is not None and wish.begin_with is None
    wish.prepare(lambda _progress: None)
    with open_shop(wish.folder) as made:
        assert counts(made.catalog).products == 2


def test_the_shops_currency_is_chosen_here_and_holds_for_prices_that_say_none(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    box = page.shop.currency
    qtbot.waitUntil(box.isEnabled, timeout=PATIENCE_MS)
    assert box.currentData() == ""
    box.setCurrentIndex(box.findData("PLN"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "PLN" in page.message.label.text(), timeout=PATIENCE_MS)
    desktop.window.close()
    with open_shop(shop) as again:
        assert shop_currency(again.catalog) == "PLN"


def test_labels_of_scales_and_low_stock_are_set_here_and_what_cannot_be_is_said(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    entry = page.shop.scales
    qtbot.waitUntil(entry.isEnabled, timeout=PATIENCE_MS)
    entry.line.setText("21PPPP")
    assert not entry.finish() and "no format" in entry.problem.text()
    entry.line.setText("21PPPPPWW.WWWX 22PPPPPMMM.MMX")
    assert entry.finish()
    qtbot.waitUntil(lambda: "Scale labels" in page.message.label.text(), timeout=PATIENCE_MS)
    low = page.shop.low
    low.line.setText("5 kg")
    assert not low.finish() and "low stock" in low.problem.text()
    low.line.setText("5")
    assert low.finish()
    qtbot.waitUntil(lambda: "Low stock" in page.message.label.text(), timeout=PATIENCE_MS)
    assert page.privacy.blur.isChecked()
    page.privacy.blur.click()
    qtbot.waitUntil(lambda: "kept as they are" in page.message.label.text(), timeout=PATIENCE_MS)
    desktop.window.close()
    with open_shop(shop) as again:
        assert not again.faces.is_wanted
        assert [one.text for one in scale_formats(again.catalog)] == ["21PPPPPWW.WWWX", "22PPPPPMMM.MMX"]
        assert shop_mark(again.catalog) == whole(5)


def test_a_time_stamp_over_the_log_is_asked_for_and_its_answer_kept(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    evidence = page.evidence
    qtbot.waitUntil(lambda: "Photos in the log: 2," in evidence.log.text(), timeout=PATIENCE_MS)
    assert len(evidence.key.text().split(": ")[1].split()) == 16
    assert evidence.stamp.text() == "No time stamp of somebody else yet."
    evidence.ask_for_stamp(tmp_path / "log")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert page.message.label.text().startswith("Have log.tsq stamped")
    (tmp_path / "log.tsr").write_bytes(refusal())
    evidence.bring_answer(tmp_path / "log.tsr")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert page.message.label.text() == "This is no answer of a time stamp authority."
    (tmp_path / "log.tsr").write_bytes(Authority().answer((tmp_path / "log.tsq").read_bytes()))
    evidence.bring_answer(tmp_path / "log.tsr")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "Example Stamps 时间 stamped the log on" in page.message.label.text()
    qtbot.waitUntil(lambda: evidence.stamp.text().startswith("Time stamp of"), timeout=PATIENCE_MS)
    assert evidence.stamp.text().endswith("over its first 2 lines.")
