"""A small shop made by the real import, copied for each test that may harm it."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.shop.opening import open_shop
from desktop_app.__main__ import main
from tests.end_to_end.answers import Run

SHAPES = {
    "red ball": ("ellipse", "red"),
    "green box": ("rectangle", "green"),
    "blue pie": ("pieslice", "blue"),
}


def draw(folder: Path) -> None:
    """Three pictures."""
    folder.mkdir()
    for name, (shape, colour) in SHAPES.items():
        image = Image.new("RGB", (240, 240), "white")
        angles = (30, 300) if shape == "pieslice" else ()
        getattr(ImageDraw.Draw(image), shape)((40, 40, 200, 200), *angles, fill=colour, outline="black")
        image.save(folder / f"{name}.png")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pictures, and the shop that they were imported into."""
    folder = tmp_path_factory.mktemp("original")
    draw(folder / "pictures")
    assert main(["--shop", str(folder / "shop"), "import", str(folder / "pictures")]) == 0
    with open_shop(folder / "shop", device="cpu") as shop:
        assert shop.index().generation_number == 1
    return folder


@pytest.fixture
def shop(original: Path, tmp_path: Path) -> Path:
    """A copy of that shop's folder."""
    return Path(shutil.copytree(original / "shop", tmp_path / "shop"))


@pytest.fixture
def ball(original: Path) -> Path:
    """The red ball's picture."""
    return original / "pictures" / "red ball.png"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, stdout and stderr of one command."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call
