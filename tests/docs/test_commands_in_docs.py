"""Every command in the documentation runs, in the order in which a reader meets it.

A block fenced as ``console`` is run: each line that begins with ``$ snapshelf`` is called on a small shop's
files, in a folder of its own for each document. What cannot be run here (installers, a window) stands in
blocks of another kind. The Chinese pages show the same commands (``test_chinese_pages.py``).
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop_app.__main__ import main
from tests.core.imaging.films.filmed import film, walk

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "docs/clerk.md", "docs/it.md", "docs/trouble.md", "docs/developer.md")
CHINESE = ("docs/zh_CN/clerk.md", "docs/zh_CN/it.md", "docs/zh_CN/trouble.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands_of(document: Path) -> Iterator[list[str]]:
    """The arguments of each command, without the program's name and the comment behind it."""
    for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ snapshelf"):
                yield shlex.split(line, comments=True)[2:]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a shop has at hand: a table, pictures, photos from the counter, and photos of known products."""
    monkeypatch.setenv("SNAPSHELF_HOME", str(tmp_path / "home"))
    desk = tmp_path / "desk"
    (desk / "pictures" / "Tea").mkdir(parents=True)
    rows, photos, known = ["sku,title,price,stock,photo"], ["sku,photo"], ["photo,sku"]
    for number, colour in enumerate(("red", "green", "blue")):
        for name, turn in (("", 0), ("_counter", 15)):
            image = Image.new("RGB", (160, 160), "white")
            ImageDraw.Draw(image).regular_polygon((80, 80, 60), 3 + number, turn, fill=colour)
            image.save(desk / "pictures" / "Tea" / f"{colour}{name}.png")
        rows.append(f"T-{number},{colour} tea,4.90,12,pictures/Tea/{colour}.png")
        photos.append(f"T-{number},pictures/Tea/{colour}_counter.png")
        known.append(f"pictures/Tea/{colour}_counter.png,T-{number}")
    note = ["sku,quantity", "T-0,6", "T-1,12"]
    sales = ["receipt,date,sku", "1,2026-03-05 10:00,T-0", "1,2026-03-05 10:00,T-1"]
    for name, lines in (
        ("products.csv", rows), ("photos.csv", photos), ("known.csv", known), ("note.csv", note),
        ("receipts.csv", sales),
    ):  # fmt: skip
        (desk / name).write_text("\n".join(lines), encoding="utf-8")
    counter = Image.open(desk / "pictures" / "Tea" / "red_counter.png").convert("RGB")
    counter.save(desk / "photo.jpg")
    film(desk / "walk.mp4", walk([counter]))
    monkeypatch.chdir(desk)
    return desk


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_commands_of_a_document_run(name: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = list(commands_of(ROOT / name))
    assert commands, f"{name} shows no command"
    for command in commands:
        assert main(command) == 0, (shlex.join(command), capsys.readouterr().err)


@pytest.mark.parametrize(
    "name", [*DOCUMENTS, *CHINESE, "SECURITY.md", "docs/architecture.md", "docs/privacy.md"]
)
def test_every_link_leads_to_a_file_that_is_there(name: str) -> None:
    document = ROOT / name
    targets = [link for link in _LINK.findall(document.read_text(encoding="utf-8")) if "://" not in link]
    missing = [link for link in targets if not (document.parent / link).exists()]
    assert missing == []
