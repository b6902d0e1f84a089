"""Plain goods, drawn: a thing of one colour or pattern on a light ground."""

from PIL import Image, ImageDraw

SIDE = 256
GROUND = (244, 244, 242)
THING = (48, 40, 208, 216)


def thing(colour: tuple[int, int, int], ground: tuple[int, int, int] = GROUND) -> Image.Image:
    """A block of one colour."""
    image = Image.new("RGB", (SIDE, SIDE), ground)
    ImageDraw.Draw(image).rectangle(THING, fill=colour)
    return image


def striped(first: tuple[int, int, int], second: tuple[int, int, int]) -> Image.Image:
    """Stripes across, each 12 pixels."""
    image = thing(first)
    for top in range(THING[1] + 6, THING[3] - 12, 24):
        ImageDraw.Draw(image).rectangle((THING[0], top, THING[2], top + 11), fill=second)
    return image


def checked(first: tuple[int, int, int], second: tuple[int, int, int]) -> Image.Image:
    """A chessboard of fields of 16 pixels."""
    image = thing(first)
    for row, top in enumerate(range(THING[1], THING[3] - 15, 16)):
        for left in range(THING[0] + 16 * (row % 2), THING[2] - 15, 32):
            ImageDraw.Draw(image).rectangle((left, top, left + 15, top + 15), fill=second)
    return image


def dotted(first: tuple[int, int, int], second: tuple[int, int, int]) -> Image.Image:
    """Dots of 12 pixels in rows."""
    image = thing(first)
    for top in range(THING[1] + 10, THING[3] - 16, 26):
        for left in range(THING[0] + 10, THING[2] - 16, 26):
            ImageDraw.Draw(image).ellipse((left, top, left + 12, top + 12), fill=second)
    return image
