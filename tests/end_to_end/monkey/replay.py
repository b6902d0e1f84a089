"""Plays a monkey's run again, and makes it shorter while it still goes wrong.

    python -m tests.end_to_end.monkey.replay JOURNAL [--shrink]

The journal of a failed run lies in the folder that the test names. A shorter one that fails in the same way
is written beside it as ``shrunk.jsonl``.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.end_to_end.monkey.playground import let_loose, make_playground

Lines = list[str]


def shrink(acts: Sequence[str], fails: Callable[[Lines], bool]) -> Lines:
    """The acts without what is not needed to fail: ever smaller pieces are left out (delta debugging).

    Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002; of their algorithm only
    the step that leaves out.
    """
    kept, pieces = list(acts), 2
    while len(kept) > 1:
        size = max(1, len(kept) // pieces)
        for start in range(0, len(kept), size):
            shorter = kept[:start] + kept[start + size :]
            if shorter and fails(shorter):
                kept, pieces = shorter, max(2, pieces - 1)
                break
        else:
            if size == 1:
                break
            pieces = min(len(kept), pieces * 2)
    return kept


def main() -> None:
    """Play it again."""
    parser = argparse.ArgumentParser(description="Play a monkey's run again.")
    parser.add_argument("journal", type=Path)
    parser.add_argument("--shrink", action="store_true", help="leave out what is not needed to fail")
    arguments = parser.parse_args()
    acts = arguments.journal.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        playground = make_playground(Path(folder) / "playground")
        rounds = 0

        def problem_of(lines: Lines) -> str | None:
            nonlocal rounds
            rounds += 1
            place = Path(folder) / str(rounds)
            (journal := Path(folder) / f"{rounds}.jsonl").write_text("\n".join(lines), encoding="utf-8")
            told: str | None = let_loose(playground, place, 0, len(lines), journal=journal)["problem"]
            return told

        first = problem_of(acts)
        print(first or "Nothing went wrong this time.")
        if first is None or not arguments.shrink:
            return
        kind = first[:40]
        shorter = shrink(acts, lambda lines: (problem_of(lines) or "")[:40] == kind)
        target = arguments.journal.with_name("shrunk.jsonl")
        target.write_text("\n".join(shorter), encoding="utf-8")
        print(f"{len(shorter)} of {len(acts)} acts, in {target}:", *shorter, sep="\n")


if __name__ == "__main__":
    main()
