"""No file is ever read as a pickle, which could run any program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READERS = {"pickle", "cPickle", "shelve", "marshal", "dill", "joblib", "cloudpickle"}


def unsafe_reads(source: str) -> Iterator[str]:
    """Calls that would read a pickle."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = ast.unparse(node.func.value).split(".")[0]
        keywords = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
        is_unsafe = (
            owner in READERS
            or (owner == "torch" and node.func.attr == "load" and keywords.get("weights_only") != "True")
            or (owner in {"np", "numpy"} and keywords.get("allow_pickle", "False") != "False")
        )
        if is_unsafe:
            yield f"{owner}.{node.func.attr} in line {node.lineno}"


@pytest.mark.parametrize(
    "source",
    [
        "pickle.loads(data)",
        "torch.load(path)",
        "torch.load(path, weights_only=False)",
        "np.load(path, allow_pickle=True)",
        "joblib.load(path)",
    ],
)
def test_a_pickle_would_be_noticed(source: str) -> None:
    assert list(unsafe_reads(source))


def test_nothing_in_the_program_reads_a_pickle() -> None:
    files = [path for folder in ("core", "desktop_app") for path in (ROOT / folder).rglob("*.py")]
    assert len(files) > 200
    found = {
        str(path.relative_to(ROOT)): list(unsafe_reads(path.read_text(encoding="utf-8"))) for path in files
    }
    assert {name: reads for name, reads in found.items() if reads} == {}
