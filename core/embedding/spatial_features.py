"""Where in a picture the network saw what: its features before they are averaged over the picture.

A session of its own over the exported model, opened when somebody first compares two pictures, so that
searches stay as quick as they are. Not every network has such features: then there is no map.
"""

import numpy as np
from numpy.typing import NDArray

from core.embedding.runtimes.onnx_runtime import cpu_session
from core.embedding.runtimes.onnx_session import OnnxSession
from core.embedding.runtimes.onnx_tap import pooled_tensors, with_outputs

_FEWEST_CELLS = 4
"""To a side: a coarser map would show nothing."""

Cells = NDArray[np.float32]
"""(n, channels, height, width)"""


class SpatialFeatures:
    """The features of one network by their place; see :func:`open_spatial_features`."""

    def __init__(self, session: OnnxSession, names: list[str]) -> None:
        self._session = session
        self._input = session.inputs[0]
        self._names = names

    def cells(self, batch: NDArray[np.float32]) -> tuple[Cells, ...]:
        """Features of pictures (n, 3, side, side): the last layer's, then finer ones if it has them."""
        found = self._session.run({self._input: batch}, self._names)
        return tuple(np.asarray(cells, np.float32) for cells in found)


def open_spatial_features(model: bytes) -> SpatialFeatures | None:
    """Open ``model``, the content of an exported network; None if it keeps no places."""
    names = pooled_tensors(model)
    if not names:
        return None
    session = cpu_session(with_outputs(model, names))
    sides = {name: _side(sizes) for name, sizes in session.outputs.items()}
    chosen = _last_and_finer([(name, sides[name]) for name in names if sides[name] >= _FEWEST_CELLS])
    return SpatialFeatures(session, chosen) if chosen else None


def _side(sizes: tuple[int, ...]) -> int:
    """Cells to a side of a tensor (n, channels, side, side); 0 for any other."""
    if len(sizes) != 4:
        return 0
    _count, channels, height, width = sizes
    return height if height == width and channels > height > 0 else 0


def _last_and_finer(layers: list[tuple[str, int]]) -> list[str]:
    """The last layer, and the last of those before it that has more cells."""
    if not layers:
        return []
    last, side = layers[-1]
    finer = [name for name, cells in layers if cells > side]
    return [last, *finer[-1:]]
