"""Two classic filters against the noise of a camera in poor light; off unless a backbone asks for one.

Both are applied to the picture at the size that the network sees, so that their strength does not depend on
how many megapixels the camera has. On real shop photos neither helps (docs/decisions/0010-backbones.md):
shrinking a photo to the network's size has averaged its noise away already.
"""

from enum import StrEnum

from PIL import Image, ImageFilter

MEDIAN_SIZE = 3
"""Pixels of the square whose median replaces its centre: takes single wild pixels away, keeps edges."""

GAUSSIAN_RADIUS = 0.8
"""Standard deviation in pixels: averages fine noise, softens edges a little."""


class Denoise(StrEnum):
    """Which filter a picture goes through before it is normalised."""

    NONE = "none"
    MEDIAN = "median"
    GAUSSIAN = "gaussian"


def denoised(image: Image.Image, filter_: Denoise) -> Image.Image:
    """``image`` (RGB) through the filter; the same object where there is none."""
    if filter_ is Denoise.MEDIAN:
        return image.filter(ImageFilter.MedianFilter(MEDIAN_SIZE))
    if filter_ is Denoise.GAUSSIAN:
        return image.filter(ImageFilter.GaussianBlur(GAUSSIAN_RADIUS))
    return image
