"""A small shop made by the real import, copied for each test that may harm it."""

import contextlib
import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from core.shop.opening import open_shop
from desktop_app.__main__ import main
from tests.conftest import MadeOnce
from tests.end_to_end.answers import Run

SHAPES = {
    "red ball": ("ellipse", "red"),
    "green box": ("rectangle", "green"),
    "blue pie": ("pieslice", "blue"),
}


@dataclass(frozen=True)
class Imported:
    """A shop, and what its import printed."""

    shop: Path
    report: Any


@pytest.fixture(scope="session")
def grocery_import(grocery: Path, made_once: MadeOnce) -> Imported:
    """The real shop, imported once with the real command: it takes many seconds."""

    def make(folder: Path) -> None:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            shop = folder / "Corner shop"
            assert main(["--shop", str(shop), "import", str(grocery / "catalog.csv"), "--json"]) == 0
        (folder / "report.json").write_text(printed.getvalue(), encoding="utf-8")

    folder = made_once("grocery", make)
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Imported(folder / "Corner shop", report)


@pytest.fixture(scope="session")
def grocery_shop(grocery_import: Imported) -> Path:
    """The real shop; not to be changed."""
    return grocery_import.shop


@pytest.fixture
def corner_shop(grocery_shop: Path, tmp_path: Path) -> Path:
    """A copy of it, to do anything with."""
    return Path(shutil.copytree(grocery_shop, tmp_path / "Corner shop"))


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
