"""How many photos a second ``hub embed`` looks at: here, and on Ray with one and with two who look.

    python -m benchmarks.hub.looking [--photos N] [--workers 1,2] [--json]

PostgreSQL is started for it and given painted photos, and Ray is started on this machine where it is
installed. Each way begins with a hub that has no vector. Ray's start is told apart from the work; the work
holds the loading of the network by each who looks.
"""

import argparse
import hashlib
import importlib.util
import io
import json
import sys
import time
from dataclasses import asdict, dataclass

import numpy as np
from PIL import Image, ImageFilter

from core.embedding.networks.efficientnet_lite import LITE2
from core.hub.connection import connected
from core.hub.looking.embedding import embed_here
from core.hub.looking.on_ray import HERE, embed_on_ray
from core.progress import Progress
from tests.core.hub.postgres import Postgres, running_postgres
from tests.core.hub.told import Store


@dataclass(frozen=True, slots=True)
class Row:
    """One way to look: seconds until it could begin, and of the work; photos in each second of that."""

    way: str
    start_s: float
    work_s: float
    photos_s: float


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--photos", type=int, default=300)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = []
    workers = [0, *map(int, arguments.workers.split(","))]
    if importlib.util.find_spec("ray") is None:
        print("Ray is not installed: only this machine is measured.", file=sys.stderr)
        workers = [0]
    with running_postgres() as server:
        photos = [_painted(number) for number in range(arguments.photos)]
        for count in workers:
            rows.append(_measured(_hub(server, photos), count, len(photos)))
            line = "{way:24} start {start_s:6.1f} s, work {work_s:7.1f} s, {photos_s:6.1f} photos/s"
            out = sys.stderr if arguments.json else sys.stdout
            print(line.format(**asdict(rows[-1])), file=out, flush=True)
    if arguments.json:
        print(json.dumps({"photos": arguments.photos, "rows": list(map(asdict, rows))}))


def _painted(number: int) -> bytes:
    """A photo of 1,000 × 750 as a file; each is another one."""
    noise = np.random.default_rng(number).integers(0, 255, (30, 40, 3), np.uint8)
    image = Image.fromarray(noise).resize((1000, 750), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    image.filter(ImageFilter.UnsharpMask(3)).save(file, "JPEG", quality=92)
    return file.getvalue()


def _hub(server: Postgres, photos: list[bytes]) -> str:
    url = server.new_hub()
    with connected(url) as connection, connection.transaction():
        store = Store(connection, "Main")
        for number, data in enumerate(photos):
            photo = hashlib.sha256(data).hexdigest()
            store.shows(store.makes(f"P{number}"), photo)
            connection.execute(
                "INSERT INTO pictures (sha256, size, bytes) VALUES (%s, 'photo', %s)", [photo, data]
            )
    return url


def _measured(url: str, workers: int, photos: int) -> Row:
    began = [0.0]

    def listen(_progress: Progress) -> None:
        began[0] = began[0] or time.perf_counter()

    start = time.perf_counter()
    if workers:
        done = embed_on_ray(url, None, LITE2, HERE, listen, workers=workers)
    else:
        done = embed_here(url, None, LITE2, listen)
    end = time.perf_counter()
    assert done.photos == photos, done
    work = end - began[0]
    return Row(f"Ray, {workers} who look" if workers else "here", began[0] - start, work, photos / work)


if __name__ == "__main__":
    main()
