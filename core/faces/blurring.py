"""Faces made unrecognisable: what is left of one is a few soft blots.

A face is reduced to :data:`_BLOTS` means across and enlarged again, which nobody can turn back: what was
between them is not there any more. (A plain blur can be undone in part, and faces of 16 pixels are still
told apart by programs: R. McPherson et al., "Defeating Image Obfuscation with Deep Learning", 2016.)
"""

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from core.faces.detection import Face

_BLOTS = 5
_ROOM = 0.2
"""Of a face's sides, on each side of it: hair, ears and chin tell who somebody is, too."""
_EDGE = 0.06
"""How soft the patch's rim is, of its shorter side."""

_RIM = 0.2
"""Of a face's sides, on each side, what is not looked at when it is asked whether it is one."""
_SEEN, _FLAT = 24, 0.03
"""Pixels that the rest is looked at with, and the change, of its brightness, below which it is nobody's."""


def blur_faces(image: Image.Image, faces: Iterable[Face]) -> Image.Image:
    """A copy of an RGB picture in which nobody can be recognised by these faces."""
    blurred = image.copy()
    for face in faces:
        across, down = _ROOM * (face.right - face.left), _ROOM * (face.bottom - face.top)
        box = (
            max(0, int(face.left - across)),
            max(0, int(face.top - down)),
            min(image.width, int(face.right + across) + 1),
            min(image.height, int(face.bottom + down) + 1),
        )
        patch = blurred.crop(box)
        blurred.paste(_blots(patch), box[:2], _oval(patch.size))
    return blurred


def is_unrecognisable(image: Image.Image, face: Face) -> bool:
    """Whether blots are all that a face on an RGB picture is: the network sees a head there still.

    What counts is how much its middle changes within a sixth of its width, in shares of its brightness: 1 to
    1.5 % where it was blurred and stored, 11 % and more for a face, 7 % for one out of focus.
    """
    across, down = _RIM * (face.right - face.left), _RIM * (face.bottom - face.top)
    box = (face.left + across, face.top + down, face.right - across, face.bottom - down)
    middle = image.resize((_SEEN, _SEEN), Image.Resampling.BOX, box).convert("L")
    grey = np.asarray(middle, np.float64)
    soft = np.asarray(middle.filter(ImageFilter.GaussianBlur(_SEEN / 8)), np.float64)
    return float((grey - soft)[2:-2, 2:-2].std()) < _FLAT * max(float(grey.mean()), 1.0)


def _blots(patch: Image.Image) -> Image.Image:
    shorter = min(patch.size)
    size = tuple(max(1, round(side * _BLOTS / shorter)) for side in patch.size)
    return patch.resize((size[0], size[1]), Image.Resampling.BOX).resize(patch.size, Image.Resampling.BICUBIC)


def _oval(size: tuple[int, int]) -> Image.Image:
    """Opaque in an oval that reaches past the face itself, and fading towards the patch's rim."""
    soft = max(1.0, _EDGE * min(size))
    wide = _ellipse(size, 2 * soft).filter(ImageFilter.GaussianBlur(soft))
    return ImageChops.lighter(wide, _ellipse(size, 0.75 * _ROOM / (1 + 2 * _ROOM) * min(size)))


def _ellipse(size: tuple[int, int], inset: float) -> Image.Image:
    mask = Image.new("L", size, 0)
    edges = (inset, inset, max(inset, size[0] - 1 - inset), max(inset, size[1] - 1 - inset))
    ImageDraw.Draw(mask).ellipse(edges, fill=255)
    return mask
