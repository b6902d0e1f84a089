"""A real catalog, and a small shop of drawn pictures, for tests that need one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.catalog.database.catalog import Catalog
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import CARTONS, carton

SHAPES = {
    "Balls/red ball": ("ellipse", (210, 40, 40)),
    "Balls/blue ball": ("ellipse", (40, 60, 210)),
    "Boxes/green box": ("rectangle", (40, 160, 70)),
    "Boxes/yellow box": ("rectangle", (230, 200, 40)),
}


def draw(shape: str, colour: tuple[int, int, int], *, shift: int = 0, ground: int = 245) -> Image.Image:
    """A shape on a light ground; ``shift`` moves it, so that another photo of it differs."""
    image = Image.new("RGB", (320, 320), (ground, ground, ground))
    pencil = ImageDraw.Draw(image)
    getattr(pencil, shape)((60 + shift, 60, 260 + shift, 260), fill=colour, outline=(20, 20, 20), width=6)
    pencil.line((60 + shift, 160, 260 + shift, 160), fill=(255, 255, 255), width=10)
    return image


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pictures, two categories of two products each, and the shop of them; not to be changed."""
    folder = tmp_path_factory.mktemp("imported")
    for name, (shape, colour) in SHAPES.items():
        path = folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(path)
    with open_shop(folder / "shop", create=True) as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder


@pytest.fixture
def pictures(imported: Path, tmp_path: Path) -> Path:
    """A folder of pictures: two categories of two products each."""
    return Path(shutil.copytree(imported / "pictures", tmp_path / "pictures"))


@pytest.fixture
def shop(imported: Path, pictures: Path, tmp_path: Path) -> Iterator[Shop]:
    """An open shop of those four products."""
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "shop")) as shop:
        yield shop


@pytest.fixture
def blue_ball(tmp_path: Path) -> Path:
    """Another photo of the blue ball."""
    path = tmp_path / "query.jpg"
    draw(*SHAPES["Balls/blue ball"], shift=12, ground=225).save(path)
    return path


@pytest.fixture(scope="session")
def imported_cartons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop of six cartons that the network cannot tell apart; not to be changed."""
    folder = tmp_path_factory.mktemp("cartons")
    (folder / "pictures").mkdir()
    for seed in range(CARTONS):
        carton(seed).save(folder / "pictures" / f"{seed}.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder / "shop"


@pytest.fixture
def cartons(imported_cartons: Path, tmp_path: Path) -> Iterator[Shop]:
    """That shop, open."""
    with open_shop(shutil.copytree(imported_cartons, tmp_path / "shop"), device="cpu") as shop:
        yield shop


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """A new catalog in a folder of its own."""
    folder = tmp_path / "shop"
    folder.mkdir()
    with Catalog(folder / "catalog.db") as opened:
        yield opened
