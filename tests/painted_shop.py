"""A small real shop of painted signs, with photos as they are taken at a counter."""

import atexit
import csv
import functools
import shutil
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance

from core.catalog.photos.photos import PhotoKind
from core.ingest.folder import folder_entries
from core.ingest.photo_table import add_photos
from core.ingest.product_import import import_entries
from core.ingest.table import import_table
from core.shop.opening import open_shop


def make_shop(folder: Path, products: int = 6, counter_photos: int = 5, sku: str = "Sign {}") -> Path:
    """A shop of painted signs, each with a catalog photo and some photos taken in the shop."""
    made = _made(products, counter_photos, sku)
    shutil.copytree(made, folder)
    shutil.copytree(_pictures_of(made), _pictures_of(folder))
    return folder


def _pictures_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name} pictures")


@functools.cache
def _made(products: int, counter_photos: int, sku: str) -> Path:
    """Such a shop, made once a process: it takes a second. Not to be changed."""
    place = Path(tempfile.mkdtemp(prefix="painted-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = place / "shop"
    pictures = _pictures_of(folder)
    (pictures / "catalog").mkdir(parents=True)
    rows = []
    for number in range(products):
        sign = _sign(number)
        sign.save(pictures / "catalog" / f"{sku.format(number)}.png")
        for turn in range(counter_photos):
            photo = sign.rotate(7 * turn - 14, fillcolor=(90 + 20 * turn, 120, 110)).resize((200, 160))
            path = pictures / f"{number}-{turn}.png"
            ImageEnhance.Brightness(photo).enhance(0.7 + 0.1 * turn).save(path)
            rows.append({"sku": sku.format(number), "photo": path.name})
    with (pictures / "photos.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ("sku", "photo"))
        writer.writeheader()
        writer.writerows(rows)
    with open_shop(folder, create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(pictures / "catalog"))
        if rows:
            add_photos(shop, pictures / "photos.csv", kind=PhotoKind.COUNTER)
    return folder


FACTS = (
    "Apple,Fruit,2000000010014,1.20,30,,A1,fruit;red",
    "Apple juice,Drinks,2000000010021,2.50,12,,B2,",
    "Oat milk,Drinks,2000000010038,1.95,0,,B2,new",
    "绿茶,Drinks,,8.00,3,,C1,",
    "Plums,Fruit,,3.40,2.5,kg,A1,fruit",
    "Soap,,,0.99,,,,",
)


def make_priced_shop(folder: Path, counter_photos: int = 2) -> Path:
    """As :func:`make_shop`, of products that have names, prices, stock and more of what a clerk goes by."""
    make_shop(folder, len(FACTS), counter_photos)
    rows = "\n".join(f"Sign {number},{facts}" for number, facts in enumerate(FACTS))
    table = _pictures_of(folder) / "facts.csv"
    heading = "sku,title,category,barcode,price,stock,unit,location,tags"
    table.write_text(f"{heading}\n{rows}\n", encoding="utf-8")
    with open_shop(folder, device="cpu") as shop:
        import_table(shop, table)
    return folder


def make_long_worded_shop(folder: Path) -> Path:
    """As :func:`make_priced_shop`, but every word that a merchant gives is as long as a file's hash."""

    def word(start: object) -> str:
        return f"{start}{'9f86d081884c7d65' * 4}"[:64]

    sku = word("{}")[:64]
    make_shop(folder, len(FACTS), 2, sku)
    table = _pictures_of(folder) / "facts.csv"
    columns = ("title", "category", "brand", "location", "tags", "description", "Supplier")
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("sku", "price", "stock", *columns))
        for number in range(len(FACTS)):
            row = (word(f"{name}{number // 2}") for name in columns[1:])
            writer.writerow((sku.format(number), "1.20", number, word(f"Title{number}"), *row))
    with open_shop(folder, device="cpu") as shop:
        import_table(shop, table)
    return folder


def _sign(number: int) -> Image.Image:
    colours = ("firebrick", "seagreen", "royalblue", "goldenrod", "purple", "teal", "black", "orange")
    image = Image.new("RGB", (200, 200), "white")
    draw = ImageDraw.Draw(image)
    for bar in range(number + 1):
        box = (20 + 22 * bar, 20 + 10 * (bar % 3), 34 + 22 * bar, 180 - 12 * (bar % 4))
        draw.rectangle(box, fill=colours[number % len(colours)])
    draw.ellipse((60, 60, 130 - 4 * number, 130 + 4 * number), outline="black", width=6)
    return image
