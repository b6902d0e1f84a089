"""How light falls on a surface in the demo studio: one soft key light from the upper left, and fill.

Empirical shading (Lambert's cosine law plus highlights of a long soft box), not physics: it is meant to
look like a catalog picture and to be quick.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LIGHT = np.array([-0.5, 0.55, 0.67], np.float32) / np.float32(np.sqrt(0.5**2 + 0.55**2 + 0.67**2))
_HALFWAY = (_LIGHT + np.array([0, 0, 1], np.float32)) / np.float32(
    np.linalg.norm(_LIGHT + np.array([0, 0, 1], np.float32))
)


@dataclass(frozen=True, slots=True)
class Material:
    """What a surface does with light.

    Attributes:
        finish: ``band`` mirrors a tall soft box (cans, jars), ``spot`` a round one (fruit), ``metal``
            mirrors a whole studio, ``glass`` also darkens its edges, ``matte`` mirrors nothing.
        gloss: strength of the highlight, 0 to 1.
        contrast: how dark the side away from the light gets, 0 to 1.
    """

    finish: Literal["matte", "band", "spot", "metal", "glass"] = "matte"
    gloss: float = 0.0
    contrast: float = 0.45


PAPER = Material("matte", 0.0, 0.38)
SATIN = Material("band", 0.22, 0.42)
GLOSSY = Material("band", 0.55, 0.5)
METAL = Material("metal", 0.6, 0.55)
GLASS = Material("glass", 0.75, 0.35)


def _bump(value: Floats, centre: float, half_width: float, soft: float) -> Floats:
    """1 within ``half_width`` of ``centre``, falling to 0 over ``soft``."""
    edge = (half_width + soft - np.abs(value - centre)) / soft
    edge = np.clip(edge, 0, 1)
    return np.asarray(edge * edge * (3 - 2 * edge), np.float32)


def shade_and_glow(normal: Floats, material: Material) -> tuple[Floats, Floats]:
    """What the studio light does where a surface faces ``normal``.

    Args:
        normal: (n, 3) unit vectors; x to the right, y up, z towards the viewer.

    Returns:
        The factor on the surface's own colour, (n,), and the share of white laid over it, (n,).
    """
    nx, ny, nz = normal[:, 0], normal[:, 1], normal[:, 2]
    diffuse = np.clip(normal @ _LIGHT, -0.2, 1)
    rim = np.square(np.clip(1 - nz, 0, 1))
    right = np.clip(nx, 0, 1)
    # The last term is light thrown back by the white table: it reaches the dark side.
    shade: NDArray[np.floating] = 1.06 + material.contrast * (
        0.95 * diffuse - 0.95 - 0.12 * rim + 0.10 * right * right * right
    )
    glow: NDArray[np.floating] = np.zeros_like(nx)
    if material.finish == "band":
        tall = np.clip(1 - np.abs(ny) * 1.2, 0, 1)
        glow = (_bump(nx, -0.52, 0.07, 0.14) + 0.35 * _bump(nx, 0.80, 0.03, 0.08)) * tall
    elif material.finish == "spot":
        facing = np.clip(normal @ _HALFWAY, 0, 1)
        glow = facing**28 + 0.25 * facing**6
    elif material.finish == "metal":
        shade = shade * (0.93 + 0.21 * np.sin(nx * 7.5 + 0.6))
        glow = _bump(nx, -0.45, 0.05, 0.16) + 0.5 * _bump(nx, 0.62, 0.03, 0.10)
    elif material.finish == "glass":
        shade = shade - 0.30 * np.clip((np.abs(nx) - 0.72) / 0.28, 0, 1) ** 1.5
        shade = shade + 0.16 * _bump(nx, 0.28, 0.18, 0.35)
        glow = _bump(nx, -0.62, 0.05, 0.06) + 0.5 * _bump(nx, 0.72, 0.02, 0.05)
    return np.asarray(shade, np.float32), np.asarray(np.clip(glow, 0, 1) * material.gloss, np.float32)


def light_up(colour: Floats, normal: Floats, material: Material) -> Floats:
    """Colours (n, 3; 0 to 255) under the studio light; not yet rounded or clipped."""
    shade, glow = shade_and_glow(normal, material)
    lit = colour * (shade * (1 - glow))[:, None]
    lit += (255 * glow)[:, None]
    return np.asarray(lit, np.float32)
