"""A small shop for deep lessons: balls whose colours differ little, photographed in the shop."""

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.product_import import import_entries
from core.learning.deep.lesson import resume_deep_lesson, teach_deep_lesson
from core.learning.deep.listener import DeepProgress, DeepStage, LessonPausedError, Wish
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.conftest import MadeOnce
from tests.core.learning.deep.lessons import SHORT, reopened

COLOURS = ((200, 60, 60), (200, 90, 60), (190, 60, 100), (170, 110, 60), (150, 60, 60), (200, 120, 120))
PHOTOS = 14


def photograph(colour: tuple[int, int, int], rng: np.random.Generator) -> Image.Image:
    """The ball somewhere on a noisy ground, larger or smaller."""
    ground = rng.integers(60, 200, 3)
    image = Image.fromarray(rng.normal(ground, 25, (140, 140, 3)).clip(0, 255).astype(np.uint8))
    size = int(rng.integers(60, 110))
    left, top = (int(value) for value in rng.integers(0, 140 - size, 2))
    box = (left, top, left + size, top + size)
    ImageDraw.Draw(image).ellipse(box, fill=colour, outline=(30, 30, 30), width=3)
    return image


@pytest.fixture(scope="session")
def ball_photos(tmp_path_factory: pytest.TempPathFactory) -> list[list[Path]]:
    """``PHOTOS`` photos of each product."""
    folder = tmp_path_factory.mktemp("balls")
    rng = np.random.default_rng(0)
    found = []
    for number, colour in enumerate(COLOURS):
        paths = [folder / f"{number}-{turn}.png" for turn in range(PHOTOS)]
        for path in paths:
            photograph(colour, rng).save(path)
        found.append(paths)
    return found


@pytest.fixture(scope="session")
def balls_folder(ball_photos: list[list[Path]], made_once: MadeOnce) -> Path:
    """A shop of those products, Lite0 its backbone, not open; not to be changed."""

    def make(folder: Path) -> None:
        entries = [
            Entry(
                str(number),
                ProductDraft(sku=str(number), title=f"ball {number}"),
                tuple(PhotoSource(path, path.name, PhotoKind.COUNTER) for path in paths),
            )
            for number, paths in enumerate(ball_photos)
        ]
        with open_shop(folder / "balls", create=True, backbone="efficientnet-lite0", device="cpu") as shop:
            import_entries(shop, entries)

    return made_once("shop of balls", make) / "balls"


@pytest.fixture
def balls(balls_folder: Path, tmp_path: Path) -> Iterator[Shop]:
    """The shop of balls, open."""
    folder = tmp_path / "balls"
    shutil.copytree(balls_folder, folder)
    with open_shop(folder, backbone="efficientnet-lite0", device="cpu") as shop:
        yield shop


@pytest.fixture(scope="session")
def trained_folder(balls_folder: Path, made_once: MadeOnce) -> Path:
    """The shop of balls with a lesson that was paused when its network was there; not to be changed.

    Beside it what the listener was told, by pickle.
    """

    def make(folder: Path) -> None:
        shutil.copytree(balls_folder, folder / "balls")
        told: list[DeepProgress] = []

        def listen(progress: DeepProgress) -> Wish:
            told.append(progress)
            return Wish.PAUSE if progress.stage is DeepStage.EMBEDDING else Wish.GO_ON

        with reopened(folder / "balls") as shop, pytest.raises(LessonPausedError):
            teach_deep_lesson(shop, SHORT, listen)
        (folder / "told").write_bytes(pickle.dumps(told))

    return made_once("shop of a trained network", make) / "balls"


@pytest.fixture(scope="session")
def taught(trained_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[DeepProgress]]:
    """A shop after a deep lesson, closed, and all that its listener was told; not to be changed."""
    folder = tmp_path_factory.mktemp("taught") / "balls"
    shutil.copytree(trained_folder, folder)
    told: list[DeepProgress] = pickle.loads(trained_folder.with_name("told").read_bytes())  # noqa: S301  (ours)

    def listen(progress: DeepProgress) -> Wish:
        told.append(progress)
        return Wish.GO_ON

    with reopened(folder) as shop:
        resume_deep_lesson(shop, listen)
    return folder, told


@pytest.fixture
def after(taught: tuple[Path, list[DeepProgress]], tmp_path: Path) -> Path:
    """A copy of the shop after the lesson."""
    folder = tmp_path / "after"
    shutil.copytree(taught[0], folder)
    return folder
