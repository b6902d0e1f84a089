"""One shop and one server for all tests of the pages: each test looks at products of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.phone.served_shop import ServedShop, served
from tests.painted_shop import make_priced_shop


@pytest.fixture(scope="session")
def shop_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_priced_shop(tmp_path_factory.mktemp("phone") / "shop")


@pytest.fixture(scope="module")  # while it is open its event loop runs, and no test can run one of its own
def browser(shop_folder: Path, photo: Callable[[int], Path]) -> Iterator[Browser]:
    filmed = film(Image.open(photo(2)), shop_folder.with_name("filmed.mjpeg"))
    with real_browser(filmed) as opened:
        yield opened


@pytest.fixture(scope="session")
def photo(shop_folder: Path) -> Callable[[int], Path]:
    """A counter photo of the product with this number."""
    return lambda number: shop_folder.with_name("shop pictures") / f"{number}-1.png"


@pytest.fixture(scope="session")
def shop(shop_folder: Path) -> Iterator[Shop]:
    with open_shop(shop_folder, device="cpu") as opened:
        yield opened


@pytest.fixture(scope="module")
def place(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedShop]:
    with served(shop, tmp_path_factory.mktemp("certificate")) as at_work:
        yield at_work


@pytest.fixture
def page(browser: Browser, place: ServedShop) -> Iterator[Page]:
    """The first page on a phone."""
    with phone_page(browser, place.address, place.key) as opened:
        opened.goto("/")
        yield opened


@pytest.fixture
def products(shop: Shop) -> dict[str, int]:
    """Keys by title."""
    return dict(shop.catalog.db.execute("SELECT title, id FROM products").fetchall())
