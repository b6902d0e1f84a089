"""What one does with an answer, on a real small shop: filter, sort, compare, confirm, refuse, take back."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.answer import Answer, Asked
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.lists.filters import Filter
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.photos.unlabelled import (
    Source,
    UnlabelledFacts,
    unlabelled_counts,
    unlabelled_photos,
)
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.catalog.products.products import product_by_sku
from core.catalog.sales.customers import choose_keeping
from core.catalog.stock import set_stock
from core.catalog.tags.tags import add_tag
from core.feedback import Feedback
from core.imaging.cut import Box, Cut
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.ingest.shop_edits import NewPicture, add_pictures, edit_shop
from core.quantities.quantity import NOTHING, whole
from core.sales.importing import import_sales
from core.search.comparison import Comparison
from core.settings import Settings
from core.shop.opening import open_shop
from core.shop.unlabelled_files import unlabelled_files
from desktop_app.engine.engine import HearFirst, PictureSource
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.compare.compared import ComparedPictures
from desktop_app.pages.search.compare.match_overlay import sides
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.widgets.icon_button import IconButton
from desktop_app.window.app import Desktop, build_desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.desktop_app.test_accessibility import nameless
from tests.what_is_stored import recent_searches


class CountingEngine(ShopEngine):
    """Counts how often the shop is asked, each time a search of its index."""

    asked = 0

    def answer(
        self, asked: Asked, filter_: Filter | None, feedback: Feedback, first: HearFirst | None = None
    ) -> Answer:
        self.asked += 1
        return super().answer(asked, filter_, feedback, first)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of two balls and two boxes; only the boxes are in stock."""
    folder = tmp_path_factory.mktemp("drawn")
    for name, (shape, colour) in SHAPES.items():
        path = folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(path)
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
        for sku in ("Balls/blue ball", "Balls/red ball", "Boxes/green box", "Boxes/yellow box"):
            product = product_by_sku(shop.catalog, sku)
            assert product is not None
            is_box = sku.startswith("Boxes")
            set_stock(shop.catalog, product.id, whole(7) if is_box else NOTHING, who="test")
            if is_box:
                add_tag(shop.catalog, [product.id], "square", who="test")
    return folder / "shop"


@pytest.fixture
def desktop(qapp: QApplication, original: Path, tmp_path: Path) -> Iterator[Desktop]:
    folder = Path(shutil.copytree(original, tmp_path / "shop"))
    settings = Settings(language="en", theme="light")
    made = build_desktop(qapp, CountingEngine(folder, device="cpu"), settings, tmp_path / "settings.json")
    problems: list[object] = []
    for signal in (made.jobs.bug, made.jobs.unhandled_failure, made.engine_thread.signals.bug):
        signal.connect(problems.append)
    yield made
    assert problems == []
    made.languages.choose("en")
    assert made.close()
    made.dispose()


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> SearchPage:
    """A blue ball has been searched with."""
    with qtbot.waitSignal(desktop.engine_thread.signals.opened, timeout=PATIENCE_MS):
        desktop.window.show()
    path = tmp_path / "query.png"
    draw(*SHAPES["Balls/blue ball"], shift=12, ground=225).save(path)
    page = desktop.search_page
    page.search([PictureSource("query.png", path=path)])
    qtbot.waitUntil(lambda: titles(page.answer_view)[:1] == ["blue ball"], timeout=PATIENCE_MS)
    return page


@pytest.fixture
def view(page: SearchPage) -> AnswerView:
    return page.answer_view


def titles(view: AnswerView) -> list[str]:
    return [view.model.index(row).data() for row in range(view.model.rowCount())]


