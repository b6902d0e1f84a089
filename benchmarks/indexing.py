"""How many photos a second an import decodes, keeps, embeds and indexes; one by one as its rival.

    python benchmarks/indexing.py [--photos FOLDER] [--limit N] [--json]

Without a folder it takes the demo shop's catalog pictures and counter photos.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE
from core.imaging.preprocess import to_tensor
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--photos", type=Path)
    parser.add_argument("--limit", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        figures = measure(arguments.photos or demo_photos(Path(temporary)), arguments.limit)
    if arguments.json:
        print(json.dumps(figures, indent=2))
        return
    print(
        f"{os.cpu_count()} cores, {figures['photos']:.0f} photos: {figures['photos_per_second']:.1f} photos/s"
    )
    print(f"one after the other: {figures['rival_photos_per_second']:.1f} photos/s")


def demo_photos(folder: Path) -> Path:
    """The demo shop's pictures, drawn below ``folder``."""
    from demo_drawing.build import draw_demo

    return draw_demo(folder / "drawn").folder


def measure(folder: Path, limit: int) -> dict[str, float]:
    """Import the folder into a new shop; then do the same without decoding ahead and without batches."""
    entries = list(itertools.islice(folder_entries(folder), limit))
    with tempfile.TemporaryDirectory() as temporary, open_shop(Path(temporary) / "shop", create=True) as shop:
        shop.network.load()
        report = import_entries(shop, entries)
    with tempfile.TemporaryDirectory() as temporary, open_shop(Path(temporary) / "shop", create=True) as shop:
        shop.network.load()
        start = time.perf_counter()
        for entry in entries[: max(1, len(entries) // 4)]:
            for photo in entry.photos:
                image = decode_file(photo.path, max_side=MAX_SIDE)
                shop.files.add(image)
                shop.network.embed(to_tensor(image, shop.spec.preprocessing)[None])
        rival = sum(len(e.photos) for e in entries[: max(1, len(entries) // 4)]) / (
            time.perf_counter() - start
        )
    return {
        "photos": float(report.photos_added),
        "seconds": report.seconds,
        "photos_per_second": report.photos_added / report.seconds,
        "rival_photos_per_second": rival,
    }


if __name__ == "__main__":
    main()
