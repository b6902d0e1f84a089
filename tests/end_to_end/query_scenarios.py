"""What a clerk searches with, as a scenario for scenario_driver.py: parts, barcodes, words, many pictures."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.end_to_end.scenario_driver import Scenario, Stage


def search_in_every_way(stage: Stage) -> Scenario:
    """A photo, a part of it, a barcode in a photo, words, a scanned number, two photos of one thing."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    folder = Path(os.environ["SCENARIO_FOLDER"])
    yield lambda: stage.is_open("shop")
    page = stage.page("search")
    view, field = page.query_panel.picture, page.field

    stage.phase = "a photo"
    _drop(page, [folder / "two.png"])
    yield _answered(page)
    yield lambda: page.desk.picture.regions is not None and not view.image.isNull()
    stage.seen["photo"] = _shown(page)

    stage.phase = "a part of it"
    view.setFocus()
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: True
    yield _answered(page)
    stage.seen["part"] = _shown(page) | {"right": round(view.cut.box.right, 2)}
    QTest.keyClick(view, Qt.Key.Key_Escape)
    yield _answered(page)
    stage.seen["whole again"] = view.cut.box.is_whole

    stage.phase = "a barcode"
    _drop(page, [folder / "scanned.png"])
    yield _answered(page)
    stage.seen["barcode"] = _shown(page) | {"code": page.desk.shown.answer.barcode}
    _drop(page, [folder / "foreign.png"])
    yield _answered(page)
    stage.seen["foreign"] = _shown(page) | {"code": page.desk.shown.answer.barcode}

    stage.phase = "words"
    field.setFocus()
    for letter in "ball":
        QTest.keyClicks(field, letter)
        yield lambda: True
    yield _answered(page)
    stage.seen["words"] = _shown(page)

    stage.phase = "a scanned number"
    page.search_actions.words.trigger()
    QTest.keyClicks(field, "4006381333931")
    QTest.keyClick(field, Qt.Key.Key_Return)
    yield page.product_view.isVisible
    stage.seen["scanned"] = page.product_view.product.title

    stage.phase = "two photos of one thing"
    _drop(page, [folder / "red.png", folder / "red again.png"])
    yield lambda: all(asked.is_done for asked in page.queries.rows())
    page.query_panel.together.click()
    yield _answered(page)
    stage.seen["together"] = _shown(page) | {"pictures": len(page.desk.shown.query.pictures)}
    stage.seen["field"] = field.text()


def _answered(page: Any) -> Callable[[], bool]:
    return lambda: page.desk.shown is not None and page.desk.shown.is_done


def _shown(page: Any) -> dict[str, Any]:
    model = page.answer_view.list.model()
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return {"titles": titles, "headline": page.answer_view.banner.accessibleName()}


def _drop(page: Any, paths: Sequence[Path]) -> None:
    """Drop files on the page, as a file manager does."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, button = page.rect().center(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, button, none))
    dropped = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, button, none)
    QApplication.sendEvent(page, dropped)