def press(view: AnswerView, key: str) -> None:
    """A key, as its action hears it; offscreen no window is active, so that shortcuts do not fire."""
    acts = view.actions_of_results
    action = {
        "R": acts.right,
        "W": acts.wrong,
        "C": acts.compare,
        "M": acts.like,
        "I": acts.instead,
        "N": acts.absent,
    }[key]
    assert action.shortcut().toString() == key
    assert action in view.list.actions()
    assert action.isEnabled()
    action.trigger()


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
    (button,) = [one for one in page.query_panel.findChildren(IconButton) if one.text() == "Open…"]
    button.setFocus()  # as after a click on it, beside the first answer
    assert page.window().focusWidget() is button
    page.search([PictureSource("second.png", path=path)])
    qtbot.waitUntil(lambda: titles(view)[:1] == ["green box"], timeout=PATIENCE_MS)
    assert page.window().focusWidget() is view.list and view.list.currentIndex().row() == 0
    page.query_panel.picture.setFocus()  # a part of it is chosen by keys: they stay there
    page.desk.set_cut(Cut(Box(0.1, 0.1, 0.9, 0.9), 0))
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)
    assert page.window().focusWidget() is page.query_panel.picture


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
    assert window.focusWidget() is page.answer_view.list
    QTest.keyClick(window, key, control)
    qtbot.waitUntil(lambda: page.desk.shown is None, timeout=PATIENCE_MS)
    assert window.page is page


def test_a_filter_answers_live_stays_for_the_next_search_and_is_never_forgotten(
    page: SearchPage, view: AnswerView, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: view.bar.categories.rowCount() == 2, timeout=PATIENCE_MS)
    view.bar.in_stock.click()
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.bar.narrowed.text == "Filtered: 2 of 4 products", timeout=PATIENCE_MS)
    assert view.bar.narrowed.isVisible()
    path = tmp_path / "red.png"
    draw(*SHAPES["Balls/red ball"], shift=5).save(path)
    page.search([PictureSource("red.png", path=path)])
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)
    assert set(titles(view)) == {"green box", "yellow box"}
    view.bar.clear_button.click()
    qtbot.waitUntil(lambda: titles(view)[0] == "red ball", timeout=PATIENCE_MS)
    assert not view.bar.narrowed.isVisible()


def test_under_a_filter_the_shop_is_asked_once_a_picture(
    page: SearchPage, view: AnswerView, qtbot: QtBot, tmp_path: Path
) -> None:
    engine = view.desk.engine
    assert isinstance(engine, CountingEngine)
    view.bar.in_stock.click()
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    assert engine.asked == 2  # without the filter, and with it
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        draw(*SHAPES["Balls/red ball"], shift=number).save(path)
    page.search([PictureSource(path.name, path=path) for path in paths])
    qtbot.waitUntil(lambda: all(search.is_done for search in page.queries.rows()), timeout=PATIENCE_MS)
    assert set(titles(view)) == {"green box", "yellow box"}
    assert engine.asked == 5


