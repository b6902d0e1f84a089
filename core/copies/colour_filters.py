"""Whether the colours of one picture are those of another under one filter: grey, sepia, a tint, contrast.

A filter does the same to every part. Here it is one that makes each pixel lighter, its channels by their own
measure, and more or less colourful, but never turns a colour into its opposite; what becomes too light or
dark is burnt. A label that is red on one package and blue on the other is no filter's work; but a shirt on
white that is sold in blue and in grey could be, so that nothing is said of a picture that has but one hue.
"""

import numpy as np
from numpy.typing import NDArray

_DARKEST, _LIGHTEST = 6, 249
"""Beyond, a colour may be burnt, and tells nothing of the filter."""
_LEAST_BLOCKS = 12
_LEAST_HUES = 4.0
"""Of 255: how far colours spread along the direction in which they spread second most."""

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""How light each channel is: ITU-R BT.601."""

Colours = NDArray[np.float32]
Filter = NDArray[np.float64]
"""Seven numbers: each channel's own share of the light, its shift, and how much of the colour is left."""


def find_filter(photo: Colours, picture: Colours) -> Filter | None:
    """The filter that brings the colours of ``photo`` (n, 3) nearest to those of ``picture``.

    None where that says nothing: the photo has but one hue, or too much of the picture is burnt.
    """
    whole = ((picture > _DARKEST) & (picture < _LIGHTEST)).all(axis=1)
    if whole.sum() < _LEAST_BLOCKS or _second_hue(photo) < _LEAST_HUES:
        return None
    rows, wanted = _features(photo[whole]).reshape(-1, 7), picture[whole].ravel()
    found = np.asarray(np.linalg.lstsq(rows, wanted, rcond=None)[0], np.float64)
    if found[6] < 0:  # an opposite colour: as little of the colours as there can be
        found = np.append(np.linalg.lstsq(rows[:, :6], wanted, rcond=None)[0], 0.0)
    return found


def _second_hue(photo: Colours) -> float:
    """How far the colours of (n, 3) spread, without their light, along the second direction."""
    hues = photo - (photo @ _LUMA)[:, None]
    return float(np.linalg.svd(hues, compute_uv=False)[1] / np.sqrt(len(hues)))


def under_filter(photo: Colours, found: Filter) -> Colours:
    """Colours (n, 3) as the filter leaves them."""
    under: Colours = np.clip(_features(photo) @ found, 0, 255).astype(np.float32)
    return under


def _features(photo: Colours) -> NDArray[np.float64]:
    """What a filter weighs, (n, 3 channels, 7)."""
    light = photo @ _LUMA
    features = np.zeros((len(photo), 3, 7))
    for channel in range(3):
        features[:, channel, channel] = light
        features[:, channel, 3 + channel] = 1
    features[:, :, 6] = photo - light[:, None]
    return features
