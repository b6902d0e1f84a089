from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answer import Answer, Result, Timings, Verdict
from core.errors import KnownError
from core.messages import Sentence, message
from core.paths import resources, settings_file
from core.quantities.quantity import NOTHING, whole
from core.settings import load_settings
from desktop_app.look.language import LanguageSwitch, core_text, in_words
from desktop_app.look.stock_words import stock
from desktop_app.look.wording import certainty, price, reasons, share
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.words import AnswerWords, Circumstances
from desktop_app.window.desktop import Desktop
from tests.desktop_app.conftest import drop, mime_of_files, shown_answer


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[LanguageSwitch]:
    """English; whatever a test chose is taken back."""
    made = LanguageSwitch(qapp, resources() / "translations", "en")
    yield made
    made.choose("en")


def test_everything_that_is_shown_follows_a_switch_of_language(
    desktop: Desktop, page: SearchPage, qtbot: QtBot, red: Path, tmp_path: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    assert page.work.answer_view.banner.headline.text() == "This is Red Soap"
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: page.work.answer_view.banner.headline.text() == "这是“Red Soap”")
    assert desktop.window.status_line.counts.text() == "3 种商品 · 3 张照片"
    assert page.search_actions.open.text() == "打开…"
    qtbot.waitUntil(lambda: page.search_actions.camera.text() == "没有找到摄像头")
    broken = tmp_path / "broken.jpg"
    broken.write_text("no picture")
    drop(page, mime_of_files(broken))
    qtbot.waitUntil(lambda: page.work.answer_view.banner.headline.text() == "无法用这张图片查找")
    assert "broken.jpg" in page.work.answer_view.banner.detail.text()
    assert "图片" in page.work.answer_view.banner.detail.text()
    desktop.languages.choose("en")
    qtbot.waitUntil(lambda: page.work.answer_view.banner.headline.text() == "This picture cannot be searched")
    assert desktop.window.status_line.counts.text() == "3 products · 3 photos"


def test_the_choice_is_kept_for_the_next_start(desktop: Desktop, page: SearchPage, qtbot: QtBot) -> None:
    desktop.languages.choose("zh_CN")
    desktop.themes.choose("dark")
    qtbot.waitUntil(lambda: load_settings(settings_file()).theme == "dark")
    assert load_settings(settings_file()).language == "zh_CN"


def test_core_sentences_are_translated_before_their_values_are_filled_in(languages: LanguageSwitch) -> None:
    languages.choose("zh_CN")
    inner = Sentence(message("core", "something ended it"))
    error = KnownError(
        message("core", "{file} cannot be read ({reason}): check the path and your rights."),
        file="a{b}.csv",
        reason=inner,
    )
    assert in_words(error.sentence) == "无法读取 a{b}.csv（被外部终止），请检查路径和您的权限。"
    languages.choose("en")
    assert in_words(error.sentence) == str(error)


def test_the_dialogs_of_qt_speak_the_language_too(languages: LanguageSwitch) -> None:
    languages.choose("zh_CN")
    assert QCoreApplication.translate("QFileDialog", "Open") == "打开"
    languages.choose("en")
    assert QCoreApplication.translate("QFileDialog", "Open") == "Open"


def test_prices_and_degrees_of_certainty_read_naturally(languages: LanguageSwitch) -> None:
    assert price(2390, "CNY") == "¥23.90"
    assert price(123456789, "EUR") == "€1,234,567.89"
    assert price(1200, "JPY") == "¥1,200"
    assert price(2623, "SEK") == "26.23 SEK"
    assert price(2623, "") == "26.23"
    assert price(None, "EUR") == "–"
    assert [share(value) for value in (0.0, 0.004, 0.36, 0.943, 1.0)] == ["<1%", "<1%", "36%", "94%", "99%"]
    assert stock(NOTHING) == stock(whole(-2)) == "Out of stock"
    assert stock(whole(1500)) == "1,500 in stock"
    assert certainty(0.95) == "Very sure"
    languages.choose("zh_CN")
    assert stock(NOTHING) == "缺货"
    assert stock(whole(3)) == "库存 3 件"
    assert certainty(0.95) == "非常有把握"
    assert QLocale().name() == "zh_CN"
    languages.choose("en")


def test_a_stage_of_progress_is_shown_in_the_language(desktop: Desktop) -> None:
    desktop.languages.choose("zh_CN")
    assert core_text("Building the search index") == "正在建立查找索引"
    desktop.languages.choose("en")


def test_what_speaks_for_a_product_is_told_in_one_breath_in_either_language(
    languages: LanguageSwitch,
) -> None:
    same, says = Sentence("the same print"), Sentence("the label says {words}", {"words": "Äpple"})
    result = Result(1, "A", "Juice", "", None, "", None, "", 0.9, 0.94, "", "", why=(same, says))
    answer = Answer(Verdict.MATCH, (result,), Timings(1, 1, 1, 300))
    assert reasons([]) == ""
    assert reasons([says]) == "the label says Äpple"
    _mark, _headline, detail = AnswerWords().say(answer, Circumstances(products=1))
    assert detail.startswith("Very sure (94%): the same print, and the label says Äpple. Answered in")
    languages.choose("zh_CN")
    _mark, _headline, detail = AnswerWords().say(answer, Circumstances(products=1))
    assert "：印刷图案相同，而且标签上写着Äpple。" in detail
