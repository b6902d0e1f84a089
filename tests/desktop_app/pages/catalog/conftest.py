"""The catalog page on a real shop, without the rest of the window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.product_import import import_entries
from core.paths import resources
from core.quantities.quantity import whole
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.language import LanguageSwitch
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.shop_page import PageServices, ShopNews

PRODUCTS = {
    "R-1": ("Red ball", "Balls", 250, (210, 40, 40), "ellipse"),
    "R-2": ("Blue ball", "Balls", 300, (40, 60, 210), "ellipse"),
    "R-3": ("Green box", "Boxes", None, (40, 160, 70), "rectangle"),
    "R-4": ("Yellow box", "Boxes", 120, (230, 200, 40), "rectangle"),
}

OpenPage = Callable[[Path], CatalogPage]


def draw(path: Path, shape: str, colour: tuple[int, int, int], shift: int = 0) -> Path:
    image = Image.new("RGB", (240, 240), "white")
    getattr(ImageDraw.Draw(image), shape)((40 + shift, 40, 200, 200), fill=colour, outline="black", width=5)
    image.save(path)
    return path


@pytest.fixture(scope="session")
def toy_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of four toys with a picture each."""
    folder = tmp_path_factory.mktemp("toys")
    entries = []
    for sku, (title, category, price, colour, shape) in PRODUCTS.items():
        picture = draw(folder / f"{sku}.png", shape, colour)
        draft = ProductDraft(
            sku, title, category=category, price_minor=price, currency="EUR", stock=whole(5), brand="Toyco"
        )
        entries.append(Entry(sku, draft, (PhotoSource(picture, picture.name),)))
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, entries)
    return folder / "shop"


@pytest.fixture
def open_page(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens the page on the shop in a folder and shows it; everything is ended at the test's end."""
    ends: list[Callable[[], object]] = []

    def open_(folder: Path) -> CatalogPage:
        jobs = Jobs()
        bugs: list[str] = []
        jobs.bug.connect(bugs.append)
        engine = ShopEngine(folder, device="cpu")
        engine._shop = open_shop(folder, device="cpu")  # the model is loaded when a picture needs it
        themes = ThemeSwitch(qapp, resources() / "styles", "light")
        services = PageServices(
            engine,
            EngineThread(engine),
            jobs,
            ShopJobs(jobs, engine),
            themes,
            LanguageSwitch(qapp, resources() / "translations", "en"),
            Thumbnails(jobs, jobs),
            Preferences(Settings(), tmp_path / "settings.json", jobs),
            ShopNews(),
        )
        page = CatalogPage(services)
        page.resize(1100, 720)
        page.show()
        page.show_shop(ShopFacts("Toys", 4, 4, "", "CPU"))
        page.entered()

        def end() -> None:
            page.hide()
            assert jobs.close()
            engine.close()
            # What others listen to keeps them: without these no object of the page would ever go.
            for part in (page, services.news, services.engine_thread, jobs):
                part.deleteLater()
            assert bugs == []

        ends.append(end)
        qtbot.waitUntil(lambda: page.model.rowCount() > 0 and page.model.product_at(0) is not None)
        return page

    yield open_
    for end in ends:
        end()
    qapp.processEvents()


@pytest.fixture
def page(open_page: OpenPage, toy_shop: Path, tmp_path: Path) -> CatalogPage:
    """The page on a copy of the toy shop."""
    return open_page(Path(shutil.copytree(toy_shop, tmp_path / "shop")))
