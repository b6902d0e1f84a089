"""What a line of writing says: a strip cut from the picture, the recogniser's probabilities, letters.

The recogniser gives the probability of each character, or of none, for every few columns of the strip.
What is likeliest at each, repetitions drawn together and nones left out, is the text: best-path decoding of
"Connectionist Temporal Classification" (A. Graves et al., ICML 2006).
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.label.rectangles import Rectangle

HEIGHT = 48
"""Pixels of a strip for the recogniser."""
LONGEST = 24
"""A strip is at most so many times as wide as it is high; what is longer is pressed together."""
TALL = 1.5
"""What is so many times as high as it is wide is a line that runs up or down the picture."""
BATCH = 8


Recogniser = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""The network: strips of shape (n, 3, 48, w) to probabilities of shape (n, steps, 1 + characters)."""


def strips_of(image: Image.Image, place: Rectangle) -> list[Image.Image]:
    """The writing at a place, 48 pixels high; a line that runs up or down in both directions."""
    width, height = max(1.0, place.width), max(1.0, place.height)
    (left, top), _right, _end, _below = place.corners()
    right, down = place.along, np.array([-place.along[1], place.along[0]])
    size = (max(1, round(width)), max(1, round(height)))
    step_x, step_y = width / size[0], height / size[1]
    # Where each pixel of the strip comes from: x = a·i + b·j + c, y = d·i + e·j + f.
    origin = (right[0] * step_x, down[0] * step_y, left, right[1] * step_x, down[1] * step_y, top)
    cut = image.transform(size, Image.Transform.AFFINE, origin, Image.Resampling.BICUBIC)
    if height < TALL * width:
        return [_strip(cut)]
    return [_strip(cut.transpose(turn)) for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)]


def _strip(cut: Image.Image) -> Image.Image:
    width = min(LONGEST * HEIGHT, max(HEIGHT // 3, round(cut.width * HEIGHT / cut.height)))
    return cut.resize((width, HEIGHT), Image.Resampling.BICUBIC)


def read_strips(
    recogniser: Recogniser, alphabet: Sequence[str], strips: Sequence[Image.Image]
) -> list[tuple[str, float]]:
    """The text on each strip and its confidence; empty where nothing was read.

    Args:
        alphabet: the character of each of the recogniser's classes but the first, which is "none".
    """
    found: list[tuple[str, float]] = [("", 0.0)] * len(strips)
    order = sorted(range(len(strips)), key=lambda place: strips[place].width)
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        widest = max(strips[place].width for place in places)
        batch = np.zeros((len(places), 3, HEIGHT, widest), np.float32)
        for row, place in enumerate(places):
            batch[row, :, :, : strips[place].width] = _as_input(strips[place])
        for place, probabilities in zip(places, recogniser(batch), strict=True):
            found[place] = decoded(probabilities, alphabet)
    return found


def _as_input(strip: Image.Image) -> NDArray[np.float32]:
    """An RGB strip as the recogniser was taught: (3, 48, w), blue first, from -1 to 1."""
    pixels = np.asarray(strip, np.float32)[:, :, ::-1]
    return (pixels / 127.5 - 1.0).transpose(2, 0, 1)


def decoded(probabilities: NDArray[np.float32], alphabet: Sequence[str]) -> tuple[str, float]:
    """The likeliest text of probabilities (steps, 1 + characters), and the mean of those it was made of."""
    best = probabilities.argmax(axis=1)
    changes = np.append(True, best[1:] != best[:-1])
    kept = np.flatnonzero(changes & (best > 0))
    if not len(kept):
        return "", 0.0
    text = "".join(alphabet[number - 1] for number in best[kept].tolist())
    return text, float(probabilities[kept, best[kept]].mean())
