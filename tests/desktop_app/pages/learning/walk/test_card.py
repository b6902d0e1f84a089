"""A walk through the shop in the window: dropped or chosen, counted, stopped, forgotten; filmed by webcam."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.photos.unlabelled import Source, unlabelled_counts, unlabelled_photos
from core.shop.shop import Shop
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.learning.page import LearningPage
from desktop_app.pages.learning.walk import filming
from desktop_app.pages.learning.walk.card import WalkCard
from desktop_app.pages.learning.walk.filming import FilmingDialog
from desktop_app.window.desktop import Desktop
from tests.core.imaging.films.filmed import film, walk
from tests.core.ingest.unlabelled.views import view
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "propagateSizeHints", "No RHI backend", "Couldn.t (load|resolve)"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop."""
    return make_shop(tmp_path_factory.mktemp("walk") / "shop", products=2, counter_photos=0)


@pytest.fixture
def desktop(made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a copy of it."""
    with window_on(
        Path(shutil.copytree(made, tmp_path / "shop")), qapp, qtbot, pages=("learning",)
    ) as desktop:
        yield desktop


@pytest.fixture
def card(desktop: Desktop, qtbot: QtBot) -> WalkCard:
    """The card, once it may take photos."""
    page = desktop.window.show_page("learning")
    assert isinstance(page, LearningPage)
    page.show_photos()
    qtbot.waitUntil(page.photos.walk.photos_button.isEnabled, timeout=PATIENCE_MS)
    return page.photos.walk


@pytest.fixture
def shop(desktop: Desktop, card: WalkCard) -> Shop:
    """What the window works in."""
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    return engine.shop


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of three views, one of them of a film."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(2):
        view(number).save(folder / f"{number}.png")
    film(folder / "walk.mp4", walk([view(2)]))
    return folder


def drop(card: WalkCard, folder: Path) -> QDropEvent:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(card, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    QApplication.sendEvent(card, event)
    return event


def test_a_folder_that_is_dropped_is_taken_counted_and_forgotten(
    desktop: Desktop, card: WalkCard, shop: Shop, shelf: Path, qtbot: QtBot
) -> None:
    assert not card.forget_button.isVisible()
    drop(card, shelf)
    assert card.stop_button.isVisible() and not card.photos_button.isVisible()
    qtbot.waitUntil(lambda: "3 from walks, 0 from searches" in card.state.text(), timeout=PATIENCE_MS)
    assert "3 photos are new. 1 showed what others show." in card.state.text()
    assert unlabelled_counts(shop.catalog).with_picture == 3
    assert card.forget_button.isVisible() and not card.stop_button.isVisible()
    card.forget_button.click()
    question = next(box for box in desktop.window.findChildren(QMessageBox) if box.isVisible())
    role = QMessageBox.ButtonRole.DestructiveRole
    next(button for button in question.buttons() if question.buttonRole(button) is role).click()
    qtbot.waitUntil(lambda: not card.forget_button.isVisible(), timeout=PATIENCE_MS)
    assert unlabelled_counts(shop.catalog).total == 0 and not (shop.folder / "unlabelled").exists()


def test_what_cannot_be_read_is_said(card: WalkCard, shelf: Path, qtbot: QtBot) -> None:
    (shelf / "broken.jpg").write_bytes(b"no picture")
    card.take([shelf])
    qtbot.waitUntil(lambda: "1 could not be taken" in card.state.text(), timeout=PATIENCE_MS)
    assert "broken.jpg" in card.state.text()


def test_a_walk_can_be_stopped_and_what_was_taken_stays(
    card: WalkCard, shop: Shop, shelf: Path, qtbot: QtBot
) -> None:
    card.take([shelf])
    card.stop_button.click()
    assert card.state.text() == "Stopping…"
    qtbot.waitUntil(card.photos_button.isVisible, timeout=PATIENCE_MS)
    card.take([shelf])
    qtbot.waitUntil(lambda: unlabelled_counts(shop.catalog).total == 3, timeout=PATIENCE_MS)


def test_the_webcam_gives_each_view_once_and_lets_go_at_the_end(
    card: WalkCard, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not card.film_button.isEnabled()  # there is no camera here
    monkeypatch.setattr(filming, "SECONDS", 60)
    dialog = FilmingDialog(card._services, card.window())
    dialog.finished.connect(lambda _result: card._on_filmed(dialog.taken))
    dialog.begin()
    for number in range(3):
        picture = to_qimage(view(number), max_side=320).convertToFormat(QImage.Format.Format_RGBX8888)
        before = dialog.taken

        def shown(picture: QImage = picture, before: int = before) -> bool:
            dialog.sink.setVideoFrame(QVideoFrame(picture))
            return dialog.taken > before + 1

        qtbot.waitUntil(shown, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: unlabelled_counts(shop.catalog).frames == 3, timeout=PATIENCE_MS)
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: "looked at" in card.state.text(), timeout=PATIENCE_MS)
    facts = [photo.facts for photo in unlabelled_photos(shop.catalog)]
    assert {one.source for one in facts} == {Source.FILM}
    assert [one.at_ms for one in facts] == sorted(one.at_ms for one in facts)


def test_filming_ends_by_itself(card: WalkCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filming, "SECONDS", 0)
    dialog = FilmingDialog(card._services, card.window())
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE_MS):
        dialog.begin()
        dialog.sink.setVideoFrame(QVideoFrame(QImage(64, 48, QImage.Format.Format_RGBX8888)))
