"""How many products that were added twice are found, by what was done to their photo, and what is wrong.

    python benchmarks/duplicates.py SHOP [--products N]

SHOP is copied. N of its products that have a photo are added once more for each edit: under a title that says
nothing, so that the photo alone tells. What the shop itself has twice is looked for before and not counted.
"""

import argparse
import io
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.catalog.photos.photos import live_photo_ids, photos_by_ids  # noqa: E402
from core.catalog.products.upsert import ProductDraft  # noqa: E402
from core.copies.duplicates import find_duplicates  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.ingest.shop_edits import NewPicture, add_product  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

Edit = Callable[[Image.Image], Image.Image]
Pairs = set[tuple[str, str]]


def compressed(image: Image.Image, quality: int) -> Image.Image:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality)
    return Image.open(written).convert("RGB")


def shrunk(image: Image.Image, by: float) -> Image.Image:
    return image.resize((round(image.width * by), round(image.height * by)), Image.Resampling.LANCZOS)


def cut(image: Image.Image, left: float, right: float) -> Image.Image:
    """Without so much of each side, at the left and top and at the right and bottom."""
    width, height = image.size
    box = (left * width, left * height, width - right * width, height - right * height)
    return image.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))


def framed(image: Image.Image) -> Image.Image:
    frame = Image.new("RGB", (round(image.width * 1.2), round(image.height * 1.2)), "white")
    frame.paste(image, (round(image.width * 0.1), round(image.height * 0.1)))
    return frame


def marked(image: Image.Image) -> Image.Image:
    copy = image.copy()
    copy.paste((200, 30, 30), (0, 0, copy.width // 5, copy.height // 8))
    return copy


EDITS: dict[str, Edit] = {
    "quality 30": lambda image: compressed(image, 30),
    "half the size, quality 60": lambda image: compressed(shrunk(image, 0.5), 60),
    "cut to 90 %": lambda image: cut(image, 0.05, 0.05),
    "cut to 75 %, at a corner": lambda image: cut(image, 0, 0.25),
    "a white frame": framed,
    "darker": lambda image: image.point(lambda value: round(value * 0.85)),
    "a mark over it": marked,
}


def pairs_in(shop: Shop) -> Pairs:
    """The SKUs of each two products that are said to be one."""
    return {
        (one.sku, other.sku)
        for same in find_duplicates(shop).products
        for one, other in combinations(same.products, 2)
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shop", type=Path)
    parser.add_argument("--products", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(given.shop, Path(folder) / "shop"))
        with open_shop(copy, device="cpu") as shop:
            before = pairs_in(shop)
            photos = photos_by_ids(shop.catalog, live_photo_ids(shop.catalog).tolist())
            firsts = {photo.product_id: photo for photo in reversed(photos)}
            chosen = random.Random(0).sample(sorted(firsts), min(given.products, len(firsts)))
            skus = dict(shop.catalog.db.execute("SELECT id, sku FROM products").fetchall())
            wanted: dict[str, Pairs] = {name: set() for name in EDITS}
            for number, (name, edit) in enumerate(EDITS.items()):
                for product in chosen:
                    sku = f"~{number}~{product}"
                    image = edit(decode_file(shop.files.path(firsts[product].sha256)))
                    draft = ProductDraft(sku, title=f"{'qwertyuio'[number] * 5}{product}")
                    add_product(shop, draft, [NewPicture(sku, image=image)], who="")
                    wanted[name].add((skus[product], sku))
            start = time.perf_counter()
            found = pairs_in(shop) - before
            print(f"{len(photos)} photos and {len(chosen) * len(EDITS)} copies, "
                  f"{time.perf_counter() - start:.1f} s; {len(before)} pairs before")  # fmt: skip
    for name, pairs in wanted.items():
        print(f"{name:28} {len(found & pairs)} of {len(pairs)}")
    originals = {sku: one for pairs in wanted.values() for one, sku in pairs}
    wrong = {pair for pair in found if len({originals.get(sku, sku) for sku in pair}) > 1}
    print(f"wrong pairs: {len(wrong)}", *sorted(wrong)[:5])


if __name__ == "__main__":
    main()
