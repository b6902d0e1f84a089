"""Photos of products on the learning page: what is missing, a folder for each product, and taking it back."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import photos_by_kind
from core.ingest.photo_folder import read_photo_folder
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.learning.page import LearningPage
from desktop_app.pages.learning.photos.material import short_products
from desktop_app.pages.learning.photos.view import PhotosView
from desktop_app.window.desktop import Desktop
from tests.core.ingest.unlabelled.views import view
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints", "No RHI backend")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of two products with a photo each."""
    return make_shop(tmp_path_factory.mktemp("photos") / "shop", products=2, counter_photos=0)


@pytest.fixture
def desktop(made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a copy of it."""
    with window_on(
        Path(shutil.copytree(made, tmp_path / "shop")), qapp, qtbot, pages=("catalog", "learning")
    ) as desktop:
        yield desktop


@pytest.fixture
def photos(desktop: Desktop, qtbot: QtBot) -> PhotosView:
    """The side about photos, in front."""
    page = desktop.window.show_page("learning")
    assert isinstance(page, LearningPage)
    page.teaching.start_view.photos_button.click()
    assert page.photos.isVisible() and not page.teaching.isVisible()
    qtbot.waitUntil(page.photos.products.folder_button.isEnabled, timeout=PATIENCE_MS)
    return page.photos


@pytest.fixture
def shop(desktop: Desktop, photos: PhotosView) -> Shop:
    """What the window works in."""
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    return engine.shop


def test_what_is_missing_is_said_and_listed_in_the_catalog(
    desktop: Desktop, photos: PhotosView, qtbot: QtBot
) -> None:
    assert "2 of 2 products have fewer than 3 photos" in photos.products.state.text()
    photos.products.list_button.click()
    catalog = desktop.window.page
    assert isinstance(catalog, CatalogPage)
    qtbot.waitUntil(lambda: catalog.browse.model.rowCount() == 2, timeout=PATIENCE_MS)
    assert catalog.filters.few_photos.isChecked()


def test_a_folder_for_each_product_is_shown_first_then_added_and_taken_back(
    photos: PhotosView, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    for number, name in enumerate(("Sign 0", "sign-1", "Elsewhere")):
        (tmp_path / "taken" / name).mkdir(parents=True)
        view(number).save(tmp_path / "taken" / name / "a.png")
    photos.look_into(tmp_path / "taken")
    qtbot.waitUntil(lambda: not photos.is_busy(), timeout=PATIENCE_MS)
    preview = photos.preview
    assert preview.headline.text() == "Photos: 2, of 2 products"
    assert preview.left_out.text() == "1 folder belongs to no product and is left out."
    rows = [[preview.model.item(row, column).text() for column in (0, 1)] for row in range(3)]
    assert rows[0][0] == "Elsewhere" and "No product is called so" in rows[0][1]
    assert ["sign-1", "Sign 1 (Sign 1)"] in rows
    assert photos_by_kind(shop.catalog) == (2, 0)

    preview.add_button.click()
    assert photos.is_busy()
    qtbot.waitUntil(lambda: not photos.is_busy(), timeout=PATIENCE_MS)
    message = photos._message
    assert message.label.text() == "2 photos are new." and message.isVisible()
    assert photos_by_kind(shop.catalog) == (2, 2)
    qtbot.waitUntil(lambda: "Taken in the shop: 2." in photos.products.state.text(), timeout=PATIENCE_MS)

    message.button.click()
    qtbot.waitUntil(lambda: photos_by_kind(shop.catalog) == (2, 0), timeout=PATIENCE_MS)


def test_a_folder_without_pictures_is_a_sentence(photos: PhotosView, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    photos.look_into(tmp_path / "empty")
    qtbot.waitUntil(lambda: not photos.is_busy(), timeout=PATIENCE_MS)
    assert "no pictures" in photos._message.label.text()


def test_products_with_too_few_photos_are_photographed_one_after_the_other(
    photos: PhotosView, shop: Shop, qtbot: QtBot
) -> None:
    assert photos.products.shoot_button.isVisible()
    assert not photos.products.shoot_button.isEnabled()  # there is no camera here
    products = short_products(shop)
    assert [(product.title, product.photos) for product in products] == [("Sign 0", 1), ("Sign 1", 1)]
    dialog = photos.shoot(products)
    dialog.open()
    assert dialog.title.text() == "Sign 0" and "1 of 3" in dialog.state.text()

    def take(number: int) -> None:
        picture = to_qimage(view(number), max_side=320).convertToFormat(QImage.Format.Format_RGBX8888)
        before = dialog.taken

        def shown() -> bool:
            dialog.sink.setVideoFrame(QVideoFrame(picture))
            return dialog.take_button.isEnabled() and dialog._view.image.size() == picture.size()

        qtbot.waitUntil(shown, timeout=PATIENCE_MS)
        qtbot.wait(150)  # the newest frame is the one that is seen
        QTest.keyClick(dialog, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: dialog.taken == before + 1, timeout=PATIENCE_MS)

    take(0)
    assert dialog.title.text() == "Sign 0" and "2 of 3" in dialog.state.text()
    take(1)
    assert dialog.title.text() == "Sign 1"  # that had enough
    take(2)
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.taken == 2, timeout=PATIENCE_MS)
    assert "1 of 3" in dialog.state.text()
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.title.text() == "Sign 0"
    dialog.done_button.click()
    qtbot.waitUntil(lambda: photos._message.label.text() == "2 photos are new.", timeout=PATIENCE_MS)
    assert photos_by_kind(shop.catalog) == (2, 2)


def test_whoever_stops_hears_that_what_was_added_stays(
    photos: PhotosView, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(2):
        (tmp_path / "taken" / f"Sign {number}").mkdir(parents=True)
        view(number).save(tmp_path / "taken" / f"Sign {number}" / "a.png")
    go_on = threading.Event()
    photos._jobs.run(lambda _shop, _report: go_on.wait(30), success=lambda _: None, lane=Lane.IMPORTING)
    photos.add(read_photo_folder(shop.catalog, tmp_path / "taken"))
    photos._message.button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not photos.is_busy())
    assert photos._message.label.text() == "Stopped. Photos that were added before that stay."
