"""The unsure answer: five candidates at once, a key for each, and the two other ways out always in sight."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.answer import AskedText
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import KEY_ROLE, KEYS, SURE_ROLE
from desktop_app.pages.search.results.tiles import largest_tile, usual_tile
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.search.answer.answered import (
    desktop,
    original,
    page,
    press,
    titles,
    view,
)
from tests.desktop_app.real_shop import PATIENCE_MS

__all__ = ["desktop", "original", "page", "view"]


@pytest.fixture
def unsure(page: SearchPage, qtbot: QtBot, tmp_path: Path) -> SearchPage:
    """Something that is neither ball nor box."""
    path = tmp_path / "noise.png"
    Image.effect_noise((320, 320), 90).convert("RGB").save(path)
    page.search([PictureSource("noise.png", path=path)])
    qtbot.waitUntil(lambda: page.work.answer_view.model.is_a_choice, timeout=PATIENCE_MS)
    return page


def test_candidates_stand_as_tiles_with_a_key_each_and_without_a_figure_each(unsure: SearchPage) -> None:
    view = unsure.work.answer_view
    rows = range(view.model.rowCount())
    assert [view.model.index(row).data(KEY_ROLE) for row in rows] == [row + 1 for row in rows]
    assert not any(view.model.index(row).data(SURE_ROLE) for row in rows)
    assert view.list.visualRect(view.model.index(1)).left() > view.list.visualRect(view.model.index(0)).left()
    assert not view.bar.shape_button.isVisible()
    assert view.results.decision.isVisible() and view.results.decision.of_product.isVisible()


def test_a_number_key_confirms_that_product(unsure: SearchPage, qtbot: QtBot) -> None:
    view = unsure.work.answer_view
    second = titles(view)[1]
    key = view.actions_of_results.these[1]
    assert key.shortcut().toString() == "2" and key in view.list.actions()
    key.trigger()
    qtbot.waitUntil(lambda: second in view.banner.headline.text(), timeout=PATIENCE_MS)
    assert titles(view)[0] == second
    assert not view.results.decision.of_product.isVisible()  # settled: as a list again, with its own buttons


def test_a_number_without_a_product_does_nothing(unsure: SearchPage, qtbot: QtBot) -> None:
    view = unsure.work.answer_view
    before = titles(view)
    assert len(before) < KEYS
    view.actions_of_results.these[KEYS - 1].trigger()
    qtbot.wait(50)
    assert titles(view) == before and not view.actions_of_results.undo.isEnabled()


def test_the_other_ways_out_are_buttons(unsure: SearchPage, qtbot: QtBot) -> None:
    view = unsure.work.answer_view
    press(view, "N")
    qtbot.waitUntil(lambda: view.banner.headline.text() == "Not in this shop", timeout=PATIENCE_MS)


def test_words_are_not_called_right_or_wrong(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("ball")
    view = page.work.answer_view
    qtbot.waitUntil(
        lambda: view.results.answer is not None and isinstance(view.results.answer.asked, AskedText),
        timeout=PATIENCE_MS,
    )
    acts = view.actions_of_results
    assert not acts.right.isVisible() and not acts.wrong.isVisible()
    assert not any(key.isEnabled() for key in acts.these)
    assert acts.instead.isEnabled() and acts.absent.isEnabled()


@pytest.mark.parametrize(
    ("room", "columns"),
    [((480, 340), 3), ((830, 440), 5), ((1390, 780), 3), ((900, 190), 5), ((330, 900), 2)],
)
def test_five_are_seen_at_once_as_large_as_the_room_allows(room: tuple[int, int], columns: int) -> None:
    tile = largest_tile(QSize(*room), KEYS)
    assert room[0] // tile.width() == columns
    assert tile.height() * -(-KEYS // columns) <= room[1]


@pytest.mark.parametrize("width", [320, 560, 828, 1390])
def test_the_tiles_of_a_grid_fill_its_width(width: int) -> None:
    tile = usual_tile(QSize(width, 400))
    assert width % tile.width() < width // tile.width()
    assert 150 <= tile.width() <= 330


def test_in_a_small_window_the_ways_out_stay_in_one_line_and_products_get_the_room(
    desktop: Desktop, unsure: SearchPage, qtbot: QtBot
) -> None:
    decision, wide = unsure.work.answer_view.results.decision, unsure.work.query_panel.width()
    height = decision.height()
    desktop.window.resize(1024, 700)
    qtbot.waitUntil(lambda: unsure.work.query_panel.width() < wide)
    qtbot.waitUntil(lambda: decision.height() == height)
    assert all(not button.isHidden() for _action, button in decision._buttons)
    assert decision.of_product.isVisible()  # as many of them as there is room for
