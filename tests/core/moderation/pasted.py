"""A picture of goods with something pasted over it, as sellers do it."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from core.paths import resources
from tests.core.cartons import carton


def with_words(*rows: str, seed: int = 0) -> Image.Image:
    """A carton with a white strip of words at its foot, a row each."""
    image = carton(seed).resize((640, 640))
    font = ImageFont.truetype(resources() / "fonts" / "NotoSansCJKsc-Regular.otf", 40)
    pencil = ImageDraw.Draw(image)
    top = 640 - 60 * len(rows)
    pencil.rectangle((0, top, 640, 640), fill="white")
    for number, row in enumerate(rows):
        pencil.text((30, top + 60 * number + 2), row, font=font, fill=(200, 20, 20))
    return image


def with_code(text: str, *, side: int = 160, seed: int = 0) -> Image.Image:
    """A carton with a QR code on it, ``side`` pixels wide, its corner at (400, 60)."""
    import zxingcpp

    image = carton(seed).resize((640, 640))
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(made, scale=8))).convert("RGB")
    image.paste(drawn.resize((side, side), Image.Resampling.NEAREST), (400, 60))
    return image