def test_categories_are_ticked_with_their_counts(view: AnswerView, qtbot: QtBot) -> None:
    model = view.bar.categories
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=PATIENCE_MS)
    assert sorted(model.index(row).data() for row in range(2)) == ["Balls  (2)", "Boxes  (2)"]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    boxes = next(row for row in range(2) if "Boxes" in model.index(row).data())
    assert model.setData(model.index(boxes), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    assert view.bar.category.text() == "Boxes"


def test_what_is_like_a_product_is_one_key_away_and_one_back(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "M")
    qtbot.waitUntil(lambda: view.banner.headline.text() == "More like blue ball", timeout=PATIENCE_MS)
    assert "blue ball" not in titles(view)
    assert not view.actions_of_results.wrong.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert titles(view)[0] == "blue ball"


def test_pictures_are_compared_one_product_after_another(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert not page.query_panel.isVisible() and not compare.photos.isVisible()
    QTest.keyClick(compare.pictures, Qt.Key.Key_Plus)
    assert compare.pictures.zoom > 1
    first = compare.result
    QTest.keyClick(compare, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: compare.is_ready and compare.result != first, timeout=PATIENCE_MS)
    assert compare.result == view.model.index(1).data(RESULT_ROLE)
    QTest.keyClick(compare, Qt.Key.Key_Escape)
    assert view.list.isVisible() and page.query_panel.isVisible()


def test_what_matches_is_found_and_shown_when_it_is_asked_for(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert not compare.pictures.shows_match and not compare.has_map
    QTest.keyClick(compare, Qt.Key.Key_P)
    assert compare.map_button.isChecked()
    qtbot.waitUntil(lambda: compare.is_ready and compare.has_map, timeout=PATIENCE_MS)
    compare.map_button.click()
    qtbot.waitUntil(lambda: not compare.pictures.shows_match)


def test_every_photo_of_the_product_can_be_compared_with_the_zoom_as_it_is(
    desktop: Desktop, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    blue = product_by_sku(shop.catalog, "Balls/blue ball")
    assert blue is not None
    darker = draw("ellipse", (20, 30, 150))
    add_pictures(shop, blue.id, [NewPicture("Shelf", image=darker)], who="test")
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready and len(compare.photos.tiles) == 2, timeout=PATIENCE_MS)
    chosen = [tile.isChecked() for tile in compare.photos.tiles]
    compare.pictures.zoom_by(2)
    first = compare.pictures.theirs.pixelColor(160, 120)
    QTest.keyClick(compare, Qt.Key.Key_Down if chosen[0] else Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert [tile.isChecked() for tile in compare.photos.tiles] == chosen[::-1]
    assert compare.pictures.theirs.pixelColor(160, 120) != first and compare.pictures.zoom == 2
    assert compare.result is not None and compare.result.product_id == blue.id


def test_pictures_without_a_map_are_shown_as_they_are() -> None:
    whole = (0.0, 0.0, 1.0)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    mine, theirs = sides(ComparedPictures(image, image, Comparison(whole, whole, None)))
    for side in (mine, theirs):
        assert side.image is image
        assert side.shade.isNull() and not side.marks


def test_order_and_shape_are_remembered(desktop: Desktop, view: AnswerView) -> None:
    view.bar.orders[3].trigger()
    assert titles(view) == ["blue ball", "green box", "red ball", "yellow box"]
    view.bar.shape_button.click()
    settings = desktop.preferences.settings
    assert (settings.result_order, settings.result_shape) == ("title", "grid")
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_out_of_stock_is_answered_with_what_is_on_the_shelf(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "R")  # the blue ball, beyond doubt and sold out
    qtbot.waitUntil(lambda: len(view.results.strip.products) == 2, timeout=PATIENCE_MS)
    assert {result.title for result in view.results.strip.products} == {"green box", "yellow box"}
    qtbot.waitUntil(view.results.strip.isVisible)


def test_what_goes_with_the_product_is_offered_beside_it(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    rows = [f"{n},2026-03-05,Boxes/{box} box" for n in range(9) for box in ("green", "yellow")]
    file = shop.folder.parent / "sales.csv"
    file.write_text("\n".join(["receipt,date,sku", *rows, *(f"{n},2026-03-05,x" for n in range(9, 30))]))
    import_sales(shop, file)
    green = product_by_sku(shop.catalog, "Boxes/green box")
    assert green is not None
    view.product_chosen.emit(green.id)
    strip = page.product_view.offered.strip
    qtbot.waitUntil(lambda: [result.title for result in strip.products] == ["yellow box"])
    qtbot.waitUntil(strip.isVisible)
    assert "9 of 9 receipts" in strip.findChildren(QAbstractButton)[0].accessibleName()
    assert not page.product_view.offered.number.isVisible()  # this shop keeps no customers


def test_a_customer_is_offered_what_goes_with_their_own_receipts(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    choose_keeping(shop.catalog, True)
    rows = [f"{n},2026-03-05,Boxes/{box} box,C{n}" for n in range(9) for box in ("green", "yellow")]
    rows += [f"{n},2026-03-05,x,N" for n in range(10, 40)]
    file = shop.folder.parent / "sales.csv"
    file.write_text("\n".join(["receipt,date,sku,customer", *rows, "9,2026-03-06,Boxes/green box,ME"]))
    import_sales(shop, file)
    ball = product_by_sku(shop.catalog, "Balls/red ball")
    assert ball is not None
    view.product_chosen.emit(ball.id)
    card = page.product_view.offered
    qtbot.waitUntil(card.number.isVisible, timeout=PATIENCE_MS)
    enter(card.number, "ME")
    qtbot.waitUntil(lambda: [result.title for result in card.strip.products] == ["yellow box"])
    assert "9 of 10 receipts" in card.strip.findChildren(QAbstractButton)[0].accessibleName()
    enter(card.number, "YOU")
    qtbot.waitUntil(lambda: "No customer has the number YOU" in card.answer.text())
    enter(card.number, "N")
    qtbot.waitUntil(lambda: card.answer.text() == "Their receipts suggest nothing.")
    green = product_by_sku(shop.catalog, "Boxes/green box")
    assert green is not None
    page.product_view.product_chosen.emit(green.id)  # the customer stays, and what goes with it is not theirs
    qtbot.waitUntil(lambda: [result.title for result in card.strip.products] == ["yellow box"])
    assert card.answer.text() == "Their receipts suggest nothing."
    page.product_view.left.emit()  # the next customer may stand there
    assert (card.number.text(), card.customer, card.answer.text()) == ("", "", "")
    assert not card.number.isUndoAvailable()


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


def enter(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def shop_engine(view: AnswerView) -> ShopEngine:
    assert isinstance(view.desk.engine, ShopEngine)
    return view.desk.engine


def test_the_picture_of_a_confirmed_search_is_made_a_counter_photo_by_one_click(
    view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "R")
    bar = view.messages
    qtbot.waitUntil(bar.offer_button.isVisible, timeout=PATIENCE_MS)
    assert bar.offer_button.text() == "Keep this picture for learning"
    bar.offer_button.click()
    qtbot.waitUntil(lambda: "the next lesson learns from it" in bar.label.text(), timeout=PATIENCE_MS)
    assert not bar.offer_button.isVisible()
    catalog = shop_engine(view).shop.catalog
    product = product_by_sku(catalog, "Balls/blue ball")
    assert product is not None
    kinds = [photo.kind for photo in photos_of_product(catalog, product.id)]
    assert kinds == [PhotoKind.CATALOG, PhotoKind.COUNTER]


def test_a_correction_offers_to_keep_the_picture_of_the_product_that_was_named(
    view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "I")
    QTest.keyClicks(view.pick_view.field, "yellow")
    qtbot.waitUntil(lambda: view.pick_view.model.rowCount() == 1, timeout=PATIENCE_MS)
    QTest.keyClick(view.pick_view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(view.messages.offer_button.isVisible, timeout=PATIENCE_MS)
    view.messages.offer_button.click()
    kept = "the next lesson learns from it"
    qtbot.waitUntil(lambda: kept in view.messages.label.text(), timeout=PATIENCE_MS)
    catalog = shop_engine(view).shop.catalog
    yellow = product_by_sku(catalog, "Boxes/yellow box")
    assert yellow is not None
    kinds = [photo.kind for photo in photos_of_product(catalog, yellow.id)]
    assert kinds == [PhotoKind.CATALOG, PhotoKind.COUNTER]


def test_the_answer_on_show_follows_what_changes_in_the_shop(
    desktop: Desktop, page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shown = view.model.index(0).data(RESULT_ROLE)
    view.list.select(1)
    page.field.setFocus()
    change = ProductChange(title="azure ball", price=Price(199, "EUR"))
    edit_shop(shop_engine(view).shop, {shown.product_id: change}, who="test")
    desktop.news.changed.emit(None)
    qtbot.waitUntil(lambda: titles(view)[0] == "azure ball", timeout=PATIENCE_MS)
    assert view.model.index(0).data(RESULT_ROLE).price_minor == 199
    assert view.list.currentIndex().row() == 1


def test_a_refused_product_offers_no_picture_to_keep(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "W")
    qtbot.waitUntil(view.messages.isVisible, timeout=PATIENCE_MS)
    assert not view.messages.offer_button.isVisible()
