"""How hard the demo shop is: its counter photos against its catalog pictures, raw vectors and cosine.

    python benchmarks/demo_shop.py [--photos 400] [--backbone efficientnet-lite2]

First the counter photos that the demo shop ships, then as many fresh ones (another seed), and the time that
synthesis takes. A demo in which everything is found proves nothing; one in which little is found is no demo.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.embedding.backbone import Backbone
from core.embedding.loading import load_backbone
from core.imaging.preprocess import to_tensor
from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from core.imaging.rendering.cut_out import cut_out
from demo_drawing.build import COUNTER_PHOTO, draw_demo
from demo_drawing.catalogue import all_products


def vectors(backbone: Backbone, pictures: Sequence[Image.Image]) -> NDArray[np.float32]:
    """Unit vectors, (n, dim)."""
    parts = []
    for start in range(0, len(pictures), 16):
        batch = np.stack(
            [to_tensor(picture, backbone.spec.preprocessing) for picture in pictures[start : start + 16]]
        )
        parts.append(backbone.embed(batch))
    joined = np.concatenate(parts).astype(np.float32)
    return np.asarray(joined / np.linalg.norm(joined, axis=1, keepdims=True))


def ranks(
    queries: NDArray[np.float32], answers: Sequence[str], references: NDArray[np.float32], skus: Sequence[str]
) -> NDArray[np.int64]:
    """For every query the place (0 is first) of the right product, ranked by each product's best picture."""
    places = []
    for query, answer in zip(queries @ references.T, answers, strict=True):
        best: dict[str, float] = {}
        for sku, score in zip(skus, query, strict=True):
            best[sku] = max(best.get(sku, -1.0), float(score))
        places.append(sum(score > best[answer] for score in best.values()))
    return np.array(places)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=400)
    parser.add_argument("--backbone", default="efficientnet-lite2")
    parser.add_argument("--folder", type=Path, help="keep the demo files here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        start = time.perf_counter()
        files = draw_demo(arguments.folder or Path(temporary) / "demo")
        skus = [product.sku for product in all_products()]
        print(f"{len(skus)} products drawn in {time.perf_counter() - start:.1f} s")
        pictures = [Image.open(files.folder / "photos" / f"{sku}.jpg").convert("RGB") for sku in skus]
        backbone = load_backbone(arguments.backbone, device="cpu")
        references = vectors(backbone, pictures)
        rows = [row.split(",") for row in files.counter_photos.read_text(encoding="utf-8").split()[1:]]
        shipped = [Image.open(files.folder / photo).convert("RGB") for _, photo in rows]
    show(
        "shipped counter photos",
        ranks(vectors(backbone, shipped), [sku for sku, _ in rows], references, skus),
    )

    cuts = [cut_out(picture) for picture in pictures]
    careful = replace(COUNTER_PHOTO, width=480, height=360)
    for name, settings in (
        ("fresh, as in the demo", careful),
        ("fresh, default settings", CounterPhotoSettings()),
    ):
        rng = np.random.default_rng(20)
        answers = [int(rng.integers(len(skus))) for _ in range(arguments.photos)]
        start = time.process_time()
        fresh = [synthesize(cuts[k], rng=rng, settings=settings, distractors=cuts[::9]) for k in answers]
        spent = (time.process_time() - start) / max(len(fresh), 1) * 1000
        places = ranks(vectors(backbone, fresh), [skus[k] for k in answers], references, skus)
        show(name, places)
        print(f"  {settings.width} x {settings.height} px, {spent:.1f} ms of processor time each")
        for category in dict.fromkeys(product.category for product in all_products()):
            mine = [product.category == category for product in all_products()]
            chosen = np.array([mine[k] for k in answers])
            if chosen.any():
                show(f"  {category}", places[chosen])
    backbone.close()


def show(name: str, places: NDArray[np.int64]) -> None:
    """One line: how many photos, top-1, top-5."""
    print(f"{name:28s} {len(places):4d}  top-1 {np.mean(places < 1):.3f}  top-5 {np.mean(places < 5):.3f}")


if __name__ == "__main__":
    main()
