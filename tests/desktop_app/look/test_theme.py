import re
from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.paths import resources
from desktop_app.look.theme import (
    DARK,
    LIGHT,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    Colours,
    ThemeSwitch,
    contrast,
    palette,
)
from desktop_app.widgets.chip import Tone, tone_colours


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


def test_what_changed_its_look_looks_as_what_began_with_it(qapp: QApplication, qtbot: QtBot) -> None:
    themes = ThemeSwitch(qapp, resources() / "styles", "light")
    before = some_of_everything(qtbot)
    themes.choose("dark")
    assert before.grab().toImage() == some_of_everything(qtbot).grab().toImage()
    themes.choose("light")
    assert before.grab().toImage() == some_of_everything(qtbot).grab().toImage()


def some_of_everything(qtbot: QtBot) -> QWidget:
    """A window with a widget of each kind that the style sheet speaks of."""
    window = QWidget()
    column = QVBoxLayout(window)
    for kind in ("primary", "plain", "quiet"):
        button = QPushButton("Find")
        button.setProperty("kind", kind)
        column.addWidget(button)
    for widget in (QLabel("Price"), QLineEdit("Apple"), QCheckBox("New"), QComboBox(), QListWidget()):
        widget.setEnabled(not isinstance(widget, QCheckBox))
        column.addWidget(widget)
    window.resize(300, 400)
    window.show()
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    return window


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    style = (resources() / "styles" / "window.qss").read_text(encoding="utf-8")
    assert "rgb(" not in style
    assert not [line for line in style.splitlines() if ": #" in line]


GROUNDS = ("background", "surface")
"""What a text lies on where the style sheet gives it no ground of its own."""


def styled_pairs() -> Iterator[tuple[str, str, str]]:
    """(selector, text, ground) of every rule of the style sheet that colours a text.

    A rule that gives no ground takes the one of the same control in its plain state, or else lies on the
    window or a card. Controls that are off are exempt (WCAG 2.2, 1.4.3).
    """
    style = (resources() / "styles" / "window.qss").read_text(encoding="utf-8")
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    grounds: dict[str, str] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
        text = re.search(r"(?<![-\w])color:\s*\$(\w+)", body)
        ground = re.search(r"(?<![-\w])background(?:-color)?:\s*\$(\w+)", body)
        for selector in (one.strip() for one in selectors.split(",")):
            plain = re.sub(r"(?<!:):[\w-]+", "", selector)
            if ground is not None and selector == plain:
                grounds[plain] = ground[1]
            if text is None or ":disabled" in selector:
                continue
            # Or the one of what it stands in: "#messagebar QLabel" lies on the "#messagebar".
            parts = plain.split()
            around = [" ".join(parts[:length]) for length in range(len(parts), 0, -1)]
            own = (
                ground[1]
                if ground is not None
                else next((grounds[one] for one in around if one in grounds), None)
            )
            for lies_on in (own,) if own is not None else GROUNDS:
                yield selector, text[1], lies_on


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_of_the_style_sheet_reaches_level_aa(colours: Colours) -> None:
    pairs = list(styled_pairs())
    assert len(pairs) > 30
    poor = [
        f"{selector}: {text} on {ground}"
        for selector, text, ground in pairs
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", get_args(Tone))
def test_every_chip_can_be_read(colours: Colours, tone: Tone) -> None:
    text, ground = tone_colours(colours, tone)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_qt_paints_from_the_palette_can_be_read(colours: Colours) -> None:
    roles = QPalette.ColorRole
    made = palette(colours)
    for text, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.PlaceholderText, roles.Base),
        (roles.Link, roles.Base),
        (roles.Link, roles.Window),
    ):
        assert contrast(made.color(text).name(), made.color(ground).name()) >= 4.5, (text, ground)
