"""A picture was searched with in the window on a small real shop."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.window.app import Desktop, build_desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.pages.search.answer.answered import CountingEngine, drawn, shop_engine, titles
from tests.desktop_app.real_shop import PATIENCE_MS


@pytest.fixture
def original() -> Path:
    """A shop of two balls and two boxes; only the boxes are in stock. Not to be changed."""
    return drawn()


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


@pytest.fixture
def box(view: AnswerView, qtbot: QtBot) -> int:
    """A box is selected, of which there are seven."""
    rows = range(view.model.rowCount())
    row = next(row for row in rows if "box" in view.model.index(row).data())
    view.list.select(row)
    product_id: int = view.model.index(row).data(RESULT_ROLE).product_id
    return product_id


@pytest.fixture
def shop(view: AnswerView) -> Shop:
    return shop_engine(view).shop
