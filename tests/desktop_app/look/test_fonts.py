import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from core.paths import resources
from desktop_app.console.translation_file import read_translations
from desktop_app.look import fonts

FOLDER = resources() / "fonts"


def missing(file: str, text: str) -> set[str]:
    """The characters of ``text`` that the font in ``file`` has no glyph for."""
    font = QRawFont(str(FOLDER / file), 16)
    assert font.isValid()
    return {c for c in text if not c.isspace() and not font.supportsCharacter(ord(c))}


@pytest.mark.parametrize("file", fonts.CHINESE_FILES)
def test_the_bundled_chinese_font_has_every_character_of_the_translation(
    qapp: QApplication, file: str
) -> None:
    words = "".join(read_translations(resources() / "translations" / "snapshelf_zh_CN.ts").values())
    assert len(words) > 1000
    assert missing(file, words) == set()


@pytest.mark.parametrize("file", fonts.CHINESE_FILES)
def test_the_bundled_chinese_font_has_all_of_gb_2312(qapp: QApplication, file: str) -> None:
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(characters) == 6763
    assert missing(file, characters) == set()


@pytest.mark.parametrize("file", fonts.LATIN_FILES)
def test_the_latin_font_has_what_prices_and_sentences_need(qapp: QApplication, file: str) -> None:
    assert missing(file, "Ågé Žižka 0123456789 €£¥$₹ – … “ ” · × →") == set()


def test_chinese_renders_without_any_installed_chinese_font(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "installed_chinese_family", lambda: None)
    family = fonts.install_fonts(qapp, FOLDER)
    assert family == "Noto Sans CJK SC"
    assert QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(family)
    font = QFont(qapp.font())
    assert font.families() == ["Inter", family]
    assert QFontInfo(font).family() == "Inter"
    ink = QFontMetricsF(font).tightBoundingRect("货架")
    assert ink.width() > font.pixelSize()  # two full-width characters, no zero-width or missing ones


def test_every_font_file_has_its_licence_beside_it() -> None:
    for file in FOLDER.glob("*.otf"):
        assert QFile.exists(str(FOLDER / f"{file.stem.split('-')[0]}-LICENSE.txt"))
