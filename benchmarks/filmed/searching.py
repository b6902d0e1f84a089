"""What it costs to search a film in which every second shows another product, and what is found in it.

    python -m benchmarks.filmed.searching --demo DIR [--seconds N] [--profile]

The film is made of drawn products (DIR: where the demo shop was drawn, demo_drawing/build.py) that the shop
knows by their catalog photos alone: in 1080p at 30 frames a second, H.264 with a key frame a second as phones
write it; each second a product held into the picture, moving a little. Printed are processor seconds of this
process and of the child that decodes, how many times real time that is on two cores, and for how many seconds
the right product was told.
"""

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from core.filmed.film_answer import FilmAnswer

WIDTH, HEIGHT, RATE = 1920, 1080, 30
CORES = 2


def main() -> None:
    """Make the film, search it, print the figures."""
    # Here, for the child that decodes imports this file, too, and what it costs is counted.
    from benchmarks.count.goods import REPORTING, drawn_goods, drawn_shop
    from core.filmed.watching import watch
    from core.search.print_points import find_in_advance
    from core.search.warming import warm_up
    from core.shop.opening import open_shop

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--demo", type=Path, required=True)
    parser.add_argument("--seconds", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="where shop and film are kept for the next run")
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = arguments.work or Path(folder)
        place = drawn_shop(arguments.demo, work / "drawn" / "shop", REPORTING)
        film, rng = (
            work / f"film-{arguments.seed}-{arguments.seconds}.mp4",
            np.random.default_rng(arguments.seed),
        )
        shown = make_film(film, drawn_goods(arguments.demo, REPORTING).pictures, arguments.seconds, rng)
        with open_shop(place) as shop:
            for _step in chain(warm_up(shop), find_in_advance(shop)):  # as an idle window has
                pass
            profile = cProfile.Profile(time.thread_time)
            if arguments.profile:
                profile.enable()
            before = _spent(resource.RUSAGE_SELF), _spent(resource.RUSAGE_CHILDREN)
            found = watch(shop, film)
            own = _spent(resource.RUSAGE_SELF) - before[0]
            child = _spent(resource.RUSAGE_CHILDREN) - before[1]
            if arguments.profile:
                profile.disable()
                pstats.Stats(profile).sort_stats("tottime").print_stats(30)
                pstats.Stats(profile).sort_stats("cumtime").print_stats(60)
    times = CORES * arguments.seconds / (own + child)
    print(f"{own:.1f} s searching, {child:.1f} s decoding, {times:.1f} times real time on {CORES} cores")
    for line in told(found, shown):
        print(line)


def make_film(
    path: Path, pictures: Mapping[str, Sequence[Image.Image]], seconds: int, rng: np.random.Generator
) -> list[str]:
    """Write the film, unless it is there; the SKUs that it shows, one a second.

    Args:
        pictures: of each product, cut out (RGBA).
    """
    skus: list[str] = rng.permutation(sorted(pictures)).tolist()[:seconds]
    if path.exists():
        return skus
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.bit_rate = 16_000_000
        stream.options = {"g": str(RATE), "keyint_min": str(RATE), "sc_threshold": "0", "preset": "ultrafast"}
        for sku in skus:
            table = _table(rng)
            piece = pictures[sku][0].rotate(float(rng.uniform(-8, 8)), expand=True)
            tall = int(HEIGHT * rng.uniform(0.6, 0.85))
            piece = piece.resize((max(1, piece.width * tall // piece.height), tall))
            left, top = (WIDTH - piece.width) // 2, (HEIGHT - tall) // 2
            step = rng.uniform(-2, 2, 2)
            for number in range(RATE):
                picture = table.copy()
                at = (left + round(step[0] * number), top + round(step[1] * number))
                picture.paste(piece, at, piece if piece.mode == "RGBA" else None)
                container.mux(stream.encode(av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24")))
        container.mux(stream.encode())
    return skus


def told(found: "FilmAnswer", shown: list[str]) -> list[str]:
    """For each second what is told of it, and how many seconds are right."""
    lines, right, matches = [], 0, 0
    for second, sku in enumerate(shown):
        of = [
            one for one in found.stretches if one.from_ms < 1000 * (second + 1) and one.to_ms >= 1000 * second
        ]
        results = [
            (one.result.sku, one.answer.verdict.value, one.result.confidence) for one in of if one.result
        ]
        is_right = any(name == sku for name, _verdict, _confidence in results)
        right += is_right
        matches += any(name == sku and verdict == "match" for name, verdict, _confidence in results)
        lines.append(f"{second:3d} {sku:12s} {'right' if is_right else 'WRONG'} {results}")
    lines.append(
        f"{right} of {len(shown)} seconds right, {matches} of them beyond doubt; {found.frames} frames"
    )
    return lines


def _table(rng: np.random.Generator) -> Image.Image:
    """A wooden-like ground: noise of a few sizes in one colour."""
    colour = rng.integers(90, 200, 3)
    coarse = rng.normal(0, 12, (27, 48, 1)).repeat(3, 2)
    ground = np.asarray(
        Image.fromarray(np.clip(colour + coarse, 0, 255).astype(np.uint8)).resize((WIDTH, HEIGHT)), np.int16
    )
    return Image.fromarray(np.clip(ground + rng.normal(0, 4, (HEIGHT, WIDTH, 1)), 0, 255).astype(np.uint8))


def _spent(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
