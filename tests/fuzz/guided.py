"""Coverage-guided fuzzing of one front door with Atheris, for a longer look than the numbered inputs give.

    pip install .[fuzz]
    python tests/fuzz/guided.py pictures -runs=100000

Arguments after the door's name are libFuzzer's. It starts from the same seeds, follows which branches of
our code and of the Python parsers below it an input reaches, and stops at the first exception that is no
sentence.
"""

import contextlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import atheris

with atheris.instrument_imports(include=["core", "PIL", "openpyxl", "zipfile", "csv"]):
    from core.errors import KnownError
    from tests.fuzz.doors import DOORS


def main() -> None:
    """Fuzz the door that is named first."""
    name, *options = sys.argv[1:]
    door = DOORS[name]
    with tempfile.TemporaryDirectory() as folder:
        home, corpus = Path(folder) / "home", Path(folder) / "corpus"
        home.mkdir()
        corpus.mkdir()
        for number, seed in enumerate(door.seeds(home)):
            (corpus / f"seed-{number}").write_bytes(seed)

        def one_input(data: bytes) -> None:
            with contextlib.suppress(KnownError):
                door.enter(data, home)

        atheris.Setup([sys.argv[0], *options, str(corpus)], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
