"""What one says of an answer, on a real small shop: right, wrong, another one, absent; and takes back."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.photos.unlabelled import (
    Source,
    UnlabelledFacts,
    unlabelled_counts,
    unlabelled_photos,
)
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.imaging.cut import Box, Cut
from core.shop.unlabelled_files import unlabelled_files
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.page import SearchPage
from desktop_app.widgets.icon_button import IconButton
from desktop_app.window.desktop import Desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.pages.search.answer.answered import (
    desktop,
    original,
    page,
    press,
    shop_engine,
    titles,
    view,
)
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.desktop_app.test_accessibility import nameless
from tests.what_is_stored import recent_searches

__all__ = ["desktop", "original", "page", "view"]


def test_wrong_ranks_anew_and_undo_brings_it_back(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "W")
    qtbot.waitUntil(lambda: "blue ball" not in titles(view), timeout=PATIENCE_MS)
    assert len(titles(view)) == 3
    assert "Without 1 product" in view.banner.accessibleName()
    assert "blue ball" in view.messages.label.text()
    view.messages.button.click()
    qtbot.waitUntil(lambda: titles(view)[0] == "blue ball", timeout=PATIENCE_MS)
    assert not view.clerk.last


def test_what_was_noted_goes_with_the_search_that_it_was_noted_of(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "W")
    assert view.messages.isVisible()
    page.field.setText("box")
    assert not view.messages.isVisible()
    page.field.clear()
    qtbot.waitUntil(lambda: "blue ball" not in titles(view), timeout=PATIENCE_MS)
    assert view.clerk.last


def test_right_is_confirmed_logged_and_can_be_taken_back(
    desktop: Desktop, view: AnswerView, qtbot: QtBot
) -> None:
    view.list.select(1)
    second = titles(view)[1]
    press(view, "R")
    qtbot.waitUntil(lambda: view.banner.headline.text() == f"This is {second}", timeout=PATIENCE_MS)
    assert "Confirmed by you" in view.banner.detail.text()
    engine = shop_engine(view)
    qtbot.waitUntil(lambda: [s.feedback for s in recent_searches(engine.shop.catalog)] == ["instead"])
    assert not (engine.shop.folder / "kept_searches").exists()
    view.actions_of_results.undo.trigger()
    qtbot.waitUntil(lambda: [s.feedback for s in recent_searches(engine.shop.catalog)] == [""])
    qtbot.waitUntil(lambda: titles(view)[0] == "blue ball", timeout=PATIENCE_MS)


def test_a_confirmed_picture_is_kept_only_if_allowed(
    desktop: Desktop, view: AnswerView, qtbot: QtBot
) -> None:
    view.actions_of_results.keep_photos.trigger()
    assert desktop.preferences.settings.keep_search_photos
    press(view, "R")
    folder = shop_engine(view).shop.folder / "kept_searches" / "photos"
    qtbot.waitUntil(lambda: len(list(folder.rglob("*.jpg"))) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "kept for the next lesson" in view.messages.label.text(), timeout=PATIENCE_MS)
    view.actions_of_results.undo.trigger()
    qtbot.waitUntil(lambda: not list(folder.rglob("*.jpg")), timeout=PATIENCE_MS)


def test_a_search_joins_the_unlabelled_photos_as_numbers_alone(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "R")
    shop = shop_engine(view).shop
    qtbot.waitUntil(lambda: unlabelled_counts(shop.catalog).searches == 1, timeout=PATIENCE_MS)
    (joined,) = unlabelled_photos(shop.catalog)
    assert joined.facts == UnlabelledFacts(Source.SEARCH, search_id=recent_searches(shop.catalog)[0].id)
    shown = page.desk.at_hand
    assert shown is not None and shown.query.pictures[0].seen is not None
    kept = unlabelled_vectors(shop.catalog, shop.spec.fingerprint).vectors
    np.testing.assert_array_equal(kept, shown.query.pictures[0].seen.vector[None].astype(np.float16))
    assert not (shop.folder / "unlabelled").exists()


def test_with_the_switch_off_nothing_that_was_seen_in_a_search_is_kept(
    desktop: Desktop, page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    settings = desktop.preferences.settings
    desktop.preferences.change(replace(settings, learn_from_searches=False))
    press(view, "R")
    shop = shop_engine(view).shop
    qtbot.waitUntil(lambda: [s.feedback for s in recent_searches(shop.catalog)] == ["right"])
    shown = page.desk.at_hand
    assert shown is not None and shown.query.pictures[0].seen is not None
    vector = shown.query.pictures[0].seen.vector.astype(np.float16).tobytes()
    assert unlabelled_counts(shop.catalog).total == 0
    files = [path for path in shop.folder.rglob("*") if path.is_file() and path.suffix != ".tmp"]
    held = [path.name for path in files if vector[:32] in path.read_bytes()]
    assert held == []
    assert not (shop.folder / "unlabelled").exists() and not (shop.folder / "kept_searches").exists()


def test_the_picture_of_what_the_shop_does_not_have_is_kept_only_where_somebody_wants_it(
    desktop: Desktop, view: AnswerView, qtbot: QtBot
) -> None:
    settings = desktop.preferences.settings
    desktop.preferences.change(replace(settings, keep_asked_photos=True))
    press(view, "N")
    shop = shop_engine(view).shop
    qtbot.waitUntil(lambda: unlabelled_counts(shop.catalog).with_picture == 1, timeout=PATIENCE_MS)
    (asked,) = unlabelled_photos(shop.catalog)
    assert asked.facts.search_id == recent_searches(shop.catalog)[0].id
    assert unlabelled_files(shop).path(asked.facts.sha256).is_file()


def test_the_shop_does_not_have_it(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "N")
    qtbot.waitUntil(lambda: view.banner.headline.text() == "Not in this shop", timeout=PATIENCE_MS)
    assert titles(view)[0] == "blue ball"


def test_another_product_is_found_by_its_name_and_confirmed(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "I")
    QTest.keyClicks(view.pick_view.field, "yellow")
    qtbot.waitUntil(lambda: view.pick_view.model.rowCount() == 1, timeout=PATIENCE_MS)
    QTest.keyClick(view.pick_view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.banner.headline.text() == "This is yellow box", timeout=PATIENCE_MS)
    confirmed = view.list.result()
    assert confirmed is not None and confirmed.title == "yellow box"
    assert view.list.viewport().rect().contains(view.list.visualRect(view.list.currentIndex()).center())
    assert view.window().focusWidget() is view.list


@pytest.mark.parametrize("over", ["instead", "compare"])
def test_out_of_the_field_the_keys_go_to_what_lies_over_the_answer(
    page: SearchPage, view: AnswerView, over: str
) -> None:
    getattr(view.actions_of_results, over).trigger()
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    focus = view.window().focusWidget()
    assert focus is not None and focus.isVisible() and view.isAncestorOf(focus)
    page.entered()
    focus = view.window().focusWidget()
    assert focus is not None and focus.isVisible() and view.isAncestorOf(focus)


def test_the_first_answer_has_the_keys_after_every_search_also_one_begun_beside_the_last(
    page: SearchPage, view: AnswerView, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.window().focusWidget() is view.list
    path = tmp_path / "second.png"
    draw(*SHAPES["Boxes/green box"], shift=12, ground=225).save(path)
    (button,) = [one for one in page.work.query_panel.findChildren(IconButton) if one.text() == "Open…"]
    button.setFocus()  # as after a click on it, beside the first answer
    assert page.window().focusWidget() is button
    page.search([PictureSource("second.png", path=path)])
    qtbot.waitUntil(lambda: titles(view)[:1] == ["green box"], timeout=PATIENCE_MS)
    assert page.window().focusWidget() is view.list and view.list.currentIndex().row() == 0
    page.work.query_panel.picture.setFocus()  # a part of it is chosen by keys: they stay there
    page.desk.set_cut(Cut(Box(0.1, 0.1, 0.9, 0.9), 0))
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)
    assert page.window().focusWidget() is page.work.query_panel.picture


def test_ctrl_n_is_a_new_search_on_this_page_and_a_new_product_in_the_catalog(
    desktop: Desktop, page: SearchPage, qtbot: QtBot
) -> None:
    window = desktop.window
    catalog = window.show_page("catalog")
    assert isinstance(catalog, CatalogPage)
    qtbot.waitUntil(lambda: catalog.model.rowCount() > 0, timeout=PATIENCE_MS)
    control, key = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N
    QTest.keyClick(window, key, control)
    qtbot.waitUntil(catalog.new.view.isVisible, timeout=PATIENCE_MS)
    assert page.desk.shown is not None  # the search is as it was
    catalog.new.leave()
    window.show_page("search")
    assert window.focusWidget() is page.work.answer_view.list
    QTest.keyClick(window, key, control)
    qtbot.waitUntil(lambda: page.desk.shown is None, timeout=PATIENCE_MS)
    assert window.page is page


def test_every_state_can_be_named_in_every_language(desktop: Desktop, view: AnswerView, qtbot: QtBot) -> None:
    def check(state: str) -> None:
        for language in ("en", "zh_CN"):
            desktop.languages.choose(language)
            qtbot.wait(20)
            assert nameless(view) == [], state
        desktop.languages.choose("en")

    check("results")
    view.bar.in_stock.click()
    qtbot.waitUntil(lambda: len(titles(view)) == 2, timeout=PATIENCE_MS)
    check("filtered")
    press(view, "C")
    qtbot.waitUntil(lambda: view.compare_view.is_ready, timeout=PATIENCE_MS)
    check("compare")
    view.go_back()
    press(view, "I")
    check("pick")
