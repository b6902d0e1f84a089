"""One thing has one name: all sentences keep to the table of words in ``docs/decisions/0007-language.md``."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
DECISION = ROOT / "docs" / "decisions" / "0007-language.md"
NOT_SHOWN = re.compile(r"\b(entry|entries|items?|records?)\b", re.IGNORECASE)
COUNTED = re.compile(r"(?:%n|\{\w+\}|\d) ?products?\b|(?:%n|\{\w+\}|\d) product\(s\)")


def words() -> Iterator[tuple[str, str, list[str]]]:
    """(English, Chinese, words that are never used instead) of the table."""
    tokens = MarkdownIt("commonmark").enable("table").parse(DECISION.read_text(encoding="utf-8"))
    cells = [after.content for token, after in pairwise(tokens) if token.type == "td_open"]
    for english, chinese, never in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
        yield english, chinese, [word for word in never.split("、") if word]


def sentences() -> Iterator[tuple[str, str]]:
    """Each sentence of the program, English and Chinese."""
    root = Xml.parse(ROOT / "resources/translations/snapshelf_zh_CN.ts").getroot()  # noqa: S314  (our own file)
    for sentence in root.iter("message"):
        translation = sentence.find("translation")
        assert translation is not None
        yield sentence.findtext("source", ""), "".join(translation.itertext())


def pages() -> Iterator[tuple[str, str]]:
    for page in sorted((ROOT / "docs" / "zh_CN").glob("*.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            yield page.name, line


@pytest.mark.parametrize("never", [word for *_, nevers in words() for word in nevers])
def test_a_word_of_the_glossary_has_no_second_one(never: str) -> None:
    said = [(source, text) for source, text in (*sentences(), *pages()) if never in text]
    assert said == []


@pytest.mark.parametrize(
    ("english", "chinese"), [("barcode", "条码"), ("title", "名称"), ("shelf place", "货架位置")]
)
def test_what_english_calls_by_name_chinese_does_too(english: str, chinese: str) -> None:
    named = re.compile(rf"\b{english}s?\b(?![^{{]*}})", re.IGNORECASE)  # but no value's name in braces
    missing = [(source, text) for source, text in sentences() if named.search(source) and chinese not in text]
    assert missing == []


def test_products_are_counted_as_kinds() -> None:
    wrong = [(source, text) for source, text in sentences() if COUNTED.search(source) and "种" not in text]
    assert wrong == []


def test_no_sentence_calls_a_product_an_entry_an_item_or_a_record() -> None:
    assert [source for source, _ in sentences() if NOT_SHOWN.search(source)] == []


def test_the_table_of_words_is_found() -> None:
    assert ("barcode", "条码", ["条形码"]) in list(words())
