"""The largest files that honest people open: what a bomb's cost is compared with."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from PIL import Image

from tests.fuzz.bombs import Bomb


def honest_giants() -> Iterator[Bomb]:
    """One or two of each kind; every one of them has to open."""
    for name, build in _PICTURES.items():
        yield Bomb(name, "pictures", build)
    for name, build in _TABLES.items():
        yield Bomb(name, "tables", build)


def textured(mode: str, width: int, height: int) -> Image.Image:
    """A picture as full of detail as a photo of a shelf: a smooth ground with grain."""
    tile = Image.effect_noise((500, 500), 24)
    ground = Image.linear_gradient("L").resize((500, 500))
    grey = Image.new("L", (width, height))
    for place, left in enumerate(range(0, width, 500)):
        for top in range(0, height, 500):
            grey.paste(Image.blend(tile, ground.rotate(90 * (place % 4)), 0.5), (left, top))
    return grey if mode == "L" else Image.merge(mode, [grey] * len(mode))


def _saved(mode: str, width: int, height: int, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    textured(mode, width, height).save(buffer, kind, **options)
    return buffer.getvalue()


def _csv(products: int) -> bytes:
    head = (
        "sku,title,description,category,brand,barcode,price,stock,location,tags,photo,colour,size,supplier\n"
    )
    return (
        head
        + "".join(
            f"SKU-{number},Product number {number},{'A description of it. ' * 10},Category {number % 90},"
            f"Brand {number % 40},,{number % 500}.90,{number % 60},Shelf {number % 300},new|sale,"
            f"{number}.jpg,red,{number % 50},Supplier {number % 70}\n"
            for number in range(products)
        )
    ).encode()


def _xlsx(products: int) -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in _csv(products).decode().splitlines():
        sheet.append(line.split(","))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_PICTURES: dict[str, Callable[[], bytes]] = {
    "honest: JPEG, 12 MP": lambda: _saved("RGB", 4000, 3000, "JPEG", quality=92),
    "honest: JPEG, 48 MP": lambda: _saved("RGB", 8000, 6000, "JPEG", quality=92),
    "honest: JPEG, 200 MP": lambda: _saved("RGB", 16_320, 12_240, "JPEG", quality=85),
    "honest: JPEG, progressive, 48 MP": lambda: _saved("RGB", 8000, 6000, "JPEG", progressive=True),
    "honest: PNG, a screenshot of 8 MP": lambda: _saved("RGBA", 3840, 2160, "PNG", compress_level=1),
    "honest: PNG, 64 MP with alpha": lambda: _saved("RGBA", 8000, 8000, "PNG", compress_level=1),
    "honest: TIFF, a scan of 50 MP": lambda: _saved("RGB", 8000, 6250, "TIFF"),
    "honest: TIFF, a scan of 100 MP, LZW": lambda: _saved(
        "L", 10_000, 10_000, "TIFF", compression="tiff_lzw"
    ),
    "honest: WebP, 12 MP": lambda: _saved("RGB", 4000, 3000, "WEBP", quality=80, method=0),
    "honest: AVIF, 12 MP": lambda: _saved("RGB", 4000, 3000, "AVIF", quality=70, speed=10),
}
_TABLES: dict[str, Callable[[], bytes]] = {
    "honest: CSV, 100,000 products": lambda: _csv(100_000),
    "honest: XLSX, 100,000 products": lambda: _xlsx(100_000),
}
