"""The light and the dark look: colours, and the one place that switches between them.

Colours are chosen so that every pair in :data:`TEXT_PAIRS` reaches WCAG 2.2 level AA for text (4.5 : 1)
and every pair in :data:`SHAPE_PAIRS` the level for controls and focus marks (3 : 1); a test computes it.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Colours:
    """One look. Every value is ``#rrggbb``."""

    background: str
    surface: str
    raised: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    doubt: str
    doubt_soft: str
    bad: str
    bad_soft: str


LIGHT = Colours(
    background="#f5f6f8",
    surface="#ffffff",
    raised="#edf0f4",
    border="#dfe3ea",
    outline="#7d8798",
    text="#141922",
    muted="#535d6e",
    accent="#2f54d1",
    accent_hover="#2444b3",
    accent_soft="#e6ecfd",
    on_accent="#ffffff",
    good="#116b40",
    good_soft="#def5e8",
    doubt="#875400",
    doubt_soft="#fdf0d5",
    bad="#b3231b",
    bad_soft="#fde7e4",
)

DARK = Colours(
    background="#0f1217",
    surface="#181c23",
    raised="#232933",
    border="#2c333f",
    outline="#727d8f",
    text="#f0f3f8",
    muted="#a9b3c2",
    accent="#8fabff",
    accent_hover="#aac0ff",
    accent_soft="#232f52",
    on_accent="#0c1430",
    good="#63d19b",
    good_soft="#153526",
    doubt="#eab85c",
    doubt_soft="#3a2d12",
    bad="#ff9a90",
    bad_soft="#44211f",
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (text, ground)
        for text in ("text", "muted", "accent")
        for ground in ("background", "surface", "raised")
    ),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((state, f"{state}_soft") for state in ("good", "doubt", "bad")),
    *((state, ground) for state in ("good", "doubt", "bad") for ground in ("background", "surface")),
)
"""(foreground, background) of every text the window shows."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    ("outline", "background"),
    ("outline", "surface"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "raised"),
)
"""(foreground, background) of borders of controls, focus rings and meters."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class ThemeSwitch(QObject):
    """Puts a look on the whole program and says when it changes."""

    changed = Signal()
    """Other colours are on the screen."""
    chosen = Signal(str)
    """A ThemeChoice, made by the user."""

    def __init__(self, app: QApplication, styles: Path, choice: ThemeChoice) -> None:
        super().__init__(app)
        self._app = app
        self._styles = styles
        self._template = Template((styles / "window.qss").read_text(encoding="utf-8"))
        self.choice = choice
        self.colours = LIGHT
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.choose(choice)

    @property
    def is_dark(self) -> bool:
        """Whether the dark look is on now."""
        return self.colours is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Take the light or the dark look, or follow the system from now on."""
        self.choice = choice
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice)
        hints = QGuiApplication.styleHints()
        if scheme is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(scheme)
        self._apply()
        self.chosen.emit(choice)

    def _follow_system(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self.choice == "dark" or (
            self.choice == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        values = asdict(self.colours) | {
            "styles": self._styles.as_posix(),
            "scheme": "dark" if dark else "light",
        }
        # To put one sheet in place of another takes Qt four tenths of a second for all widgets, to take one
        # off and then put one on less than one tenth; nothing is painted between.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(self._template.substitute(values))
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """``colours`` for everything that paints itself from a palette (dialogs, menus, delegates)."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in {
        roles.Window: colours.background,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.raised,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.ToolTipBase: colours.text,
        roles.ToolTipText: colours.surface,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Accent: colours.accent,
        roles.Link: colours.accent,
        roles.Light: colours.surface,
        roles.Midlight: colours.raised,
        roles.Mid: colours.border,
        roles.Dark: colours.outline,
        roles.Shadow: colours.outline,
    }.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.outline))
    return result
