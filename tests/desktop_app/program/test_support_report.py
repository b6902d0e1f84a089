"""What can be handed to support holds versions and counts, and nothing of the shop or its people."""

import getpass
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import products_by_ids
from core.settings import Settings
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.program import logs
from desktop_app.program.support_report import program_versions, support_report
from tests.painted_shop import make_shop

SHOP = "Annas Laden"
TITLE = "Sign 1"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop with a telling name."""
    folder = make_shop(tmp_path_factory.mktemp("home of anna") / SHOP, products=3, counter_photos=1)
    with open_shop(folder, device="cpu") as shop:
        shop.network.load()
        yield shop


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log with a problem in it that names a product and a file."""
    file = tmp_path / "snapshelf.log"
    logs.start_logging(file)
    try:
        _fail(f"{TITLE} is not in {tmp_path / TITLE}")
    except ValueError:
        logging.getLogger("desktop_app.test").exception("cannot show %s", tmp_path / TITLE)
    yield file
    logs.stop_logging()


def test_the_report_says_what_support_needs(shop: Shop, log: Path) -> None:
    report = support_report(shop, Settings(), log=log)
    for needed in (
        "Snapshelf",
        "Python",
        "Qt",
        "ONNX Runtime",
        "PyTorch",
        "Products: 3",
        "Photos: 6",
        "Device: CPU",
    ):
        assert needed in report
    assert shop.spec.fingerprint in report
    assert "ValueError" in report and "test_support_report.py" in report


def test_nothing_of_the_shop_or_its_people_is_in_the_report(shop: Shop, log: Path) -> None:
    settings = Settings(recent_shops=(str(shop.folder),), camera="Anna's camera", unknown={"note": "Anna"})
    trace = f"Traceback (most recent call last):\n  File \"{__file__}\", line 1, in x\nKeyError: '{TITLE}'"
    report = support_report(shop, settings, trace=trace, log=log)
    products = products_by_ids(shop.catalog, range(1, 10))
    assert len(products) == 3
    secrets = [product.title for product in products]
    secrets += [
        photo.sha256[:12] for product in products for photo in photos_of_product(shop.catalog, product.id)
    ]
    secrets += [SHOP, "Anna", "anna", str(Path.home()), str(log.parent), "Sign"]
    for secret in secrets:
        assert secret not in report, secret
    words = set(report.replace("/", " ").replace(":", " ").split())
    assert getpass.getuser() not in words
    assert socket.gethostname() not in words


def test_the_report_can_be_made_without_a_shop(tmp_path: Path) -> None:
    report = support_report(None, Settings(), log=tmp_path / "no.log")
    assert "none open" in report


def test_versions_are_told_without_importing_what_they_are_of() -> None:
    names = dict(program_versions())
    assert names["PyTorch"] not in ("", "–")
    assert names["Qt"].startswith("6.")


def _fail(words: str) -> None:
    raise ValueError(words)
