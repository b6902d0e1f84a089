"""Cartons that differ in their small print alone, and how somebody holds one up."""

import numpy as np
from PIL import Image, ImageDraw

CARTONS = 6


def carton(seed: int) -> Image.Image:
    """A white carton with a blue band; which one it is shows in the small print alone."""
    generator = np.random.default_rng(seed)
    image = Image.new("RGB", (420, 420), (240, 240, 240))
    pencil = ImageDraw.Draw(image)
    pencil.rectangle((110, 40, 310, 400), fill="white", outline=(120, 120, 120), width=3)
    pencil.rectangle((110, 60, 310, 130), fill=(40, 70, 200))
    for _ in range(70):
        x, y = int(generator.integers(118, 290)), int(generator.integers(140, 385))
        pencil.rectangle(
            (x, y, x + int(generator.integers(3, 14)), y + int(generator.integers(3, 9))), "black"
        )
    return image


def held_up(image: Image.Image) -> Image.Image:
    """The carton as somebody holds it up: turned, smaller, darker."""
    turned = image.rotate(9, Image.Resampling.BICUBIC, fillcolor=(150, 140, 130))
    small = turned.resize((330, 330), Image.Resampling.BICUBIC)
    scene = Image.new("RGB", (460, 400), (150, 140, 130))
    scene.paste(small.point(lambda value: int(value * 0.8)), (70, 40))
    return scene
