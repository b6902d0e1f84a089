"""Colours to sRGB through the profile that a picture carries, told by its numbers and never by its name.

Phones write Display P3, cameras Adobe RGB, print shops CMYK: without this step their colours are visibly
off. A profile's name proves nothing: "Display P3 Gamut with sRGB Transfer" is what browsers and Android call
theirs, and many an sRGB profile has a name of its own. So a cube of colours is sent through the profile, and
where all come back as they went in, it is sRGB.
"""

import io

import numpy as np
from PIL import Image, ImageCms

_STEPS = (0, 36, 73, 109, 146, 182, 219, 255)
_ALIKE = 3
"""Of 255: rounding, and the small differences between the sRGB profiles that are about."""
_MODES = {"RGB": "RGB", "CMYK": "CMYK", "GRAY": "L"}
"""A profile's colour space (ICC.1:2022, 7.2.6) to the mode of pictures that it may describe."""


class ToSrgb:
    """The way from one picture's colours to sRGB, worked out once and used for each of its bands."""

    def __init__(self, transform: ImageCms.ImageCmsTransform, mode: str) -> None:
        """``mode`` is of the colours that ``transform`` takes."""
        self._transform = transform
        self._mode = mode

    def __call__(self, image: Image.Image) -> Image.Image:
        """``image`` as RGB, or RGBA where it has transparency: that stays as it is."""
        if not image.has_transparency_data:
            return ImageCms.applyTransform(image.convert(self._mode), self._transform) or image
        clear = image.convert("RGBA")
        colours = clear.convert("RGB").convert(self._mode)
        shown = ImageCms.applyTransform(colours, self._transform) or colours
        shown.putalpha(clear.getchannel("A"))
        return shown


def to_srgb(image: Image.Image) -> ToSrgb | None:
    """How ``image`` becomes sRGB; None where it has no profile, or one of no use or no effect."""
    profile = image.info.get("icc_profile")
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = _MODES.get(source.profile.xcolor_space.strip(), "")
        if not _may_describe(mode, image.mode):
            return None
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
        if mode == "RGB" and _changes_nothing(transform):
            return None
        return ToSrgb(transform, mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a damaged profile must not cost us a good picture


def _may_describe(profile_mode: str, image_mode: str) -> bool:
    if profile_mode == "RGB":
        return image_mode in {"RGB", "RGBA", "RGBX", "P", "PA"}
    return (profile_mode, image_mode) in {("CMYK", "CMYK"), ("L", "L"), ("L", "LA")}


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    steps = np.array(_STEPS, np.uint8)
    cube = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(len(_STEPS), -1, 3)
    sent = Image.fromarray(cube)
    back = ImageCms.applyTransform(sent, transform)
    if back is None:
        return False
    return bool(np.abs(np.asarray(back).astype(int) - cube.astype(int)).max() <= _ALIKE)
