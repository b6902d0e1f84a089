"""Photos as they might have been taken: another crop, light, sharpness, a finger before the lens.

Whole batches of tensors are changed at once, which on a processor is many times quicker than a picture at a
time. Hue is hardly touched: red and yellow peppers are two products. Imports torch.
"""

import math
from dataclasses import dataclass

import torch
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How far photos are changed.

    Attributes:
        area: least and most share of the picture that a crop keeps.
        aspect: widest crop's width through its height; the narrowest is its inverse.
        turn: most degrees that a picture is turned either way.
        light: most by which brightness, contrast and saturation are multiplied or divided, less one.
        cast: the same for each colour channel on its own.
        blur: share of the pictures that are blurred.
        erased: share of the pictures that lose a rectangle of up to a quarter of their area.
    """

    area: tuple[float, float] = (0.25, 1.0)
    aspect: float = 4 / 3
    turn: float = 12.0
    light: float = 0.35
    cast: float = 0.06
    blur: float = 0.15
    erased: float = 0.25


def augment(
    pictures: torch.Tensor, side: int, recipe: Augmentation, generator: torch.Generator
) -> torch.Tensor:
    """Squares on 0…255, (n, 3, s, s) uint8, to changed ones on 0…1, (n, 3, side, side) float32."""
    cropped = _random_crops(pictures.float().div_(255), side, recipe, generator)
    lit = _random_light(cropped, recipe, generator)
    return _erase(_blur(lit, recipe, generator), recipe, generator)


def _uniform(count: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    return torch.empty(count).uniform_(low, high, generator=generator)


def _factors(count: int, most: float, generator: torch.Generator) -> torch.Tensor:
    """Factors (n, 1, 1, 1), as likely to halve as to double."""
    spread = math.log1p(most)
    return _uniform(count, -spread, spread, generator).exp().view(-1, 1, 1, 1)


def _random_crops(
    pictures: torch.Tensor, side: int, recipe: Augmentation, generator: torch.Generator
) -> torch.Tensor:
    """A random rectangle of each, turned, mirrored or not, resized by one bilinear look-up."""
    count = len(pictures)
    area = _uniform(count, *recipe.area, generator)
    stretch = math.log(recipe.aspect) / 2
    ratio = _uniform(count, -stretch, stretch, generator).exp()
    width, height = (area.sqrt() * ratio).clamp(max=1), (area.sqrt() / ratio).clamp(max=1)
    left = _uniform(count, -1, 1, generator) * (1 - width)
    top = _uniform(count, -1, 1, generator) * (1 - height)
    angle = _uniform(count, -math.radians(recipe.turn), math.radians(recipe.turn), generator)
    mirror = _uniform(count, -1, 1, generator).sign()
    rows = (
        torch.stack([width * angle.cos() * mirror, -height * angle.sin(), left], dim=1),
        torch.stack([width * angle.sin() * mirror, height * angle.cos(), top], dim=1),
    )
    places = functional.affine_grid(torch.stack(rows, dim=1), [count, 3, side, side], align_corners=False)
    return functional.grid_sample(pictures, places, padding_mode="reflection", align_corners=False)


def _random_light(pictures: torch.Tensor, recipe: Augmentation, generator: torch.Generator) -> torch.Tensor:
    """Saturation, contrast, brightness and a cast of colour, in this order."""
    count = len(pictures)
    grey = pictures.mean(dim=1, keepdim=True)
    pictures = grey + (pictures - grey) * _factors(count, recipe.light, generator)
    middle = grey.mean(dim=(2, 3), keepdim=True)
    pictures = middle + (pictures - middle) * _factors(count, recipe.light, generator)
    channels = _factors(count * 3, recipe.cast, generator).view(count, 3, 1, 1)
    return (pictures * (channels * _factors(count, recipe.light, generator))).clamp_(0, 1)


def _blur(pictures: torch.Tensor, recipe: Augmentation, generator: torch.Generator) -> torch.Tensor:
    """Some pictures out of focus: made small and large again."""
    chosen = _uniform(len(pictures), 0, 1, generator) < recipe.blur
    if not chosen.any():
        return pictures
    share = float(_uniform(1, 0.35, 0.7, generator))
    size = pictures.shape[-1]
    small = functional.interpolate(
        pictures[chosen], scale_factor=share, mode="bilinear", antialias=True, align_corners=False
    )
    pictures[chosen] = functional.interpolate(small, size=(size, size), mode="bilinear", align_corners=False)
    return pictures


def _erase(pictures: torch.Tensor, recipe: Augmentation, generator: torch.Generator) -> torch.Tensor:
    """Something stands before some pictures: a rectangle of one colour."""
    chosen = (_uniform(len(pictures), 0, 1, generator) < recipe.erased).nonzero().flatten().tolist()
    side = pictures.shape[-1]
    for number in chosen:
        high, wide = (_uniform(2, 0.15, 0.5, generator) * side).long().tolist()
        top, left = (
            int(torch.randint(0, side - length + 1, (1,), generator=generator)) for length in (high, wide)
        )
        pictures[number, :, top : top + high, left : left + wide] = _uniform(3, 0, 1, generator).view(3, 1, 1)
    return pictures


def mix(
    pictures: torch.Tensor, wanted: torch.Tensor, generator: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Put a square of another picture into each, and mix what is wanted by the shares of the area.

    CutMix (S. Yun et al., 2019): no single corner of a product may decide what it is.

    Args:
        pictures: (n, 3, side, side).
        wanted: (n, k), each row adds up to one.
    """
    side = pictures.shape[-1]
    size = int(side * math.sqrt(float(_uniform(1, 0, 1, generator))))
    top, left = (int(torch.randint(0, side - size + 1, (1,), generator=generator)) for _ in range(2))
    other = torch.randperm(len(pictures), generator=generator)
    mixed = pictures.clone()
    mixed[:, :, top : top + size, left : left + size] = pictures[
        other, :, top : top + size, left : left + size
    ]
    share = size * size / (side * side)
    return mixed, wanted * (1 - share) + wanted[other] * share
