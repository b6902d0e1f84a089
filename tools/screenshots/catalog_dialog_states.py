"""The dialogs that are opened from the catalog: labels, advertising, moderation, copies, cut-outs."""

import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from screenshots.driver import SHOWN, Driver, State
from screenshots.pictures import use_elsewhere

from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.pages.catalog.advertising.dialog import AdvertisingDialog
from desktop_app.pages.catalog.cut_out.dialog import CutOutDialog
from desktop_app.pages.catalog.labels.dialog import LabelsDialog
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.moderation.dialog import ModerationDialog
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.catalog.tracing.dialog import TracingDialog


def catalog_dialog_states(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """Each dialog in front, with something to show; all are closed again."""
    for dialog in (_labels, _advertising, _moderation, _tracing, _cut_outs):
        yield from dialog(driver, page)


def _labels(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """The labels of all products, on sheets."""

    def show() -> None:
        page.acts.labels.trigger()
        dialog = page.findChild(LabelsDialog)
        assert isinstance(dialog, LabelsDialog)  # noqa: S101
        dialog.form.sheet.setCurrentIndex(0)
        driver.wait(lambda: dialog.preview.is_shown)
        driver.shown = dialog

    yield "catalog-labels", show
    window, dialog = driver.desktop.window, driver.shown
    driver.shown = window
    if isinstance(dialog, LabelsDialog):
        dialog.reject()


def _advertising(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """A comparison of the products that are selected, then a leaflet of them."""

    def show(kind: int) -> None:
        model, how = page.lists.view.model(), QItemSelectionModel.SelectionFlag
        few = QItemSelection(model.index(0, 0), model.index(SHOWN - 1, 0))
        page.lists.view.selectionModel().select(few, how.ClearAndSelect | how.Rows)
        page.acts.advertise.trigger()
        dialog = page.findChildren(AdvertisingDialog)[-1]
        dialog.form.kind.setCurrentIndex(kind)
        driver.wait(lambda: dialog.preview.is_shown)
        driver.shown = dialog

    window = driver.desktop.window
    for name, kind in (("catalog-cards", 0), ("catalog-poster", 1)):
        yield name, functools.partial(show, kind)
        if isinstance(driver.shown, AdvertisingDialog):
            driver.shown.reject()
        driver.shown = window
    page.lists.select_product(page.model.id_at(1) or 0)


def _moderation(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """What must not be shown, leaf by leaf; with a picture and a word on the lists for that while."""
    page.acts.moderation.trigger()
    dialog = page.findChild(ModerationDialog)
    assert isinstance(dialog, ModerationDialog)  # noqa: S101
    driver.wait(dialog.words.isEnabled)
    shot = driver.pictures.known[0]
    dialog.never_sold.take_pictures([QueryPicture(PictureSource(shot.name, path=shot))])
    driver.wait(lambda: dialog.never_sold.list.count() > 0 and dialog.words.isEnabled())
    dialog.words.line.setText(page.model.text_at(0, Column.TITLE))
    dialog.words.add_button.click()
    driver.wait(lambda: dialog.photos.model.rowCount() > 0 and dialog.words.isEnabled())
    driver.shown = dialog
    for place, name in enumerate(("photos", "goods", "words", "told")):
        yield f"moderation-{name}", lambda place=place: dialog.tabs.setCurrentIndex(place)  # type: ignore[misc]
    driver.shown = driver.desktop.window
    for _change in range(2):
        dialog.undo_button.click()
        driver.wait(dialog.words.isEnabled)
    dialog.reject()


def _tracing(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """Where the shop's photos are used: before anything was given, and with what was found."""
    window = driver.desktop.window
    with tempfile.TemporaryDirectory() as folder:

        def ask() -> None:
            page.acts.trace.trigger()
            dialog = page.findChild(TracingDialog)
            assert isinstance(dialog, TracingDialog)  # noqa: S101
            driver.shown = dialog

        def find() -> None:
            dialog = driver.shown
            assert isinstance(dialog, TracingDialog)  # noqa: S101
            photos = sorted((page._services.engine.folder / "photos").rglob("*.*"))
            use_elsewhere(photos[:: max(1, len(photos) // SHOWN)][:SHOWN], driver.pictures, Path(folder))
            dialog.take([Path(folder)])
            driver.wait(lambda: not dialog.is_busy)
            driver.pause(1.0)

        yield "catalog-trace-empty", ask
        yield "catalog-trace", find
    dialog = driver.shown
    driver.shown = window
    if isinstance(dialog, TracingDialog):
        dialog.reject()


def _cut_outs(driver: Driver, page: CatalogPage) -> Iterator[State]:
    """A product before and after."""

    def show() -> None:
        page.acts.cut_out.trigger()
        dialog = page.findChild(CutOutDialog)
        assert isinstance(dialog, CutOutDialog)  # noqa: S101
        driver.wait(lambda: dialog.preview is not None)
        driver.shown = dialog

    yield "catalog-cut-out", show
    window, dialog = driver.desktop.window, driver.shown
    driver.shown = window
    if isinstance(dialog, CutOutDialog):
        dialog.reject()
