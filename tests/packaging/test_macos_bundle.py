"""Snapshelf.app, laid out here by PyInstaller's own code from a program of stand-ins."""

import plistlib
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from macos_bundle import HERE, lay_out, signing_commands, write_icon
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
CODE = b"\xcf\xfa\xed\xfe" + bytes(28)


def stand_in(folder: Path) -> Path:
    """A folder like a built program's on macOS."""
    program = folder / "snapshelf-light"
    files = {
        "snapshelf": CODE,
        "_internal/libpython3.11.dylib": CODE,
        "_internal/numpy/core.so": CODE,
        "_internal/numpy/version.txt": b"2",
        "_internal/numpy-2.4.6.dist-info/METADATA": b"Name: numpy",
        "_internal/resources/icons/back.svg": b"<svg/>",
        "_internal/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore": CODE,
        "_internal/PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist": b"<plist/>",
    }
    for name, content in files.items():
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_bytes(content)
    framework = program / "_internal/PySide6/Qt/lib/QtCore.framework"
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    return program


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    """The program's icon."""
    file = tmp_path / "snapshelf.icns"
    write_icon(ROOT / "resources" / "icons" / "snapshelf.svg", file)
    return file


@pytest.fixture
def app(tmp_path: Path, icon: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stand-in as PyInstaller lays it out, but for what only macOS' own tools do."""
    from PyInstaller.building import osx
    from PyInstaller.config import CONF

    def unchanged(source: str, *_: Any, **__: Any) -> str:
        return source

    monkeypatch.setattr(osx, "is_darwin", True)
    tools = SimpleNamespace(sign_binary=lambda *_args, **_kwargs: None)
    monkeypatch.setattr(osx, "osxutils", tools, raising=False)
    monkeypatch.setattr(osx, "process_collected_binary", unchanged)
    for name in ("distpath", "workpath", "specpath"):
        monkeypatch.setitem(CONF, name, str(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    lay_out(stand_in(tmp_path), icon, "1.2.3")
    return tmp_path / "out" / "Snapshelf.app"


def test_code_and_other_files_lie_where_apple_wants_them(app: Path) -> None:
    assert [path.name for path in app.iterdir()] == ["Contents"]
    assert [path.name for path in (app / "Contents" / "MacOS").iterdir()] == ["snapshelf"]
    real = [path for path in app.rglob("*") if path.is_file() and not path.is_symlink()]
    for path in real:
        inside = path.relative_to(app / "Contents").parts
        if path.read_bytes().startswith(CODE[:4]):
            assert inside[0] in {"Frameworks", "MacOS"}, path
        elif len(inside) > 1 and ".framework" not in str(path):
            assert inside[0] == "Resources", path
    for path in (app / "Contents" / "Frameworks").rglob("*"):
        if path.is_dir() and not path.is_symlink() and "." in path.name:
            assert path.suffix == ".framework", path


def test_the_program_finds_every_file_from_where_its_code_lies(app: Path, tmp_path: Path) -> None:
    inside = tmp_path / "snapshelf-light" / "_internal"
    for path in inside.rglob("*"):
        found = app / "Contents" / "Frameworks" / path.relative_to(inside)
        assert found.exists(), found
        if path.is_file():
            assert found.read_bytes() == path.read_bytes()


def test_finder_is_told_version_icon_and_why_the_camera_in_both_languages(app: Path) -> None:
    told = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"
    assert told["CFBundleExecutable"] == "snapshelf"
    assert told["CFBundleIdentifier"] == "org.snapshelf.Snapshelf"
    assert told["LSBackgroundOnly"] is False  # else it has no place in the Dock
    assert (app / "Contents" / "Resources" / told["CFBundleIconFile"]).is_file()
    assert "camera" in told["NSCameraUsageDescription"]
    strings = (app / "Contents/Resources/zh-Hans.lproj/InfoPlist.strings").read_text(encoding="utf-8")
    assert re.fullmatch(r'"NSCameraUsageDescription" = "[^"]*摄像头[^"]*";\n', strings)


def test_the_icon_has_all_sizes(icon: Path) -> None:
    with Image.open(icon) as image:
        sizes = {(width * scale, height * scale) for width, height, scale in image.info["sizes"]}
        assert {(32, 32), (64, 64), (128, 128), (256, 256), (512, 512), (1024, 1024)} <= sizes
        assert image.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_code_is_signed_from_the_inside_out(app: Path) -> None:
    commands = signing_commands(app, "Someone")
    signed = [Path(command[-1]) for command in commands]
    assert signed[-1] == app and "--entitlements" in commands[-1]
    for index, path in enumerate(signed):
        assert not any(later.is_relative_to(path) for later in signed[index + 1 :])
    names = {path.name for path in signed}
    assert {"libpython3.11.dylib", "core.so", "QtCore.framework", "QtCore"} <= names
    assert not any("--entitlements" in command or "--deep" in command for command in commands[:-1])


def test_the_entitlements_are_a_property_list_that_allows_the_camera() -> None:
    allowed = plistlib.loads((HERE / "entitlements.plist").read_bytes())
    assert allowed["com.apple.security.device.camera"] is True
