"""How well copies of photos are told from other photos, beside perceptual hashes and plain vectors.

    python benchmarks/copies PHOTOS [--originals N] [--others N] [--seed S] [--json]

PHOTOS is a folder of pictures. Some are the shop's; each is changed in 42 ways (edits.py) and traced. Others,
which are no copies, though they may show the same products, are traced too. For each tracer: recall at no
false alarm (the surest other sets the threshold), by family of edits, and the micro average precision of
M. Douze et al., "The 2021 Image Similarity Dataset and Challenge", 2021, section 4. A tracer whose package is
not installed is left out, and named.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from benchmarks.copies.edits import FAMILIES  # noqa: E402
from benchmarks.copies.rivals import TRACERS, Tracer, is_installed  # noqa: E402
from core.files.below import files_below  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.imaging.photo_files import MAX_SIDE  # noqa: E402
from core.imaging.picture_kinds import PICTURE_ENDINGS  # noqa: E402


@dataclass
class Told:
    """How sure one tracer was of right originals, by family, and of wrong ones and of what is no copy."""

    right: dict[str, list[float]] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    wrong: list[float] = field(default_factory=list)
    seconds: float = 0.0
    pictures: int = 0

    def recall(self, family: str | None = None) -> float:
        """Share of the copies traced rightly and more surely than anything that is wrong."""
        limit = max(self.wrong, default=-np.inf)
        families = [family] if family else list(self.asked)
        found = sum(sure > limit for name in families for sure in self.right.get(name, []))
        return found / sum(self.asked[name] for name in families)

    def micro_average_precision(self) -> float:
        """Over all that was said, the surest first; what was not traced counts as missed."""
        said = [(sure, True) for rights in self.right.values() for sure in rights]
        said += [(sure, False) for sure in self.wrong]
        said.sort(key=lambda one: (-one[0], one[1]))  # of equally sure ones the wrong come first
        hits = np.cumsum([is_right for _sure, is_right in said])
        precision = hits / np.arange(1, len(said) + 1)
        is_hit = np.array([is_right for _sure, is_right in said], bool)
        return float(precision[is_hit].sum() / sum(self.asked.values()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--originals", type=int, default=500)
    parser.add_argument("--others", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(files_below(arguments.photos, PICTURE_ENDINGS))
    random.Random(arguments.seed).shuffle(paths)
    own, rest = paths[: arguments.originals], paths[arguments.originals :][: arguments.others]
    names = [name for name in TRACERS if is_installed(name)]
    for name in TRACERS.keys() - set(names):
        print(f"{name}: its package is not installed; left out", file=sys.stderr)
    told = measure(own, rest, names, arguments.seed)
    figures = {
        name: {"recall": one.recall(), "uAP": one.micro_average_precision()}
        | {family: one.recall(family) for family in FAMILIES}
        | {"ms_per_picture": one.seconds / one.pictures * 1000}
        for name, one in told.items()
    }
    if arguments.json:
        print(json.dumps({"originals": len(own), "others": len(rest), "tracers": figures}, indent=2))
        return
    print(f"{len(own)} originals, {len(rest)} others; recall at no false alarm")
    print(f"{'':32}" + "".join(f"{name:>15}" for name in figures))
    for row in next(iter(figures.values())):
        print(f"{row:32}" + "".join(f"{one[row]:15.3f}" for one in figures.values()))


def measure(own: list[Path], rest: list[Path], names: list[str], seed: int) -> dict[str, Told]:
    """Trace every edit of ``own`` and all of ``rest`` with each tracer, in turn."""
    with tempfile.TemporaryDirectory() as temporary:
        originals = [decode_file(path, max_side=MAX_SIDE) for path in own]
        scenes = [decode_file(path, max_side=MAX_SIDE) for path in rest[:40]] or originals
        tracers: dict[str, Tracer] = {}
        for name in names:
            folder = Path(temporary) / name
            folder.mkdir()
            tracers[name] = TRACERS[name][0](originals, folder)
        told = {name: Told() for name in names}
        for place, original in enumerate(originals):
            chance = random.Random(f"{seed} {place}")
            for family, edits in FAMILIES.items():
                for edit in edits.values():
                    _ask(tracers, told, edit(original, chance, scenes), place, family)
        for path in rest:
            _ask(tracers, told, decode_file(path, max_side=MAX_SIDE), None, "")
    return told


def _ask(
    tracers: dict[str, Tracer], told: dict[str, Told], picture: Image.Image, place: int | None, family: str
) -> None:
    for name, tracer in tracers.items():
        start = time.process_time()
        said = tracer.trace(picture)
        one = told[name]
        one.seconds += time.process_time() - start
        one.pictures += 1
        if place is not None:
            one.asked[family] = one.asked.get(family, 0) + 1
        if said is None:
            continue
        if place is not None and said[0] == place:
            one.right.setdefault(family, []).append(said[1])
        else:
            one.wrong.append(said[1])


if __name__ == "__main__":
    main()
