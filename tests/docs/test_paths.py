"""Every path and every module that a text of the project names is there: documents, docstrings, comments."""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_ROOMS = "core|desktop_app|demo_drawing|tests|benchmarks|tools|packaging|resources|docs"
_PATH = re.compile(rf"(?<![\w./~-])(?:{_ROOMS})/[\w./-]*\w(?:/|\b)")
_MODULE = re.compile(r"(?<![\w./-])(?:core|desktop_app|demo_drawing)(?:\.\w+)+")
_MADE = ("resources/models", "resources/licences", "resources/demo", "resources/translations/")
"""What the set-up or a build makes; the repository does not hold it."""


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """(file, text) of all that is written for people: whole documents, docstrings and comments of code."""
    return tuple(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in listed.splitlines():
        path = ROOT / name
        if not path.exists():
            continue
        if path.suffix == ".md" or name in {"Makefile", "pyproject.toml"}:
            yield name, path.read_text(encoding="utf-8")
        elif path.suffix == ".py":
            yield name, "\n".join(prose(path.read_text(encoding="utf-8")))


def prose(code: str) -> Iterator[str]:
    """The comments, the docstrings and the notes under names of a module."""
    yield from re.findall(r"#.*", code)
    for node in ast.walk(ast.parse(code)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.value.value


def is_there(path: str) -> bool:
    """Whether a path of the repository is there; ``NAME`` stands for any."""
    return "NAME" in path or path.startswith(_MADE) or (ROOT / path.rstrip("./")).exists()


def names_something(dotted: str) -> bool:
    """Whether ``core.….Name.attribute`` begins with a module and goes on with a name that its text has."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        here = ROOT.joinpath(*parts[:length])
        if here.is_dir() or here.with_suffix(".py").exists():
            rest = parts[length:]
            if not rest:
                return True
            source = here.with_suffix(".py")
            return (
                source.exists()
                and re.search(rf"\b{rest[0]}\b", source.read_text(encoding="utf-8")) is not None
            )
    return False


@pytest.mark.parametrize(
    ("find", "there"), [(_PATH, is_there), (_MODULE, names_something)], ids=["paths", "modules"]
)
def test_what_a_text_names_is_there(find: re.Pattern[str], there: Callable[[str], bool]) -> None:
    missing = [
        f"{name}: {found}" for name, text in texts() for found in find.findall(text) if not there(found)
    ]
    assert missing == []
