import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from core.paths import resources
from desktop_app.theme import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colours, ThemeSwitch, contrast


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_reaches_level_aa(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_every_control_and_focus_mark_stands_out(colours: Colours, shape: str, ground: str) -> None:
    assert contrast(getattr(colours, shape), getattr(colours, ground)) >= 3


def test_switching_the_theme_repaints_everything_and_tells_it(qapp: QApplication) -> None:
    themes = ThemeSwitch(qapp, resources() / "styles", "light")
    told: list[bool] = []
    themes.changed.connect(lambda: told.append(themes.is_dark))
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.background
    themes.choose("dark")
    assert told[-1] is True
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    assert DARK.accent in qapp.styleSheet() and LIGHT.accent not in qapp.styleSheet()
    themes.choose("light")


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    style = (resources() / "styles" / "window.qss").read_text(encoding="utf-8")
    assert "rgb(" not in style
    assert not [line for line in style.splitlines() if ": #" in line]
