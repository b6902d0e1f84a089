"""How often moderation is wrong about a real shop's photos, and what it sees of what is pasted over them.

    python benchmarks/moderation.py GROCERY_FOLDER [--every 8] [--only false-alarms|hits]

False alarms: every so-many-th photo of the folder is looked at by each detector; nobody pasted anything over
them, so whatever is told is wrong, but for what a package really says. Told are photos with a finding, from
each threshold on. Hits: rows of words, and QR codes, are pasted over photos brought to the size of a web
shop's, in three sizes and on two grounds, stored as JPEG of quality 85; a hit is a finding of the right kind
that reaches the program's own threshold. There are no nude pictures here: of those only false alarms can be
measured.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.moderation.thresholds import DEFAULT
from core.finding import Finding, FindingKind
from core.imaging.decode import decode_bytes, decode_file
from core.moderation.codes import CodeDetector
from core.moderation.detector import Detector
from core.moderation.given import findings_in
from core.moderation.looked_at import LookedAt
from core.moderation.nudity import NudityDetector
from core.moderation.writing.contacts import contacts_in
from core.moderation.writing.detector import WritingDetector
from core.moderation.writing.forbidden_words import Words
from core.moderation.writing.offers import offers_in
from core.moderation.writing.word_lists import LANGUAGES, program_words
from core.paths import resources
from core.shop.opening import open_shop
from core.shop.shop import Shop

MARKS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SIDE = 800
HEIGHTS = {"large": 0.07, "middle": 0.045, "small": 0.03}
"""Of the letters, in heights of the picture."""
CODE_SIDES = (0.08, 0.1, 0.15, 0.25)
PASTED = (
    (FindingKind.CONTACT, "电话：13812345678"),
    (FindingKind.CONTACT, "Tel 020-123 45 67"),
    (FindingKind.CONTACT, "+44 7911 123456"),
    (FindingKind.CONTACT, "微信：shopkeeper88"),
    (FindingKind.CONTACT, "QQ: 123456789"),
    (FindingKind.CONTACT, "WhatsApp +86 138 1234 5678"),
    (FindingKind.CONTACT, "加V abc_123456"),
    (FindingKind.CONTACT, "www.my-shop.com"),
    (FindingKind.CONTACT, "shop123.taobao.com"),
    (FindingKind.CONTACT, "joe.shop@example.com"),
    (FindingKind.WORD, "¥19.9 包邮"),
    (FindingKind.WORD, "50% OFF"),
    (FindingKind.WORD, "Free shipping"),
    (FindingKind.WORD, "全场5折 限时抢购"),
    (FindingKind.WORD, "国家级品质"),
    (FindingKind.WORD, "最佳口味"),
    (FindingKind.WORD, "销量第一"),
    (FindingKind.WORD, "eco-friendly"),
)


def main() -> int:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("grocery", type=Path)
    parser.add_argument("--every", type=int, default=8)
    parser.add_argument("--only", choices=("false-alarms", "hits"))
    arguments = parser.parse_args()
    photos = sorted(arguments.grocery.rglob("*.jpg"))[:: arguments.every]
    with (
        tempfile.TemporaryDirectory(prefix="snapshelf-bench-") as folder,
        open_shop(Path(folder) / "shop", create=True, device="cpu") as shop,
    ):
        if arguments.only != "hits":
            false_alarms(shop, photos)
        if arguments.only != "false-alarms":
            hits(shop, [photo for photo in photos if "Packages" in photo.parts])
    return 0


def false_alarms(shop: Shop, photos: list[Path]) -> None:
    """Photos with a finding of each kind, from each mark on."""
    detectors: list[Detector] = [NudityDetector(), CodeDetector(), *writing(shop)]
    best: dict[str, list[float]] = {one.name: [] for one in detectors}
    seconds: dict[str, float] = defaultdict(float)
    told: list[tuple[float, str, str]] = []
    for photo in photos:
        picture = LookedAt(shop, str(photo), decode_file(photo))
        started = time.process_time()
        assert picture.lines is not None
        seconds["reading"] += time.process_time() - started
        for detector in detectors:
            started = time.process_time()
            findings = detector.find(picture)
            seconds[detector.name] += time.process_time() - started
            best[detector.name].append(max((one.score for one in findings), default=0.0))
            told += [(one.score, photo.name, str(one.text)) for one in findings if is_told((one,), one.kind)]
    print(f"False alarms among {len(photos)} photos, from each score on")
    print("| |", " | ".join(map(str, MARKS)), "| ms of a core a photo |")
    for name, scores in best.items():
        counted = [sum(score >= mark for score in scores) for mark in MARKS]
        print(f"| {name} |", " | ".join(map(str, counted)), f"| {1000 * seconds[name] / len(photos):.0f} |")
    print(f"reading {1000 * seconds['reading'] / len(photos):.0f} ms of a core a photo")
    for score, name, text in sorted(told, reverse=True):
        print(f"  told {score:.2f} {name} {text}")


def hits(shop: Shop, photos: list[Path]) -> None:
    """What is seen of what is pasted over photos."""
    draw = random.Random(7)
    seen: dict[str, list[bool]] = defaultdict(list)
    detectors = writing(shop)
    for number, (kind, words) in enumerate(PASTED):
        for size, height in HEIGHTS.items():
            for ground in (True, False):
                chosen = photos[(7 * number + len(seen)) % len(photos)]
                image = with_words(large(chosen), words, height, on_strip=ground, draw=draw)
                hit = is_told(findings_in(detectors, LookedAt(shop, words, image)), kind)
                seen[f"{size}, {'on a strip' if ground else 'on the picture'}"].append(hit)
                seen[words].append(hit)
    for side in CODE_SIDES:
        for number in range(20):
            photo, address = large(photos[number % len(photos)]), f"https://example.com/s/{number}"
            image = with_code(photo, address, side, draw)
            hit = is_told(findings_in([CodeDetector()], LookedAt(shop, "code", image)), FindingKind.CODE)
            seen[f"code, {side:.0%} of the width"].append(hit)
    print("Seen of what is pasted over photos")
    for name, counted in seen.items():
        print(f"| {name} | {sum(counted)} of {len(counted)} |")


def writing(shop: Shop) -> list[WritingDetector]:
    """The detectors of what is written, with the program's own lists."""
    words = Words([word for language in LANGUAGES for word in program_words(language)])
    reader = shop.label_reader
    return [
        WritingDetector("contacts", "", FindingKind.CONTACT, reader, contacts_in, contacts_in),
        WritingDetector("offers", "", FindingKind.WORD, reader, offers_in, offers_in),
        WritingDetector("words", "", FindingKind.WORD, reader, words.words_in, words.words_in),
    ]


