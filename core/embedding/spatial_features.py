"""Where in a picture the network saw what: its features before they are averaged over the picture.

A session of its own over the exported model, opened when somebody first compares two pictures, so that
searches stay as quick as they are. Not every network has such features: then there is no map.
"""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from core.embedding.runtimes.onnx_tap import pooled_tensors, with_outputs
from core.embedding.runtimes.processor import usable_cores

_ERRORS_ONLY = 3
_FEWEST_CELLS = 4
"""To a side: a coarser map would show nothing."""

Cells = NDArray[np.float32]
"""(n, channels, height, width)"""


class SpatialFeatures:
    """The features of one network by their place; see :func:`open_spatial_features`."""

    def __init__(self, session: Any, names: list[str]) -> None:
        self._session = session
        self._input = session.get_inputs()[0].name
        self._names = names

    def cells(self, batch: NDArray[np.float32]) -> tuple[Cells, ...]:
        """Features of pictures (n, 3, side, side): the last layer's, then finer ones if it has them."""
        found = self._session.run(self._names, {self._input: batch})
        return tuple(np.asarray(cells, np.float32) for cells in found)


def open_spatial_features(model: bytes) -> SpatialFeatures | None:
    """Open ``model``, the content of an exported network; None if it keeps no places."""
    import onnxruntime

    names = pooled_tensors(model)
    if not names:
        return None
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(_ERRORS_ONLY)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _ERRORS_ONLY
    options.intra_op_num_threads = usable_cores()
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        with_outputs(model, names), options, providers=["CPUExecutionProvider"]
    )
    sides = {output.name: _side(output.shape) for output in session.get_outputs()}
    chosen = _last_and_finer([(name, sides[name]) for name in names if sides[name] >= _FEWEST_CELLS])
    return SpatialFeatures(session, chosen) if chosen else None


def _side(shape: list[object]) -> int:
    """Cells to a side of a tensor (n, channels, side, side); 0 for any other."""
    if len(shape) != 4 or not all(isinstance(size, int) for size in shape[1:]):
        return 0
    channels, height, width = cast("list[int]", shape[1:])
    return height if height == width and channels > height else 0


def _last_and_finer(layers: list[tuple[str, int]]) -> list[str]:
    """The last layer, and the last of those before it that has more cells."""
    if not layers:
        return []
    last, side = layers[-1]
    finer = [name for name, cells in layers if cells > side]
    return [last, *finer[-1:]]
