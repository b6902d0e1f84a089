"""How many copies within a shop are found, beside perceptual hashes at the same number of false alarms.

    python benchmarks/copies/in_shop.py PHOTOS [--originals N] [--others N] [--edits N] [--seed S]

PHOTOS is a folder of pictures. Some are put into a new shop, each with N copies that were changed in ways
that rotate through the 42 of edits.py, and others beside them, which are no copies. ``duplicates`` looks for
copies once. A hash says of every pair how many bits differ; it gets the pairs that differ least, as long as
no more of them are false than ``duplicates`` had. Pairs of two copies of one original are not counted.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.copies.edits import FAMILIES
from benchmarks.copies.rivals import Pdq, PerceptualHash, is_installed
from core.catalog.products.upsert import ProductDraft
from core.copies.duplicates import find_duplicates
from core.files.below import files_below
from core.imaging.decode import decode_file
from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.ingest.shop_edits import NewPicture, add_product
from core.shop.opening import open_shop

Made = dict[str, tuple[int, str]]
"""By a photo's hash its original's number, and its family of edits; "" for the original itself."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--originals", type=int, default=120)
    parser.add_argument("--others", type=int, default=400)
    parser.add_argument("--edits", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    paths = sorted(files_below(given.photos, PICTURE_ENDINGS))
    random.Random(given.seed).shuffle(paths)
    edits = [(family, edit) for family, some in FAMILIES.items() for edit in some.values()]
    made: Made = {}
    pictures: dict[str, Image.Image] = {}
    with tempfile.TemporaryDirectory() as folder, open_shop(Path(folder) / "shop", create=True) as shop:

        def add(image: Image.Image, number: int, family: str) -> None:
            sha256 = shop.files.add(image).sha256
            if sha256 in made:
                return
            made[sha256], pictures[sha256] = (number, family), image
            draft = ProductDraft(f"{number}-{len(made)}", title=f"{family} {number}")
            add_product(shop, draft, [NewPicture(sha256, image=image)], who="benchmark")

        scenes = [decode_file(path) for path in paths[-40:]]
        for number, path in enumerate(paths[: given.originals + given.others]):
            image = decode_file(path)
            add(image, number, "")
            if number >= given.originals:
                continue
            chance = random.Random(f"{given.seed} {number}")
            for place in range(given.edits):
                family, edit = edits[(number * given.edits + place) % len(edits)]
                add(edit(image, chance, scenes), number, family)
        start = time.process_time()
        found = find_duplicates(shop).photos
        seconds = time.process_time() - start
    ours = {frozenset((a.sha256, b.sha256)) for same in found for a, b in combinations(same.photos, 2)}
    asked = Counter(family for _number, family in made.values() if family)
    print(f"{len(made)} photos, of which {asked.total()} are copies; {seconds:.0f} s of processor")
    hits, false = judged(ours, made)
    rows = {"snapshelf": hits}
    for name, rival in (("pHash", PerceptualHash), ("PDQ", Pdq)):
        if is_installed(name):
            bits = np.stack([rival.hashed(pictures[sha256]) for sha256 in made])
            rows[name] = judged(nearest(bits, list(made), made, false), made)[0]
        else:
            print(f"{name}: its package is not installed; left out", file=sys.stderr)
    print(f"false alarms of each: {false}")
    print(f"{'':32}" + "".join(f"{name:>12}" for name in rows))
    for family in asked:
        shares = (row[family] / asked[family] for row in rows.values())
        print(f"{family:32}" + "".join(f"{share:12.3f}" for share in shares))
    print(f"{'all':32}" + "".join(f"{row.total() / asked.total():12.3f}" for row in rows.values()))


def judged(pairs: set[frozenset[str]], made: Made) -> tuple[Counter[str], int]:
    """Of pairs of photos: the copies found with their original, by family; and how many are no copies."""
    hits: Counter[str] = Counter()
    false = 0
    for one, other in map(tuple, pairs):
        (number, family), (its_number, its_family) = made[one], made[other]
        if number != its_number:
            false += 1
        elif not family or not its_family:
            hits[family or its_family] += 1
    return hits, false


def nearest(bits: NDArray[np.bool_], names: list[str], made: Made, false: int) -> set[frozenset[str]]:
    """The pairs that differ in the fewest bits, as long as no more than ``false`` of them are no copies."""
    as_numbers = bits.astype(np.float32)
    differing = as_numbers @ (1 - as_numbers.T)
    differing = differing + differing.T
    ones, others = np.triu_indices(len(names), 1)
    found: set[frozenset[str]] = set()
    order = np.argsort(differing[ones, others], kind="stable")
    is_false = np.array([made[names[i]][0] != made[names[j]][0] for i, j in zip(ones, others, strict=True)])
    limit = differing[ones, others][order[np.flatnonzero(is_false[order])[false]]]
    for place in order:
        if differing[ones[place], others[place]] >= limit:
            break
        found.add(frozenset((names[ones[place]], names[others[place]])))
    return found


if __name__ == "__main__":
    main()
