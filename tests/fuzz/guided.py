"""Coverage-guided fuzzing of one front door with Atheris, for a longer look than the numbered inputs give.

    pip install .[fuzz]
    python tests/fuzz/guided.py pictures --inputs 100000

It starts from the same seeds, follows which branches of our code and of the Python parsers below it an
input reaches, and stops at the first exception that is no sentence; the input that caused it is then left
in the folder that ``--findings`` names. Further arguments are libFuzzer's. Prints what came of the inputs.
"""

import argparse
import atexit
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import atheris

with atheris.instrument_imports(include=["core", "PIL", "openpyxl", "zipfile", "csv", "json"]):
    import openpyxl  # noqa: F401 - the program imports it late, and then it would not be instrumented
    from PIL import Image

    Image.init()  # nor would the readers of the formats
    from core.errors import KnownError
    from tests.fuzz.doors import DOORS, Door

from tests.fuzz.sealed import resealed

_LONGEST_INPUT = 2**20
_SLOWEST_S = 20
"""libFuzzer stops at an input that takes longer."""
_MOST_MB = 2048


class Watched:
    """A door, and what came of the inputs that were sent through it."""

    def __init__(self, door: Door, folder: Path) -> None:
        self._door = door
        self._folder = folder
        self._outcomes: Counter[str] = Counter()
        self._slowest_s = 0.0

    def one_input(self, data: bytes) -> None:
        """Send ``data`` through; anything but an answer or a sentence ends the run."""
        start = time.perf_counter()
        try:
            self._door.enter(data, self._folder)
            self._outcomes["opened"] += 1
        except KnownError:
            self._outcomes["refused"] += 1
        finally:
            self._slowest_s = max(self._slowest_s, time.perf_counter() - start)

    def print_summary(self) -> None:
        """One line, as the table of ``run.py`` has it."""
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{self._door.name}: {self._outcomes.total()} inputs, {self._outcomes['opened']} opened, "
            f"{self._outcomes['refused']} refused, slowest {self._slowest_s:.2f} s, peak {peak_mb} MB"
        )


def changed(data: bytes, most_bytes: int, number: int) -> bytes:
    """``data`` changed by libFuzzer: the whole, or one of the parts that checksums guard."""
    return resealed(data, number, lambda part: bytes(atheris.Mutate(part, most_bytes)))[:most_bytes]


def main() -> None:
    """Fuzz the door that is named first."""
    parser = argparse.ArgumentParser(description="Fuzz a front door, guided by coverage.")
    parser.add_argument("door", choices=sorted(DOORS))
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--findings", type=Path, default=Path())
    arguments, options = parser.parse_known_args()
    door = DOORS[arguments.door]
    with tempfile.TemporaryDirectory() as folder:
        home, corpus = Path(folder) / "home", Path(folder) / "corpus"
        home.mkdir()
        corpus.mkdir()
        for number, seed in enumerate(door.seeds(home)):
            (corpus / f"seed-{number}").write_bytes(seed)
        watched = Watched(door, home)
        atexit.register(watched.print_summary)
        command = [
            sys.argv[0],
            f"-atheris_runs={arguments.inputs}",
            f"-max_len={_LONGEST_INPUT}",
            f"-timeout={_SLOWEST_S}",
            f"-rss_limit_mb={_MOST_MB}",
            f"-artifact_prefix={arguments.findings}/",
            *options,
            str(corpus),
        ]
        atheris.Setup(command, watched.one_input, custom_mutator=changed)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
