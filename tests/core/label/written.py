"""Packages with writing on them, set in the fonts that ship with the program."""

from PIL import Image, ImageDraw, ImageFont

from core.paths import resources


def package(
    *lines: str,
    size: int = 44,
    at: tuple[int, int] = (60, 60),
    picture: tuple[int, int] = (600, 450),
    font: str = "Inter-SemiBold.otf",
) -> Image.Image:
    """A carton with lines of writing below one another."""
    image = Image.new("RGB", picture, (214, 226, 205))
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, picture[0] - 20, picture[1] - 20), fill=(246, 244, 235))
    letters = ImageFont.truetype(resources() / "fonts" / font, size)
    for number, line in enumerate(lines):
        draw.text((at[0], at[1] + number * size * 2), line, fill=(30, 60, 40), font=letters)
    return image


CHINESE = "NotoSansCJKsc-Bold.otf"
