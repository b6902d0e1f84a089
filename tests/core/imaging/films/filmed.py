"""Films made here: a camera that pans along views, stands still, shakes."""

from collections.abc import Iterable
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageFilter

RATE = 10


def film(path: Path, frames: Iterable[Image.Image], *, codec: str = "mpeg4") -> Path:
    """Write frames, all of one size, ten a second, as a film of the kind that the ending says."""
    with av.open(path, "w") as container:
        stream = container.add_stream(codec, rate=RATE)
        assert isinstance(stream, av.VideoStream)
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = 4_000_000
        if codec == "libx265":
            stream.options = {"x265-params": "log-level=none"}
        pictures = [np.asarray(image) for image in frames]
        stream.height, stream.width = pictures[0].shape[:2]
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
    return path


def walk(views: Iterable[Image.Image], seconds: float = 1.0) -> list[Image.Image]:
    """The camera rests on each view for ``seconds``; on the way to it all is blurred."""
    frames: list[Image.Image] = []
    for view in views:
        frames += [view.filter(ImageFilter.GaussianBlur(6))] * 3
        frames += [view] * (round(seconds * RATE) - 3)
    return frames