def is_told(findings: tuple[Finding, ...], kind: FindingKind) -> bool:
    """Whether anything of a kind reaches the program's threshold."""
    least = DEFAULT[kind]
    return least is not None and any(one.kind is kind and one.score >= least for one in findings)


def large(photo: Path) -> Image.Image:
    """A photo as a web shop shows it."""
    return decode_file(photo).resize((SIDE, SIDE), Image.Resampling.BICUBIC)


def with_words(
    image: Image.Image, words: str, height: float, *, on_strip: bool, draw: random.Random
) -> Image.Image:
    """Words anywhere on a picture: black on a white strip, or white with a black edge on what is there."""
    font = ImageFont.truetype(resources() / "fonts" / "NotoSansCJKsc-Bold.otf", round(height * SIDE))
    pencil = ImageDraw.Draw(image)
    left, top, right, bottom = pencil.textbbox((0, 0), words, font=font)
    x = draw.uniform(10, max(11.0, SIDE - (right - left) - 10))
    y = draw.uniform(10, SIDE - (bottom - top) - 20)
    if on_strip:
        pencil.rectangle((x - 6, y + top - 6, x + right + 6, y + bottom + 6), fill="white")
        pencil.text((x, y), words, font=font, fill="black")
    else:
        pencil.text((x, y), words, font=font, fill="white", stroke_width=2, stroke_fill="black")
    return stored(image)


def with_code(image: Image.Image, text: str, side: float, draw: random.Random) -> Image.Image:
    """A QR code anywhere on a picture."""
    import zxingcpp

    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(made, scale=8))).convert("RGB")
    pixels = round(side * SIDE)
    place = (draw.randrange(SIDE - pixels), draw.randrange(SIDE - pixels))
    image.paste(code.resize((pixels, pixels), Image.Resampling.BILINEAR), place)
    return stored(image)


def stored(image: Image.Image) -> Image.Image:
    """A picture as it comes out of a JPEG file."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return decode_bytes(buffer.getvalue(), name="pasted")


if __name__ == "__main__":
    sys.exit(main())
