"""What the worst pictures, tables and shops cost that we know of, beside the largest honest ones.

    python benchmarks/bombs.py [WORD …]        only those whose names hold one of the words

Each is made in one process and opened in another, as the program opens it; a shop is checked, too. Told are
the seconds that it took until it was open or refused, and the most memory that the process had, the program's
own included. A bomb that is let through ought to cost about what the honest files of its door do.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.care.check import check_shop
from core.catalog.tables.parse import parse_table
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.shop.opening import open_shop
from tests.fuzz.bombs import Bomb
from tests.fuzz.honest_giants import honest_giants
from tests.fuzz.picture_bombs import picture_bombs
from tests.fuzz.shop_bombs import shop_bombs
from tests.fuzz.table_bombs import table_bombs

_PATIENCE_S = 300.0
_MOST_BYTES = 8 * 2**30


def files() -> Iterator[Bomb]:
    """Every file that is measured, the honest ones first."""
    yield from honest_giants()
    yield from picture_bombs()
    yield from table_bombs()
    yield from shop_bombs()


def open_here(door: str, file: Path) -> tuple[str, float, int]:
    """Open ``file`` in this process: what came of it, seconds, and the most memory that was held in KiB."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    start = time.perf_counter()
    outcome = "opened"
    try:
        if door == "pictures":
            decode_file(file)
        elif door == "shops":
            file.rename(file.with_name("catalog.db"))
            with open_shop(file.parent, device="cpu") as shop:
                check_shop(shop)
        else:
            parse_table(file)
    except KnownError:
        outcome = "refused"
    except Exception as error:  # a bug is a row of the table, too
        outcome = f"{type(error).__name__}!"
    seconds = time.perf_counter() - start
    return outcome, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _child(*arguments: str) -> str:
    command = [sys.executable, "-W", "ignore", __file__, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=_PATIENCE_S).stdout


def measure(bomb: Bomb) -> str:
    """One line of the table."""
    outcome, seconds, peak_kb = "crashed", 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        _child("--build", bomb.name, str(file))
        size = file.stat().st_size / 2**20
        try:
            outcome, seconds, peak_kb = json.loads(_child("--open", bomb.door, str(file)))
        except subprocess.TimeoutExpired:
            outcome, seconds = "stopped", _PATIENCE_S
        except subprocess.CalledProcessError:
            pass
    return f"{bomb.name:<46}{size:>8.2f}  {outcome:<10}{seconds:>8.1f}{peak_kb // 1024:>8}"


def main() -> int:
    """Measure them one after the other and print the table."""
    parser = argparse.ArgumentParser(description="Measure what hostile files cost.")
    parser.add_argument("words", nargs="*")
    parser.add_argument("--build", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--open", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build:
        name, file = arguments.build
        Path(file).write_bytes(next(bomb for bomb in files() if bomb.name == name).build())
        return 0
    if arguments.open:
        door, file = arguments.open
        print(json.dumps(open_here(door, Path(file))))
        return 0
    print(f"{'file':<46}{'MB':>8}  {'outcome':<10}{'seconds':>8}{'peak MB':>8}")
    for bomb in files():
        if not arguments.words or any(word in bomb.name for word in arguments.words):
            print(measure(bomb), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
