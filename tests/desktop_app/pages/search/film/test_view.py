"""A film that is dropped on the search page: its time line, its products; one frame is searched; stopping."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from core.filmed.film_count import FilmCount, FilmedPiece
from core.imaging.films.stills import Stills, as_still
from core.search.results import Ranked, result_list
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import under_way
from desktop_app.camera.live_frames import LiveFrames
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.pages.search.film.booking_dialog import FilmBookingDialog
from desktop_app.pages.search.film.lists import span
from desktop_app.pages.search.film.view import FilmView
from desktop_app.pages.search.intake import filming
from desktop_app.window.desktop import Desktop
from tests.core.imaging.films.filmed import film, walk
from tests.desktop_app.camera.test_camera_view import live_camera
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.search.answer.answered import shop_engine
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import _sign, make_shop

# The offscreen platform has no graphics card.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop, and a film of two of its signs beside it."""
    place = make_shop(tmp_path_factory.mktemp("film") / "shop", products=3, counter_photos=0)
    views = [_sign(number).resize((320, 320)) for number in (1, 2, 1)]
    film(place.with_name("walk.mp4"), walk(views, seconds=3))
    place.with_name("broken.mp4").write_bytes(b"no film")
    return place


@pytest.fixture
def desktop(made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a copy of the shop."""
    with window_on(Path(shutil.copytree(made, tmp_path / "shop")), qapp, qtbot, pages=()) as desktop:
        yield desktop


def dropped(desktop: Desktop, *paths: Path) -> FilmView:
    page = desktop.search_page
    drop(page, mime_of_files(*paths))
    assert page.film_button.view is not None and page.film_button.view.isVisible()
    return page.film_button.view


def rows(view: FilmView) -> list[str]:
    return [view.products.item(row).text() for row in range(view.products.count())]


def test_a_film_is_looked_through_and_a_frame_of_it_searched(
    desktop: Desktop, made: Path, qtbot: QtBot
) -> None:
    page = desktop.search_page
    view = dropped(desktop, made.with_name("walk.mp4"), made.with_name("broken.mp4"))
    assert "1 other file left out" in view._status.text()
    qtbot.waitUntil(lambda: not view.watching.is_running, timeout=PATIENCE_MS)
    shown = [stretch.result.sku for stretch in view.time_line.stretches() if stretch.result is not None]
    assert shown == ["Sign 1", "Sign 2", "Sign 1"]
    assert len(rows(view)) == 2
    (first,) = [text for text in rows(view) if "Sign 1" in text]
    assert first.splitlines()[1] == "0:00–0:02, 0:06–0:08"
    assert not view.picture.image.isNull() and view.count_button.isEnabled()

    place = [("Sign 2" in text) for text in rows(view)].index(True)
    view.products.setCurrentRow(place)
    QTest.keyClick(view.products, Qt.Key.Key_Return)
    assert view.time_line.currentRow() == 1

    view.search_button.click()
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_answered, timeout=PATIENCE_MS)
    assert page.desk.shown is not None and page.desk.shown.answer is not None
    assert page.desk.shown.answer.results[0].sku == "Sign 2"
    page.film_button.click()
    assert view.isVisible() and view.time_line.count() == 3
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_what_the_webcam_films_is_kept_sharp_and_told_once_it_is_whole(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filming, "SECONDS", 3600)  # however slow the computer is
    sink = QVideoSink()
    webcam = filming.WebcamFilming(LiveFrames(sink, 0, sink), desktop.jobs, desktop.window)
    told: list[Stills] = []
    webcam.filmed.connect(told.append)
    webcam.start()
    picture = to_qimage(_sign(1), max_side=320).convertToFormat(QImage.Format.Format_RGBX8888)

    def kept() -> bool:
        sink.setVideoFrame(QVideoFrame(picture))
        return webcam.kept > 1

    qtbot.waitUntil(kept, timeout=PATIENCE_MS)
    webcam.finish()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    (film_taken,) = told
    times = [still.at_ms for still in film_taken.stills]
    assert times == sorted(times) and len(times) > 1 and film_taken.of_ms >= times[-1]
    assert not webcam.is_on and webcam.kept == 0


def test_what_the_webcam_filmed_is_looked_through_like_a_film(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.search_page
    camera = live_camera(page)
    stills = [as_still(_sign(1 + number // 2).resize((320, 320)), 500 * number) for number in range(4)]
    page.camera.filmed.emit(Stills("Webcam", tuple(stills), 2000))
    assert camera.session.session.camera() is None  # let go of
    view = page.film_button.view
    assert view is not None and view.isVisible() and view._title.text() == "Webcam"
    qtbot.waitUntil(lambda: not view.watching.is_running, timeout=PATIENCE_MS)
    shown = [stretch.result.sku for stretch in view.time_line.stretches() if stretch.result is not None]
    assert shown == ["Sign 1", "Sign 2"]


def test_what_a_film_shows_is_booked_in_one_step_and_taken_back_in_one(
    desktop: Desktop, made: Path, qtbot: QtBot
) -> None:
    shop = shop_engine(desktop.search_page.work.answer_view).shop
    first, second = (product_by_sku(shop.catalog, f"Sign {number}") for number in (1, 2))
    assert first is not None and second is not None
    found = [result_list(shop, [Ranked(one.id, None, 1.0, 0.9)])[0] for one in (first, first, second)]
    sure = (0.9, 0.8, 0.5)
    box = (0, 0, 9, 9)
    pieces = [FilmedPiece(result, share, 0, box, 2) for result, share in zip(found, sure, strict=True)]
    count = FilmCount(1000, 3, (*pieces, FilmedPiece(None, 0.9, 0, box, 2)), ())
    view = dropped(desktop, made.with_name("broken.mp4"))
    qtbot.waitUntil(lambda: not view.watching.is_running, timeout=PATIENCE_MS)
    assert not view.book_button.isVisible()
    view.watching.counted.emit(count)
    view.book_button.click()
    dialog = view.findChild(FilmBookingDialog)
    assert isinstance(dialog, FilmBookingDialog)
    assert [(row.number.value(), row.check.isChecked()) for row in dialog.rows.rows] == [
        (2, True),
        (1, False),
    ]
    dialog.count_button.click()
    qtbot.waitUntil(dialog.undo_button.isEnabled, timeout=PATIENCE_MS)
    stocktake = under_way(shop)
    assert stocktake is not None
    assert {one.title: str(one.counted) for one in counted_products(shop, stocktake)} == {first.title: "2"}
    QTest.keyClick(dialog.undo_button, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.count_button.isEnabled, timeout=PATIENCE_MS)
    assert under_way(shop) is None


def test_what_is_no_film_is_said_and_the_page_goes_on(desktop: Desktop, made: Path, qtbot: QtBot) -> None:
    view = dropped(desktop, made.with_name("broken.mp4"))
    qtbot.waitUntil(lambda: "no film that can be read" in view._status.text(), timeout=PATIENCE_MS)
    assert not view.count_button.isEnabled() and rows(view) == []
    view = dropped(desktop, made.with_name("walk.mp4"))
    qtbot.waitUntil(lambda: view.time_line.count() > 0, timeout=PATIENCE_MS)
    view.stop_button.click()
    qtbot.waitUntil(lambda: not view.watching.is_running, timeout=PATIENCE_MS)
    assert view.time_line.count() >= 1


def test_a_moment_is_told_by_one_time() -> None:
    assert (span(61_000, 61_800), span(0, 65_000)) == ("1:01", "0:00–1:05")
