"""A shop of 100,000 photos: how long it takes until its duplicates are found, and again with a few new ones.

    python benchmarks/many_photos.py make FOLDER [--photos N]
    python benchmarks/many_photos.py look FOLDER [--new N]

``make`` draws the pictures (small ones, ten of a package: turned, lit otherwise, on another ground) and gives
them vectors that are spread as those of real photos are (core/measuring/index_benchmark/data.py), for the
network would take an hour and more. One photo in a hundred is a copy of another that was changed in one of
eight ways. ``look`` finds the duplicates and tells the seconds, the processor time, the peak memory, and how
many of the copies were found by kind; then the same with N photos more, and with none.
"""

import argparse
import io
import json
import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.copies.duplicates import find_duplicates
from core.embedding.networks.efficientnet_lite import LITE2
from core.measuring.index_benchmark.data import photo_vectors
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop

SIDE = 240
PHOTOS_PER_PRODUCT = 10
COPY_EVERY = 100
_AS_COPIED = 0.03
"""Length of what an edit adds to a vector of length 1, along each of its directions together."""


def compressed(image: Image.Image, quality: int = 40) -> Image.Image:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def stickers(image: Image.Image) -> Image.Image:
    changed = image.copy()
    width, height = image.size
    ImageDraw.Draw(changed).ellipse((0.06 * width, 0.05 * height, 0.32 * width, 0.31 * height), "#d8301e")
    return changed


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "compressed": compressed,
    "smaller": lambda image: image.resize((140, 140), Image.Resampling.LANCZOS),
    "cut": lambda image: image.crop((12, 12, 228, 228)),
    "framed": lambda image: ImageOps.expand(image, 20, "white"),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.85),
    "mirrored": ImageOps.mirror,
    "turned": lambda image: image.transpose(Image.Transpose.ROTATE_90),
    "a sticker": stickers,
}


def package(seed: int) -> Image.Image:
    """A package with a print of its own, 200 × 200."""
    chance = random.Random(seed)
    image = Image.new("RGB", (200, 200), _colour(chance))
    pencil = ImageDraw.Draw(image)
    pencil.rectangle((0, 20, 200, 20 + chance.randint(20, 70)), _colour(chance))
    for _ in range(50):
        x, y = chance.randint(0, 190), chance.randint(0, 190)
        box = (x, y, x + chance.randint(3, 24), y + chance.randint(3, 14))
        chance.choice([pencil.rectangle, pencil.ellipse])(box, _colour(chance))
    return image


def photo(front: Image.Image, chance: random.Random) -> Image.Image:
    """The package as it stands somewhere."""
    ground = Image.effect_noise((12, 12), 60).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    scene = ImageOps.colorize(ground, _colour(chance), _colour(chance))
    size = chance.randint(120, 200)
    mask = Image.new("L", (size, size), 255).rotate(angle := chance.uniform(-25, 25), expand=True)
    turned = front.resize((size, size), Image.Resampling.BILINEAR).rotate(
        angle, Image.Resampling.BILINEAR, expand=True
    )
    place = chance.randint(0, SIDE - size), chance.randint(0, SIDE - size)
    scene.paste(turned, place, mask)
    return ImageEnhance.Brightness(scene).enhance(chance.uniform(0.7, 1.2))


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(0, 255), chance.randint(0, 255), chance.randint(0, 255)


