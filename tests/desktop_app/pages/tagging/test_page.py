"""Tagging by keyboard, in the real window on a small real shop."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.tags.tags import tag_counts
from core.shop.opening import open_shop
from desktop_app.pages.tagging.page import TaggingPage
from desktop_app.window.desktop import Desktop
from desktop_app.window.main_window import MainWindow
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.desktop_app.test_accessibility import nameless
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_shop(tmp_path_factory.mktemp("tagging") / "shop", products=8, counter_photos=0)


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "shop"))


@pytest.fixture
def desktop(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    with window_on(shop, qapp, qtbot, pages=("catalog", "tagging")) as desktop:
        yield desktop


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> TaggingPage:
    page = desktop.window.show_page("tagging")
    assert isinstance(page, TaggingPage)
    qtbot.waitUntil(lambda: page.step is not None, timeout=PATIENCE_MS)
    return page


@pytest.fixture
def press(page: TaggingPage, qtbot: QtBot) -> Callable[..., None]:
    """A key of the grid, or letters and Enter in the line; waits for what comes of it."""

    def act(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if isinstance(key, str):
            QTest.keyClicks(page.grid, key[0])
            QTest.keyClicks(page.panel.field, key[1:])
            QTest.keyClick(page.panel.field, Qt.Key.Key_Return)
        else:
            QTest.keyClick(page.grid, key, modifier)
        qtbot.waitUntil(lambda: not page.is_working, timeout=PATIENCE_MS)

    return act


def tags_in(shop: Path) -> dict[str, int]:
    with open_shop(shop, write=False) as reader:
        return {found.tag: found.products for found in tag_counts(reader.catalog)}


def test_a_clerk_tags_the_whole_shop_without_the_mouse(
    page: TaggingPage, press: Callable[..., None], shop: Path, lateness: Callable[[], float], qtbot: QtBot
) -> None:
    press("sign")
    decisions = 1
    while page.step is not None and page.step.members:
        if page.panel.chosen() == ["sign"]:
            press(Qt.Key.Key_Return)
        else:
            press("si")  # completed from the tags there are
        decisions += 1
        assert decisions < 9
    assert lateness() < 2000  # the figure is printed; on a busy machine it says more about other programs
    assert tags_in(shop) == {"sign": 8}
    assert page.view.notice.headline.text() == "All 8 products are tagged"
    assert page.view.counts.text() == "8 of 8 tagged"
    window = page.window()
    assert isinstance(window, MainWindow)
    for name in ("tagging", "search", "tagging"):  # the keys are where they can be seen, and still take back
        window.show_page(name)
    assert page.view.notice.hasFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.is_working and page.grid.hasFocus(), timeout=PATIENCE_MS)


def test_space_leaves_a_product_out_and_it_comes_again(
    page: TaggingPage, press: Callable[..., None], shop: Path, qtbot: QtBot
) -> None:
    assert page.step is not None
    while len(page.step.members) == 1:
        press(Qt.Key.Key_PageDown)
        assert page.step is not None
    count = len(page.step.members)
    left_out = page.step.members[1].product_id
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert page.model.left_out == {left_out}
    assert page.panel.give_button.text().startswith(f"Tag {count - 1} ")
    press("sign")
    assert tags_in(shop) == {"sign": count - 1}
    assert "given to" in page.panel.said.text()


def test_ctrl_z_takes_back_the_last_group(page: TaggingPage, press: Callable[..., None], shop: Path) -> None:
    before = page.step
    press("sign")
    assert page.step != before
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.step == before
    assert tags_in(shop) == {}


def test_delete_refuses_what_is_proposed_and_a_number_chooses_it(
    page: TaggingPage, press: Callable[..., None], shop: Path
) -> None:
    press("sign")
    while page.step is not None and not page.step.proposals:
        press(Qt.Key.Key_PageDown)
    assert page.panel.offered() == ["sign"]
    chosen = page.panel.chosen()
    press(Qt.Key.Key_1)
    assert page.panel.chosen() != chosen
    press(Qt.Key.Key_Delete)
    assert page.panel.offered() == []


def test_ctrl_d_splits_a_group_and_a_held_key_decides_nothing(
    page: TaggingPage, press: Callable[..., None]
) -> None:
    assert page.step is not None
    count = len(page.step.members)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.step is not None
    assert len(page.step.members) < count or count == 1


def test_every_control_has_a_name_in_both_languages(
    page: TaggingPage, press: Callable[..., None], desktop: Desktop, qtbot: QtBot
) -> None:
    press("sign")
    for language in ("en", "zh_CN"):
        desktop.languages.choose(language)
        qtbot.wait(10)
        assert nameless(page) == []


def test_other_pages_hear_of_new_tags_when_the_clerk_leaves(
    page: TaggingPage, press: Callable[..., None], desktop: Desktop, qtbot: QtBot
) -> None:
    press("sign")
    with qtbot.waitSignal(desktop.news.changed):
        desktop.window.show_page("search")
    step = page.step
    desktop.window.show_page("tagging")
    assert page.step == step  # its own news is none to itself
    desktop.news.changed.emit(None)
    desktop.window.show_page("search")
    desktop.window.show_page("tagging")
    qtbot.waitUntil(lambda: page.step is not None and not page.step.can_undo, timeout=PATIENCE_MS)
