"""How long a warm query takes, step by step, for a 12-megapixel photo; and the plain way as its rival.

    python benchmarks/query_latency.py [--shop DIR] [--queries N] [--json]

The rival does the same in the usual way: decode at full size, resize, torch's eager network, a NumPy scan.
Both take the same photos in turn, in one process, so that a noisy machine is noisy for both.
"""

import argparse
import io
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.photos.vectors import stream_vectors
from core.embedding.runtimes.torch_runtime import TorchBackbone
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.imaging.query_looks import QUERY_SIDE
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop

MEGAPIXELS_12 = (4032, 3024)
STEPS = ("decode", "embed", "index", "words", "total")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--shop", type=Path, help="a shop's folder; the demo shop if none is given")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.shop or demo_shop_folder()
    # For writing, as in the window: the points of catalog photos are found once and kept.
    with open_shop(folder) as shop, tempfile.TemporaryDirectory() as temporary:
        photos = twelve_megapixel_photos(shop, Path(temporary))
        figures = measure(shop, photos, arguments.queries)
    print(json.dumps(figures, indent=2) if arguments.json else as_table(figures))


def demo_shop_folder() -> Path:
    """The demo shop, unpacked if it is not there."""
    from core.care.demo_shop import ensure_demo_shop

    return ensure_demo_shop()


def twelve_megapixel_photos(shop: Shop, folder: Path) -> list[Path]:
    """A few of the shop's photos at the size of a phone's, with grain, so that they compress like one's."""
    random = np.random.default_rng(0)
    found = sorted((shop.folder / "photos").rglob("*.jpg"))[:5]
    paths = []
    for number, source in enumerate(found):
        large = decode_file(source).resize(MEGAPIXELS_12, Image.Resampling.BICUBIC)
        grain = random.normal(0, 6, (MEGAPIXELS_12[1], MEGAPIXELS_12[0], 1))
        noisy = Image.fromarray((np.asarray(large) + grain).clip(0, 255).astype(np.uint8))
        paths.append(folder / f"{number}.jpg")
        noisy.save(paths[-1], quality=92)
    return paths


def measure(shop: Shop, photos: list[Path], queries: int) -> dict[str, dict[str, float]]:
    """Median and 95th percentile in milliseconds, by step."""
    rival = plain_way(shop)
    steps: dict[str, list[float]] = {name: [] for name in (*STEPS, "rival")}
    for number in range(queries + 3):
        photo = photos[number % len(photos)]
        ms = answer(shop, see(shop, [photo])).timings
        image = decode_file(photo, max_side=QUERY_SIDE)
        words_ms = _took(partial(shop.label_reader.read, image))  # part of "index", if asked for
        rival_ms = _took(partial(rival, photo))
        if number >= 3:  # the first few warm caches and the network's memory
            for name, value in (*vars_of(ms), ("words", words_ms), ("rival", rival_ms)):
                steps[name].append(value)
    figures = {
        name: {"median": statistics.median(values), "p95": float(np.percentile(values, 95))}
        for name, values in steps.items()
    }
    figures["rival_over_total"] = {"median": figures["rival"]["median"] / figures["total"]["median"]}
    return figures


def _took(step: Callable[[], object]) -> float:
    """The milliseconds of ``step``."""
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def vars_of(ms: object) -> list[tuple[str, float]]:
    """The steps of a search's timings."""
    return [(name, getattr(ms, name)) for name in ("decode", "embed", "index", "total")]


def plain_way(shop: Shop) -> Callable[[Path], NDArray[np.intp]]:
    """Full-size decoding, torch's network, and a scan: what one would write first."""
    backbone = TorchBackbone(shop.spec, device="cpu")
    rows = np.concatenate([b.vectors for b in stream_vectors(shop.catalog, shop.spec.fingerprint)])
    unit = rows.astype(np.float32)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)

    def search(photo: Path) -> NDArray[np.intp]:
        with Image.open(io.BytesIO(photo.read_bytes())) as image:
            vector = backbone.embed(to_tensor(image.convert("RGB"), shop.spec.preprocessing)[None])[0]
        return np.argsort(unit @ vector)[::-1][:10]

    return search


def as_table(figures: dict[str, dict[str, float]]) -> str:
    """For people."""
    lines = [f"{os.cpu_count()} cores, 12-megapixel JPEG, milliseconds", f"{'':10}{'median':>9}{'p95':>9}"]
    lines += [
        f"{name:10}{figures[name]['median']:9.1f}{figures[name]['p95']:9.1f}" for name in (*STEPS, "rival")
    ]
    lines.append(f"the rival takes {figures['rival_over_total']['median']:.1f} times as long")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