def make(folder: Path, count: int) -> None:
    """Draw the shop; ``copies.json`` beside it says which photos are copies, of which, by which edit."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = np.random.default_rng(0)
    copies: list[tuple[str, str, str]] = []
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        for first in range(0, count, 1000):
            _add(shop, range(first, min(first + 1000, count)), drawn, copies)
            print(first, f"{time.process_time():.0f} s", file=sys.stderr)
    (folder / "copies.json").write_text(json.dumps(copies), "utf-8")


def _add(shop: Shop, numbers: range, drawn: np.random.Generator, copies: list[tuple[str, str, str]]) -> None:
    """Photos with these numbers, with their vectors; what is a copy is added to ``copies``."""
    original = front = Image.new("RGB", (SIDE, SIDE))
    owners = np.array(numbers, np.int64) // PHOTOS_PER_PRODUCT
    vectors = photo_vectors(drawn, owners, LITE2.parts[0].length)
    whole = np.pad(vectors, ((0, 0), (0, LITE2.dim - vectors.shape[1])))
    ids: list[int] = []
    hashes: list[str] = []
    with shop.catalog.transaction():
        for place, number in enumerate(numbers):
            chance = random.Random(number)
            owner = number // PHOTOS_PER_PRODUCT
            if number % PHOTOS_PER_PRODUCT == 0 or place == 0:
                front = package(owner)
                product = upsert_product(shop.catalog, ProductDraft(f"P{owner}", title=f"Thing {owner}"))
            picture = photo(front, chance)
            if number % COPY_EVERY == COPY_EVERY - 1:
                name, edit = list(EDITS.items())[number // COPY_EVERY % len(EDITS)]
                product = upsert_product(shop.catalog, ProductDraft(f"C{number}", title=f"Copy {number}"))
                picture = edit(original)
                whole[place] = whole[place - 1] + drawn.normal(0, _AS_COPIED, whole.shape[1]) / np.sqrt(
                    whole.shape[1]
                )
            original = picture
            stored = shop.files.add(picture)
            if number % COPY_EVERY == COPY_EVERY - 1:
                copies.append((hashes[-1], stored.sha256, name))
            file = PhotoFile(stored.sha256, stored.width, stored.height, "", f"{number}.jpg")
            ids.append(add_photo(shop.catalog, product.product_id, file).photo.id)
            hashes.append(stored.sha256)
        store_vectors(shop.catalog, shop.spec.fingerprint, ids, whole)


def look(folder: Path, new: int) -> None:
    """Find the duplicates three times: all anew, with some photos more, with none."""
    copies: list[tuple[str, ...]] = [
        tuple(row) for row in json.loads((folder / "copies.json").read_text("utf-8"))
    ]
    with open_shop(folder / "shop", device="cpu") as shop:
        count = shop.catalog.db.execute("SELECT count(*) FROM photos").fetchone()[0]
        _timed(shop, f"{count} photos", copies)
        if new:
            first = 10 * count + 1_000_000
            more: list[tuple[str, str, str]] = []
            _add(shop, range(first, first + new), np.random.default_rng(count), more)
            copies += more
            _timed(shop, f"{new} photos more", copies)
        _timed(shop, "none more", copies)
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB, {os.cpu_count()} cores, load average at the end {load}")


def _timed(shop: Shop, name: str, copies: list[tuple[str, ...]]) -> None:
    stages: dict[str, float] = {}
    start, processor = time.perf_counter(), time.process_time()

    def told(progress: Progress) -> None:
        stages[str(progress.stage)] = time.perf_counter() - start

    found = find_duplicates(shop, told)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    print(f"{name}: {seconds:.1f} s, {processor:.1f} s of processor; until the end of each stage:")
    for stage, until in stages.items():
        print(f"    {stage:40}{until:8.1f} s")
    groups = [{one.sha256 for one in same.photos} for same in found.photos]
    together = {frozenset((one, other)) for group in groups for one in group for other in group}
    wanted = Counter(edit for _one, _other, edit in copies)
    hits = Counter(edit for one, other, edit in copies if frozenset((one, other)) in together)
    true = {frozenset(pair[:2]) for pair in copies}
    wrong = sum(len(pair) == 2 and pair not in true for pair in together)
    print("   ", ", ".join(f"{edit} {hits[edit]} of {wanted[edit]}" for edit in wanted))
    print(f"    pairs that are no copies: {wrong}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("step", choices=("make", "look"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=1000)
    given = parser.parse_args()
    make(given.folder, given.photos) if given.step == "make" else look(given.folder, given.new)


if __name__ == "__main__":
    main()
