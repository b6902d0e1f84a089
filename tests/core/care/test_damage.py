"""Every kind of file in a shop's folder, damaged at random: a check notices, or every answer is the same."""

import contextlib
import io
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.care.backup import daily_backup
from core.care.check import check_shop
from core.catalog.log.search_log import log_search
from core.errors import KnownError
from core.feedback import Said
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.search.kept import keep_feedback
from core.search.print_points import find_in_advance
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.ingest.unlabelled.views import view
from tests.core.models.test_store import keep

SHARE, MANY = 40, 500
KINDS = {
    "catalog": "catalog.db",
    "photo": "photos/*/*.jpg",
    "thumbnail": "thumbs/*/*.jpg",
    "points": "points/*/*.npz",
    "kept photo": "kept_searches/photos/*/*.jpg",
    "kept thumbnail": "kept_searches/thumbs/*/*.jpg",
    "unlabelled photo": "unlabelled/photos/*/*.jpg",
    "choice": "models/active.json",
    "lesson": "models/0001-quick/*",
    "index": "index/*/*",
    "backup": "backups/*.db",
    "lock": "shop.lock*",
}
IN_WORDS_ONLY = {"backup"}
"""A flipped bit in a row of a backup is a row still; what SQLite finds is what can be found."""


@dataclass(frozen=True)
class WholeShop:
    folder: Path
    query: NDArray[np.float32]
    answers: object


def flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def zero(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 16, 512)))
    data[start:end] = bytes(end - start)


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (flip, cut, zero)


def answers_of(shop: Shop, query: NDArray[np.float32]) -> object:
    """What the shop says of one picture and of its products."""
    found = shop.index().search(query, 4)
    products = shop.catalog.db.execute(
        "SELECT id, sku, title, stock_milli FROM products ORDER BY id"
    ).fetchall()
    return (
        shop.model.version,
        shop.model.calibrations,
        [(one.photo_id, round(one.similarity, 6)) for one in found],
        products,
    )


@pytest.fixture(scope="module")
def whole(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> WholeShop:
    """A shop that has everything that a shop can have, and its answers."""
    folder = shutil.copytree(imported / "shop", tmp_path_factory.mktemp("whole") / "shop")
    picture = decode_file(imported / "pictures" / "Balls" / "blue ball.png")
    with open_shop(folder, device="cpu") as shop:
        shop.searched_by.use_lesson(keep(shop, "0001-quick"))
        shop.rebuild_index()
        for _found in find_in_advance(shop):
            pass
        query = shop.network.embed(to_tensor(picture, shop.spec.preprocessing)[np.newaxis])[0]
        search = log_search(shop.catalog, origin="file", verdict="match")
        keep_feedback(shop, search, Said.RIGHT, 1, pictures=[picture], vectors=[query])
        view(0).save(folder.parent / "shelf.png")
        add_unlabelled_photos(shop, [folder.parent / "shelf.png"])
        daily_backup(shop.catalog)
        assert check_shop(shop).sentences == []
        answers = answers_of(shop, query)
    return WholeShop(folder, query, answers)


@pytest.mark.parametrize("kind", KINDS)
def test_the_shop_that_is_damaged_here_has_every_kind_of_file(whole: WholeShop, kind: str) -> None:
    assert kind == "lock" or list(whole.folder.glob(KINDS[kind]))


@pytest.mark.parametrize("seed", range(SHARE))
def test_no_damage_changes_an_answer_unsaid(whole: WholeShop, tmp_path: Path, seed: int) -> None:
    suffer(whole, tmp_path / "shop", seed)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_no_damage_of_many_changes_an_answer_unsaid(whole: WholeShop, tmp_path: Path) -> None:
    for seed in range(SHARE, SHARE + MANY):
        suffer(whole, tmp_path / "shop", seed)
        shutil.rmtree(tmp_path / "shop")


def suffer(whole: WholeShop, folder: Path, seed: int) -> None:
    """Damage one file as the seed says, and hold the shop to the promise."""
    chance = random.Random(seed)
    shutil.copytree(whole.folder, folder)
    kind = sorted(KINDS)[seed % len(KINDS)]
    files = sorted(path for path in folder.glob(KINDS[kind]) if path.stat().st_size)
    if not files:
        return
    path = chance.choice(files)
    damage = DAMAGES[(seed // len(KINDS)) % len(DAMAGES)]
    status, before = path.stat(), path.read_bytes()
    data = bytearray(before)
    damage(data, chance)
    path.write_bytes(bytes(data))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # as a failing disk does it
    if bytes(data) == before:
        return
    with contextlib.suppress(KnownError), open_shop(folder, write=False, device="cpu") as shop:
        if not check_shop(shop).ok or kind in IN_WORDS_ONLY:
            return
        assert answers_of(shop, whole.query) == whole.answers, f"{damage.__name__} in {path.name}"
        if path.suffix == ".jpg":
            assert pixels(bytes(data)) == pixels(before), f"{damage.__name__} in {path.name}"


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.tobytes()
