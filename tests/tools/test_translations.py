"""Every sentence is found, translated, and filled in with the same values."""

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARKERS = {"message", "tr", "translate"}


def _load_script() -> ModuleType:
    """A script of its own: its folder is no package."""
    file = ROOT / "tools" / "update_translations.py"
    spec = importlib.util.spec_from_file_location("update_translations", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _load_script()


def test_the_translation_files_are_complete_and_in_step_with_the_source() -> None:
    assert script.problems() == []


def marked_texts() -> Iterator[tuple[Path, int, str]]:
    """Every text that is marked in the source, found by Python's own parser and not by Qt's."""
    for source in ("core", "desktop_app"):
        for file in sorted((ROOT / source).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in MARKERS:
                    text = _text(node)
                    if text is not None:
                        yield file, node.lineno, text


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _text(call: ast.Call) -> str | None:
    """The marked text: the first argument of ``tr``, the second of the others."""
    position = 0 if _name(call.func) == "tr" else 1
    if len(call.args) <= position:
        return None  # the function's own parameters, or a translator that is passed on
    argument = call.args[position]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def test_the_extraction_tool_misses_no_text_that_python_sees() -> None:
    known = {text for _, text, _, _ in script.entries(script.file_of("zh_CN"))}
    missed = [f"{file.name}:{line}: {text}" for file, line, text in marked_texts() if text not in known]
    assert missed == []


def test_texts_are_marked_as_literals_only() -> None:
    """An f-string or a variable would be shown untranslated."""
    computed = []
    for source in ("core", "desktop_app"):
        for file in sorted((ROOT / source).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in {"message", "tr"} and node.args:
                    text = node.args[-1] if _name(node.func) == "message" else node.args[0]
                    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                        computed.append(f"{file.name}:{node.lineno}")
                    if node.keywords:
                        computed.append(f"{file.name}:{node.lineno}: keyword arguments")
    assert computed == []


@pytest.mark.parametrize("language", script.TRANSLATED)
def test_a_translation_has_the_same_values_as_its_original(language: str) -> None:
    wrong = []
    for context, source, translation, finished in script.entries(script.file_of(language)):
        if finished and _fields(source) != _fields(translation):
            wrong.append(f"{context}: {source} -> {translation}")
    assert wrong == []


def _fields(text: str) -> set[tuple[str, str | None]]:
    """The names of the values, and how each is formatted."""
    if "%n" in text:
        return {("%n", None)}
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def test_chinese_has_no_western_punctuation_after_chinese_words() -> None:
    wrong = []
    for _, _, translation, _ in script.entries(script.file_of("zh_CN")):
        if re.search(r"[\u4e00-\u9fff][,;:!?](?!\w)|[\u4e00-\u9fff]\.$", translation):
            wrong.append(translation)
    assert wrong == []


def test_chinese_has_one_word_for_to_search() -> None:
    files = [ROOT / "resources/translations/snapshelf_zh_CN.ts", *(ROOT / "docs/zh_CN").glob("*.md")]
    assert [file.name for file in files if "搜索" in file.read_text(encoding="utf-8")] == []  # it is 查找
