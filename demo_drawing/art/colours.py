"""Colours as 8-bit RGB triples, and the few sums that artwork needs with them."""

from PIL import Image, ImageColor

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
INK: Colour = (38, 38, 46)
CREAM: Colour = (252, 246, 232)


def rgb(text: str) -> Colour:
    """The colour written as ``#rrggbb``."""
    red, green, blue = ImageColor.getrgb(text)[:3]
    return red, green, blue


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """``first`` moved towards ``second`` by ``share`` (0 to 1), channel by channel."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lighter(colour: Colour, share: float) -> Colour:
    """``colour`` moved towards white."""
    return mix(colour, WHITE, share)


def darker(colour: Colour, share: float) -> Colour:
    """``colour`` moved towards a warm black."""
    return mix(colour, (20, 14, 18), share)


def luma(colour: Colour) -> float:
    """Brightness as the eye weighs it, 0 to 255 (ITU-R BT.601)."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def mean_colour(picture: Image.Image) -> Colour:
    """The average colour of an RGB picture."""
    pixel = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return pixel[0], pixel[1], pixel[2]


def ink_on(ground: Colour) -> Colour:
    """White or dark ink, whichever can be read on ``ground``."""
    return WHITE if luma(ground) < 165 else INK
