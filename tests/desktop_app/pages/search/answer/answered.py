"""A picture was searched with in the window on a small real shop, for tests of what comes after an answer."""

import atexit
import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.answer import Answer, Asked
from core.catalog.lists.filters import Filter
from core.catalog.products.products import product_by_sku
from core.catalog.stock import set_stock
from core.catalog.tags.tags import add_tag
from core.feedback import Feedback
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.quantities.quantity import NOTHING, whole
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.engine.engine import HearFirst, IsWanted, PictureSource
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.app import build_desktop
from desktop_app.window.desktop import Desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.real_shop import PATIENCE_MS


class CountingEngine(ShopEngine):
    """Counts how often the shop is asked, each time a search of its index."""

    asked = 0

    def answer(
        self,
        asked: Asked,
        filter_: Filter | None,
        feedback: Feedback,
        first: HearFirst | None,
        wanted: IsWanted,
    ) -> Answer:
        self.asked += 1
        return super().answer(asked, filter_, feedback, first, wanted)


@functools.cache
def _drawn() -> Path:
    """That shop, made once a process: it takes a second."""
    folder = Path(tempfile.mkdtemp(prefix="drawn-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
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
def original() -> Path:
    """A shop of two balls and two boxes; only the boxes are in stock. Not to be changed."""
    return _drawn()


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
    qtbot.waitUntil(lambda: titles(page.work.answer_view)[:1] == ["blue ball"], timeout=PATIENCE_MS)
    return page


@pytest.fixture
def view(page: SearchPage) -> AnswerView:
    return page.work.answer_view


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


def enter(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def shop_engine(view: AnswerView) -> ShopEngine:
    assert isinstance(view.desk.engine, ShopEngine)
    return view.desk.engine
