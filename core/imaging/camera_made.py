"""Whether a picture's file says that a camera or phone took it, by the maker in its EXIF or by its name."""

import re
from pathlib import Path

from PIL import Image

from core.imaging.guards.tiff_directory import claims_too_much

_MAKE, _MODEL = 271, 272
# What phones, cameras and messengers call their pictures: IMG_1234, PXL_2026…, DSC01234, 20261129_101500,
# WhatsApp Image 2026-11-29.
_NAMES = re.compile(
    r"(?:IMG|PXL|DSC[FN]?|DSCN|MVIMG|P[0-9A-F]{3}|WP|Screenshot)[-_ ]?\d{3,}.*|\d{8}[-_]\d{6}.*"
    r"|(?:WhatsApp Image|Photo) \d{4}-.*|微信图片.*|mmexport\d+.*",
    re.IGNORECASE,
)


def made_by_camera(path: Path) -> bool:
    """True if the file or its name says so; False also for what cannot be read, which decoding will tell."""
    return _NAMES.fullmatch(path.stem) is not None or _has_maker(path)


def _has_maker(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            if claims_too_much(image.info.get("exif") or b""):
                return False
            exif = image.getexif()
            return any(str(exif.get(tag, "")).strip("\0 ") for tag in (_MAKE, _MODEL))
    except Exception:  # whatever a stranger's metadata does: it only costs the guess
        return False
