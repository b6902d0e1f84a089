"""A hub that has photos of two stores and no vector of them yet."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PIL import Image, ImageDraw

from core.hub.connection import connected
from tests.core.hub.postgres import Postgres
from tests.core.hub.told import Store

PHOTOS = 12


@dataclass(frozen=True, slots=True)
class UnseenHub:
    """Its owner's URL, and the hashes of its photos, in ascending order; the first was taken in a shop."""

    url: str
    photos: tuple[str, ...]


def picture(number: int) -> bytes:
    """A small picture, another one for each number."""
    image = Image.new("RGB", (120, 90), (20 * number % 255, 130, 255 - 17 * number % 255))
    ImageDraw.Draw(image).ellipse((10 + number, 10, 60, 70), fill=(250, 240, 5 * number % 255))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=92)
    return file.getvalue()


@pytest.fixture
def unseen(postgres: Postgres) -> Iterator[UnseenHub]:
    url = postgres.new_hub()
    files = {hashlib.sha256(data).hexdigest(): data for data in map(picture, range(PHOTOS))}
    photos = tuple(sorted(files))
    with connected(url) as connection:
        stores = [Store(connection, name) for name in ("Main", "Side")]
        for number, photo in enumerate(photos):
            store = stores[number % 2]
            store.shows(store.makes(f"P{number}"), photo, "catalog" if number else "counter")
            connection.execute(
                "INSERT INTO pictures (sha256, size, bytes) VALUES (%s, 'photo', %s)", [photo, files[photo]]
            )
    yield UnseenHub(url, photos)
