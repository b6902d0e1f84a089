"""How well copies of photos are told from other photos, beside perceptual hashes and plain vectors.

    python benchmarks/copies PHOTOS [--half report|choose] [--originals N] [--edits-each N] [--others N]
                             [--workers N] [--minutes M] [--seed S] [--json]

PHOTOS is a folder of pictures, those of one product in one folder. The products are split: what is chosen (of
limits and thresholds) is chosen on one half, and reported on the other. Of that half some photos are the
shop's; each is changed in a few of 42 ways (edits.py), which take turns, and traced. Others are traced too,
which are no copies: photos of the same products, of other products, and these edited. For each tracer: recall
at no false alarm (the surest wrong answer sets the threshold), by family of edits, and the micro average
precision of M. Douze et al., "The 2021 Image Similarity Dataset and Challenge", 2021, section 4. The
questions come in an order by chance: after ``--minutes`` those that were asked are told. A tracer whose
package is not installed is left out, and named.
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.copies.asked import Question, plan  # noqa: E402
from benchmarks.copies.asking import measure  # noqa: E402
from benchmarks.copies.edits import FAMILIES  # noqa: E402
from benchmarks.copies.rivals import TRACERS, is_installed  # noqa: E402
from core.files.below import files_below  # noqa: E402
from core.imaging.picture_kinds import PICTURE_ENDINGS  # noqa: E402


@dataclass
class Told:
    """How sure one tracer was of right originals, by family, and of wrong ones and of what is no copy."""

    right: dict[str, list[float]] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    wrong: list[float] = field(default_factory=list)
    wrong_questions: list[str] = field(default_factory=list)
    missed: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    pictures: int = 0

    def take(self, question: Question, said: tuple[int, float] | None, seconds: float) -> None:
        """Count one answer."""
        self.seconds += seconds
        self.pictures += 1
        is_right = said is not None and said[0] == question.place
        if question.place is not None:
            self.asked[question.family] = self.asked.get(question.family, 0) + 1
            if not is_right:
                self.missed[question.edit] = self.missed.get(question.edit, 0) + 1
        if said is None:
            return
        if is_right:
            self.right.setdefault(question.family, []).append(said[1])
        else:
            self.wrong.append(said[1])
            self.wrong_questions.append(f"{said[1]:.3f} {question.path.name} {question.edit}".strip())

    def recall(self, *families: str) -> float:
        """Share of the copies traced rightly and more surely than anything that is wrong."""
        limit = max(self.wrong, default=-np.inf)
        chosen = [family for family in families or self.asked if family in self.asked]
        found = sum(sure > limit for name in chosen for sure in self.right.get(name, []))
        return found / max(1, sum(self.asked[name] for name in chosen))

    def micro_average_precision(self) -> float:
        """Over all that was said, the surest first; what was not traced counts as missed."""
        said = [(sure, True) for rights in self.right.values() for sure in rights]
        said += [(sure, False) for sure in self.wrong]
        said.sort(key=lambda one: (-one[0], one[1]))  # of equally sure ones the wrong come first
        hits = np.cumsum([is_right for _sure, is_right in said])
        precision = hits / np.arange(1, len(said) + 1)
        is_hit = np.array([is_right for _sure, is_right in said], bool)
        return float(precision[is_hit].sum() / max(1, sum(self.asked.values())))

    def figures(self) -> dict[str, float]:
        """What is told of it."""
        mild = [family for family in FAMILIES if family.startswith("mild")]
        return (
            {"recall": self.recall(), "uAP": self.micro_average_precision(), "mild half": self.recall(*mild)}
            | {family: self.recall(family) for family in FAMILIES}
            | {"wrong answers": len(self.wrong), "ms": self.seconds / max(1, self.pictures) * 1000}
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--half", choices=("report", "choose"), default="report")
    parser.add_argument("--originals", type=int, default=500)
    parser.add_argument("--edits-each", type=int, default=42)
    parser.add_argument("--others", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(files_below(arguments.photos, PICTURE_ENDINGS))
    names = [name for name in TRACERS if is_installed(name)]
    for name in TRACERS.keys() - set(names):
        print(f"{name}: its package is not installed; left out", file=sys.stderr)
    asked = plan(
        paths,
        arguments.half,
        arguments.originals,
        arguments.edits_each,
        arguments.others,
        arguments.seed,
    )
    told = {name: Told() for name in names}
    copies = others = 0
    for question, answers in measure(asked, names, arguments.workers, arguments.minutes * 60):
        copies += question.place is not None
        others += question.place is None
        for name, said, seconds in answers:
            told[name].take(question, said, seconds)
        if (copies + others) % 500 == 0:
            _print(len(asked.originals), copies, others, told, sys.stderr)
    if arguments.json:
        figures = {name: one.figures() | {"missed": one.missed} for name, one in told.items()}
        document = {"originals": len(asked.originals), "copies": copies, "others": others}
        print(json.dumps(document | {"tracers": figures}, indent=2))
    else:
        _print(len(asked.originals), copies, others, told, sys.stdout)


def _print(originals: int, copies: int, others: int, told: dict[str, Told], to: object) -> None:
    lines = [f"{originals} originals, {copies} copies of them, {others} others; recall at no false alarm"]
    lines.append(f"{'':32}" + "".join(f"{name:>15}" for name in told))
    figures = {name: one.figures() for name, one in told.items()}
    for row in next(iter(figures.values())):
        cells = "".join(f"{one[row]:15.3f}" for one in figures.values())
        lines += [f"{row:32}{cells}"]
    ours = next(iter(told.values()))
    lines.append(f"missed: {ours.missed}")
    lines.append(f"wrong: {sorted(ours.wrong_questions, reverse=True)[:20]}")
    print("\n".join(lines), file=to, flush=True)  # type: ignore[call-overload]


if __name__ == "__main__":
    main()
