"""Every word fits where it stands: all pages and dialogs, both languages, from the smallest window on."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

sys.path.append(str(Path(__file__).resolve().parents[3] / "tools"))

from screenshots.driver import Driver
from screenshots.pictures import Pictures, make_pictures, make_table
from screenshots.tour import tour

from core.settings import Settings
from desktop_app.engine.shop_choice import engine_for
from desktop_app.window.app import build_desktop
from tests.desktop_app.window.misfits import misfits
from tests.painted_shop import make_long_worded_shop, make_priced_shop

SIZES = ((1024, 700), (1366, 768), (1920, 1080))
Language = Literal["en", "zh_CN"]
LANGUAGES: tuple[Language, ...] = ("en", "zh_CN")
_TURNS = 8


def lasting_misfits(driver: Driver) -> list[str]:
    """What does not fit once every layout has had its turn."""
    for _ in range(_TURNS):
        driver.pause(0.1)
        if not (found := misfits(driver.shown)):
            return []
    return found


@pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")
@pytest.mark.parametrize(
    ("make", "sizes", "languages"),
    [
        (make_long_worded_shop, SIZES[:1], LANGUAGES[:1]),  # English takes the most room
        pytest.param(make_long_worded_shop, SIZES[:1], LANGUAGES, marks=pytest.mark.long),
        pytest.param(make_priced_shop, SIZES, LANGUAGES, marks=pytest.mark.long),
    ],
    ids=["long words in the smallest", "and in Chinese", "all sizes"],
)
def test_every_word_of_every_page_fits_in_every_size_and_language(
    tmp_path: Path,
    qapp: QApplication,
    make: Callable[[Path], Path],
    sizes: tuple[tuple[int, int], ...],
    languages: tuple[Language, ...],
) -> None:
    shop = make(tmp_path / "shop")
    settings = Settings(language="en", theme="light", device="cpu", guide_seen=True)
    engine = engine_for(shop, settings)
    desktop = build_desktop(qapp, engine, settings, tmp_path / "settings.json")
    unknown, broken = make_pictures(tmp_path)
    known = tuple(sorted((tmp_path / "shop pictures").glob("?-1.png")))
    pictures = Pictures(known, unknown, broken, make_table(tmp_path))
    driver = Driver(qapp, desktop, pictures)
    driver.calm = 0.1
    found: dict[str, str] = {}
    states = []
    for state in tour(driver):
        states.append(state)
        for size in sizes:
            desktop.window.resize(*size)
            # The language of now first: each state is made in one, each change of it is of the whole window.
            for language in sorted(languages, key=lambda one: one != desktop.languages.code):
                desktop.languages.choose(language)
                for misfit in lasting_misfits(driver):
                    found.setdefault(misfit, f"{state} {size[0]}x{size[1]} {language}")
    desktop.languages.choose("en")
    assert desktop.close()
    desktop.dispose()
    assert len(states) > 20
    assert not found, "\n".join(f"{where}: {misfit}" for misfit, where in found.items())


def test_what_does_not_fit_is_seen(qtbot: QtBot) -> None:
    root = QWidget()
    row = QHBoxLayout(root)
    row.addWidget(QLabel("It fits"))
    narrow, button = QLabel("This does not fit"), QPushButton("Nor does this")
    for widget in (narrow, button):
        widget.setFixedWidth(30)
        row.addWidget(widget)
    qtbot.addWidget(root)
    root.show()
    assert [misfit.partition(":")[0] for misfit in misfits(root)] == ["QWidget/QLabel", "QWidget/QPushButton"]
