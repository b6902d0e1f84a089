"""How well pieces on a shelf are counted from a film, beside what counting its frames gives.

    python -m benchmarks.filmed --demo DIR [--grocery DIR] [--films N] [--seed S] [--work DIR]

Films are walks along shelves of which it is known what stands there (shelf_films.py), in 1080p: of drawn
products, cut out (DIR: where the demo shop was drawn, demo_drawing/build.py), and of a grocery shop's photos.
What stands on the shelves is of the half of the products that is for reporting (benchmarks/count/goods.py).

For each film: the error of the counts, the sum over the products of what they are wrong by as a share of the
pieces; of the tracks, of the most that one frame shows of a product, and of all frames added up. ``pieces``
is the same of all pieces, whatever they were taken for.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.count.goods import REPORTING, Goods, drawn_goods, drawn_shop, grocery_goods, grocery_shop
from benchmarks.filmed.shelf_films import Shelf, film_along, painted_shelf
from core.filmed.counting import count_film
from core.scene.counting import Spot, count_pieces, spots_in
from core.shop.opening import open_shop
from core.shop.shop import Shop

Counts = Counter[str | None]


def main() -> None:
    """Make the films, count them, print a line for each and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--demo", type=Path)
    parser.add_argument("--grocery", type=Path)
    parser.add_argument("--films", type=int, default=6, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="where shops are kept for the next run")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = arguments.work or Path(folder)
        print("film          pieces counted | error: tracks  most  sum | pieces: tracks  sum | frames  cpu s")
        if arguments.demo is not None:
            shop = drawn_shop(arguments.demo, work / "drawn" / "shop", REPORTING)
            _report("drawn", shop, drawn_goods(arguments.demo, REPORTING), arguments, Path(folder))
        if arguments.grocery is not None:
            shop = grocery_shop(arguments.grocery, work / "grocery" / "shop", REPORTING)
            _report("grocery", shop, grocery_goods(arguments.grocery, REPORTING), arguments, Path(folder))


def _report(kind: str, place: Path, goods: Goods, arguments: argparse.Namespace, folder: Path) -> None:
    lines = []
    with open_shop(place) as shop:
        for number in range(arguments.films):
            rng = np.random.default_rng([arguments.seed, number])
            shelf = painted_shelf(goods, rng)
            path = film_along(folder / "film.mp4", shelf, rng, comes_back=number % 2 == 1)
            lines.append(_counted(f"{kind} {number}", shop, shelf, path))
    means = np.mean(lines, axis=0)
    print(f"{kind} mean".ljust(33), "|", *(f"{value:6.3f}" for value in means), flush=True)


def _counted(name: str, shop: Shop, shelf: Shelf, path: Path) -> list[float]:
    pictures: list[Image.Image] = []

    def find(shop: Shop, image: Image.Image) -> Sequence[Spot]:
        pictures.append(image)
        return spots_in(shop, image)

    start = time.process_time()
    count = count_film(shop, path, find=find)
    seconds = time.process_time() - start
    frames: list[Counts] = [
        Counter(None if one.product is None else one.product.sku for one in count_pieces(shop, picture))
        for picture in pictures
    ]
    truth: Counts = Counter(sku for sku, _box in shelf.boxes)
    tracks: Counts = Counter(None if piece.product is None else piece.product.sku for piece in count.pieces)
    most: Counts = Counter()
    for one in frames:
        most |= one
    added: Counts = sum(frames, Counter())
    errors = [_error(truth, counts) for counts in (tracks, most, added)]
    pieces = [abs(counts.total() - truth.total()) / truth.total() for counts in (tracks, added)]
    print(
        name.ljust(14),
        f"{truth.total():7d} {tracks.total():8d} |       ",
        *(f"{value:6.3f}" for value in errors),
        "|       ",
        *(f"{value:6.3f}" for value in pieces),
        f"| {count.frames:4d} {seconds:7.1f}",
        f"torn at {count.torn_at_ms}" if count.torn_at_ms else "",
        flush=True,
    )
    return [*errors, *pieces]


def _error(truth: Counts, counts: Counts) -> float:
    """What the products that the shop has are wrong by, as a share of their pieces."""
    wrong = sum(abs(truth[sku] - counts[sku]) for sku in {*truth, *counts} if sku is not None)
    return wrong / sum(number for sku, number in truth.items() if sku is not None)


if __name__ == "__main__":
    main()
