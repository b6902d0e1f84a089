"""Photos with a real barcode in them, seen as a counter camera sees it."""

import numpy as np
from PIL import Image, ImageFilter

from core.imaging.rendering.perspective import perspective_coefficients


def label(code: str, kind: str = "EAN13", scale: int = 4) -> Image.Image:
    """The printed code with its quiet zones."""
    import zxingcpp

    barcode = zxingcpp.create_barcode(code, getattr(zxingcpp.BarcodeFormat, kind))
    return Image.fromarray(np.array(barcode.to_image(scale=scale, add_hrt=True))).convert("RGB")


def photo_with(
    printed: Image.Image,
    *,
    size: tuple[int, int] = (1000, 750),
    share: float = 0.4,
    turn: float = 0.0,
    lean: float = 0.0,
    blur: float = 0.0,
    noise: float = 4.0,
) -> Image.Image:
    """``printed`` on a coloured ground with other things around it.

    Args:
        share: how much of the picture's width it takes.
        turn: degrees clockwise.
        lean: how far, in shares of its width, its right edge is away from the camera (perspective).
        blur, noise: deviation of the blur in pixels and of the noise in grey levels.
    """
    generator = np.random.default_rng(7)
    width, height = size
    ground = Image.fromarray(generator.integers(60, 200, (9, 12, 3), np.uint8)).resize(
        size, Image.Resampling.BICUBIC
    )
    half = np.array([share * width / 2, share * width / 2 * printed.height / printed.width])
    corners = np.array([[-1, -1], [1, -1 + lean], [1, 1 - lean], [-1, 1]]) * half
    angle = np.radians(turn)
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = corners @ spin + np.array([width, height]) / 2
    how = perspective_coefficients(corners, printed.size)
    kind, filter_ = Image.Transform.PERSPECTIVE, Image.Resampling.BICUBIC
    mask = Image.new("L", printed.size, 255).transform(size, kind, how, filter_)
    ground.paste(printed.transform(size, kind, how, filter_), (0, 0), mask)
    seen = np.asarray(ground.filter(ImageFilter.GaussianBlur(blur)), np.float64)
    seen = seen + generator.normal(0, noise, seen.shape)
    return Image.fromarray(seen.clip(0, 255).astype(np.uint8))
