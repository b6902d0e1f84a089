"""How often writing laid over a product is found, and how often a package's own print is taken for it.

    python benchmarks/watermarks.py GROCERY_FOLDER [--every 20] [--first 0]

Every so-many-th photo of packages is brought to 800 pixels and read as it is: whatever is told is wrong. Then
marks are laid over it, white, black and grey, in three sizes and four opacities, straight or slanting, stored
as JPEG of quality 85. Counted are marks that the reader reads at all (a quarter of their letters in a row),
of those the ones that are told, and the ones that are told by what shines through them alone.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.moderation import large, stored
from core.label.lines import Line
from core.moderation.quality.watermark import laid_over, shining_through
from core.paths import resources
from core.shop.opening import open_shop

MARKS = (
    "SAMPLE",
    "© my-shop",
    "样品图 请勿盗用",
    "Wangs Grocery",
    "版权所有",
    "do not copy",
    "王记小店",
    "Nordic Foods",
)
HEIGHTS, OPACITIES, ANGLES = (0.05, 0.08, 0.12), (0.25, 0.35, 0.5, 0.65), (0, 0, 0, 25, -25)
COLOURS = {"white": (255, 255, 255), "black": (0, 0, 0), "grey": (128, 128, 128)}


def main() -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("grocery", type=Path)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    arguments = parser.parse_args()
    photos = [path for path in sorted(arguments.grocery.rglob("*.jpg")) if "Packages" in path.parts]
    photos = photos[arguments.first :: arguments.every]
    draw, counted = random.Random(11), Counter[str]()
    with (
        tempfile.TemporaryDirectory(prefix="snapshelf-bench-") as folder,
        open_shop(Path(folder) / "shop", create=True, device="cpu") as shop,
    ):
        read = shop.label_reader.read
        for photo in photos:
            image = large(photo)
            lines = read(image)
            counted["lines as they are"] += len(lines)
            counted["photos told wrongly"] += laid_over(image, lines)[0] >= 0.5
            for colour, rgb in COLOURS.items():
                words = draw.choice(MARKS)
                marked = with_mark(image, words, rgb, draw)
                found = [line for line in read(marked) if is_part(line, words)]
                counted[f"{colour}: laid over"] += 1
                counted[f"{colour}: read"] += bool(found)
                counted[f"{colour}: told"] += laid_over(marked, found)[0] >= 0.5
                shines = any(shining_through(marked, line.corners) is not None for line in found)
                counted[f"{colour}: told by what shines through"] += shines
    print(f"{len(photos)} photos")
    for name, count in counted.items():
        print(f"| {name} | {count} |")
    return 0


def is_part(line: Line, words: str) -> bool:
    """Whether a line is what was laid over, or a quarter of it at least."""
    read, whole = ("".join(text.casefold().split()) for text in (line.text, words))
    common = SequenceMatcher(None, read, whole).find_longest_match().size
    return common >= max(2, 0.25 * len(whole)) and common >= 0.5 * len(read)


def with_mark(
    image: Image.Image, words: str, colour: tuple[int, int, int], draw: random.Random
) -> Image.Image:
    """Words laid over the middle of a picture."""
    height, opacity, angle = draw.choice(HEIGHTS), draw.choice(OPACITIES), draw.choice(ANGLES)
    font = ImageFont.truetype(resources() / "fonts" / "NotoSansCJKsc-Bold.otf", round(height * image.height))
    left, top, right, bottom = (round(side) for side in font.getbbox(words))
    mask = Image.new("L", (right - left + 8, bottom - top + 8), 0)
    ImageDraw.Draw(mask).text((4 - left, 4 - top), words, font=font, fill=round(255 * opacity))
    mask = mask.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    place = (
        (image.width - mask.width) // 2 + draw.randrange(-60, 61),
        (image.height - mask.height) // 2 + draw.randrange(-60, 61),
    )
    marked = image.copy()
    marked.paste(Image.new("RGB", mask.size, colour), place, mask)
    return stored(marked)


if __name__ == "__main__":
    sys.exit(main())
