"""A picture to what is written on it."""

from PIL import Image

from core.label.detection import find_lines
from core.label.lines import Line
from core.label.networks import LabelNetworks
from core.label.recognition import read_strips, strips_of

READER = "PP-OCRv4-v6/1"
"""Changes when the same picture may be read otherwise: photos are then read again."""
MOST_LINES = 40
"""Of a picture with more lines the largest are read: a leaflet must not keep a counter waiting."""
READABLE = 0.5
"""Least confidence of a line that is kept."""


def read_lines(networks: LabelNetworks, image: Image.Image, *, most: int = MOST_LINES) -> tuple[Line, ...]:
    """What is written on an upright RGB picture, the largest first; at most ``most`` lines.

    The time it takes grows with the writing, not with the picture, and is bounded by ``most``.
    """
    places = find_lines(networks.detect, image, most=most)
    if not places:
        return ()
    strips = [strips_of(image, place) for place in places]
    owners = [number for number, own in enumerate(strips) for _strip in own]
    texts = read_strips(networks.recognise, networks.alphabet, [strip for own in strips for strip in own])
    best: dict[int, tuple[str, float]] = {}
    for owner, (text, confidence) in zip(owners, texts, strict=True):
        if text.strip() and confidence > best.get(owner, ("", READABLE))[1]:
            best[owner] = (text.strip(), confidence)
    return tuple(
        Line(text, places[owner].corners(), confidence) for owner, (text, confidence) in sorted(best.items())
    )
