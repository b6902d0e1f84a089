"""Shops with as many products as a test wants, made in seconds: written straight into the tables."""

import random
from pathlib import Path

from PIL import Image

from core.catalog.clock import utc_now
from core.catalog.database.tokens import sku_key
from core.shop.opening import open_shop
from core.shop.shop import Shop

CATEGORIES = ("Juice", "Milk", "Tea", "Coffee", "Toys", "Stationery", "果汁", "牛奶")
WORDS = ("green", "oat", "apple", "dark", "organic", "ceramic", "paper", "wild", "苹果", "红茶", "carton")


def make_shop(folder: Path, products: int, pictures: int = 8) -> None:
    """A shop in ``folder`` of generated products, every one with a photo of some tiny files."""
    with open_shop(folder, create=True) as shop:
        fill(shop, products, pictures)


def fill(shop: Shop, products: int, pictures: int) -> None:
    chance, now = random.Random(0), utc_now()
    files = [
        shop.files.add(Image.new("RGB", (96, 96), (40 + 25 * n, 90, 220 - 20 * n))) for n in range(pictures)
    ]
    with shop.catalog.transaction() as db:
        db.conn.executemany(
            "INSERT INTO products (sku, sku_key, title, category, brand, price_minor, currency, location,"
            " created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    sku := f"AB-{number:06d}",
                    sku_key(sku),
                    f"{' '.join(chance.sample(WORDS, 3))} {number}",
                    chance.choice(CATEGORIES),
                    f"Brand {chance.randrange(40)}",
                    chance.randrange(50, 9000) if number % 10 else None,
                    "EUR",
                    f"{chance.choice('ABCDEFGH')}-{chance.randrange(30)}",
                    now,
                    now,
                )
                for number in range(products)
            ),
        )
        db.conn.executemany(
            "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted)"
            " VALUES (?, ?, 'import', 'test', ?, 1)",
            ((number + 1, 1000 * chance.randrange(0, 40), now) for number in range(products)),
        )
        db.conn.executemany(
            "INSERT INTO photos (product_id, kind, sha256, width, height, position, added)"
            " VALUES (?, 'catalog', ?, 96, 96, 0, ?)",
            (
                (number + 1, files[number % len(files)].sha256, now)
                for number in range(products)
                if number % 20
            ),
        )
