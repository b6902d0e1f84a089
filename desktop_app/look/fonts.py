"""The interface's typeface: one Latin face everywhere, and Chinese wherever the program runs.

Latin letters and figures come from Inter, which ships with the program. Chinese comes from the first
installed family of :data:`CHINESE_FAMILIES`; failing those, from any installed family that says it covers
Simplified Chinese; failing that, from the Noto Sans subset that ships with the program (all of GB 2312).
"""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

LATIN_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
CHINESE_FILES = ("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf")

CHINESE_FAMILIES = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Sans-serif families with Simplified Chinese forms, the best known to read on a screen first."""

BODY_PIXELS = 14


def install_fonts(app: QApplication, folder: Path) -> str:
    """Load what is needed from ``folder``, set the interface's font, and return the Chinese family."""
    latin = _load(folder, LATIN_FILES)
    chinese = installed_chinese_family() or _load(folder, CHINESE_FILES)
    font = QFont()
    font.setFamilies([latin, chinese])
    font.setPixelSize(BODY_PIXELS)
    app.setFont(font)
    return chinese


def installed_chinese_family() -> str | None:
    """A family for Simplified Chinese that the system has; None if it has none."""
    installed = set(QFontDatabase.families())
    for family in CHINESE_FAMILIES:
        if family in installed:
            return family
    covering = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return next((family for family in covering if not QFontDatabase.isPrivateFamily(family)), None)


def _load(folder: Path, files: tuple[str, ...]) -> str:
    family = ""
    for name in files:
        identifier = QFontDatabase.addApplicationFont(str(folder / name))
        families = QFontDatabase.applicationFontFamilies(identifier)
        if families:
            family = family or families[0]
    return family
