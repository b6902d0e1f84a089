"""What a clerk searches with, as a scenario for scenario_driver.py: parts, barcodes, words, many pictures."""

from collections.abc import Callable
from typing import Any

from tests.end_to_end.scenario_driver import Scenario, Stage, seconds


def search_in_every_way(stage: Stage) -> Scenario:
    """A photo, a part of it, a barcode in a photo, words, a scanned number, two photos of one thing."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    folder = stage.folder
    yield lambda: stage.is_open("shop")
    page = stage.page("search")
    view, field = page.work.query_panel.picture, page.field

    stage.phase = "a photo"
    stage.drop(page, [folder / "two.png"])
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
    stage.drop(page, [folder / "scanned.png"])
    yield _answered(page)
    stage.seen["barcode"] = _shown(page) | {"code": page.desk.shown.answer.barcode}
    stage.drop(page, [folder / "foreign.png"])
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
    yield page.work.products.view.isVisible
    stage.seen["scanned"] = page.work.products.view.product.title

    stage.phase = "two photos of one thing"
    stage.drop(page, [folder / "red.png", folder / "red again.png"])
    yield lambda: all(asked.is_done for asked in page.desk.film.rows())
    page.work.query_panel.together.click()
    yield _answered(page)
    stage.seen["together"] = _shown(page) | {"pictures": len(page.desk.shown.query.pictures)}
    stage.seen["field"] = field.text()


def search_with_each(stage: Stage) -> Scenario:
    """Drop the command's pictures one after the other, and read each answer."""
    yield lambda: "engine_s" in stage.marks
    stage.phase = "opening the shop"
    yield lambda: {"CPU", "GPU"} & set(stage.status())
    stage.seen |= {**stage.marks, "ready_s": seconds(), "status": stage.status(), "answers": []}
    stage.phase, page = "searching", stage.window.page
    for picture in stage.pictures:
        began = seconds()
        stage.drop(page, [picture])
        yield lambda: page.desk.film.at(0) is not None and page.desk.film.at(0).is_done
        stage.seen["answers"].append(_answer(page) | {"after_s": seconds() - began})
    stage.photograph()


def _answer(page: Any) -> dict[str, Any]:
    """What the window shows of the newest query, in a screen reader's words."""
    from PySide6.QtCore import Qt

    model = page.work.answer_view.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    products = [str(row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data()) for row in rows]
    headline = page.work.answer_view.banner.accessibleName()
    return {"products": products, "headline": headline, "failed": page.desk.film.at(0).failure is not None}


def _answered(page: Any) -> Callable[[], bool]:
    return lambda: page.desk.shown is not None and page.desk.shown.is_done


def _shown(page: Any) -> dict[str, Any]:
    model = page.work.answer_view.list.model()
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return {"titles": titles, "headline": page.work.answer_view.banner.accessibleName()}
