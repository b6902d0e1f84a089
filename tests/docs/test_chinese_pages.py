"""The Chinese pages say what the English ones say, in the words of the Chinese interface.

Commands are the same ones in the same order, so running the English page's (``test_commands_in_docs.py``)
runs them too. Bold Chinese words are the interface's own: buttons, pages, verdicts and messages.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("clerk", "hub", "it", "phone", "trouble")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def english(name: str) -> list[Token]:
    return _tokens(ROOT / "docs" / f"{name}.md")


def chinese(name: str) -> list[Token]:
    return _tokens(ROOT / "docs" / "zh_CN" / f"{name}.md")


def _tokens(document: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(document.read_text(encoding="utf-8"))


def blocks(tokens: list[Token]) -> list[tuple[str, str]]:
    return [(token.info, token.content) for token in tokens if token.type == "fence"]


def shape(tokens: list[Token]) -> list[str]:
    """Headings, lists' entries, table rows, pictures and blocks in their order."""
    shown = {"heading_open", "list_item_open", "tr_open", "fence"}
    parts = []
    for token in tokens:
        if token.type in shown:
            parts.append(token.tag + token.info)
        parts += [child.type for child in token.children or () if child.type == "image"]
    return parts


def code_words(tokens: list[Token]) -> set[str]:
    return {
        child.content for token in tokens for child in token.children or () if child.type == "code_inline"
    }


def bold(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        text: list[str] | None = None
        for child in token.children or ():
            if child.type == "strong_open":
                text = []
            elif child.type == "strong_close" and text is not None:
                yield "".join(text)
                text = None
            elif text is not None:
                text.append(child.content)


@cache
def interface() -> tuple[str, ...]:
    """Every sentence of the Chinese window and commands, without marks for keys."""
    root = Xml.parse(ROOT / "resources" / "translations" / "snapshelf_zh_CN.ts").getroot()  # noqa: S314  (our own file)
    said = ("".join(translation.itertext()).strip() for translation in root.iter("translation"))
    return tuple(re.sub(r"\(&\w\)", "", text) for text in said)


def says(words: str) -> bool:
    """Whether the interface says this; an ellipsis stands for whatever it leaves out."""
    pattern = re.compile(".*".join(map(re.escape, words.split("…"))), re.DOTALL)
    return any(pattern.fullmatch(text) for text in interface())


@pytest.mark.parametrize("name", PAGES)
def test_both_pages_have_the_same_commands_and_blocks(name: str) -> None:
    assert blocks(chinese(name)) == blocks(english(name))


@pytest.mark.parametrize("name", PAGES)
def test_both_pages_have_the_same_sections_lists_tables_and_pictures(name: str) -> None:
    assert shape(chinese(name)) == shape(english(name))


@pytest.mark.parametrize("name", PAGES)
def test_both_pages_name_the_same_files_and_options(name: str) -> None:
    assert code_words(chinese(name)) == code_words(english(name))


@pytest.mark.parametrize("name", PAGES)
def test_bold_words_are_the_interfaces_own(name: str) -> None:
    words = [text for text in bold(chinese(name)) if _CHINESE.search(text)]
    assert words
    assert [text for text in words if not says(text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_mark_is_left_unread(name: str) -> None:
    """Beside Chinese punctuation, stars may fail to make a word bold."""
    texts = [token.content for token in chinese(name) if token.type == "inline"]
    shown = [
        child.content
        for token in chinese(name)
        for child in token.children or ()
        if child.type == "text" and "*" in child.content
    ]
    assert texts and shown == []


@pytest.mark.parametrize("name", PAGES)
def test_each_page_leads_to_the_other(name: str) -> None:
    assert f"[中文](zh_CN/{name}.md)" in (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert f"[English](../{name}.md)" in (ROOT / "docs/zh_CN" / f"{name}.md").read_text(encoding="utf-8")


def test_an_invented_word_would_be_noticed() -> None:
    assert says("正确")
    assert says("这是“…”")
    assert not says("没有这个按钮")
