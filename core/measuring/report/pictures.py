"""Small pictures inside a page: JPEG as a data address, so that a report is one file."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageOps

from core.errors import KnownError
from core.imaging.decode import decode_file

SIDE = 208
"""Pixels of the square that a picture is fitted into: twice its size on the page."""


def picture_address(path: Path | None) -> str | None:
    """``data:image/jpeg…`` of the picture in ``path``; None where there is none that can be opened."""
    if path is None:
        return None
    try:
        image = decode_file(path, max_side=2 * SIDE)
    except KnownError:
        return None
    square = ImageOps.fit(image, (SIDE, SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    square.save(buffer, "JPEG", quality=78, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
