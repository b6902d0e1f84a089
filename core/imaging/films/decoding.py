"""The sharpest frame of each half second of a film, by FFmpeg's decoders. Runs in a child process alone.

A film is hostile input as a picture is, and its decoders are many: only files that hold a film themselves are
taken. Playlists and the like, which would make FFmpeg open what they name, here or over a network, are no
films; nothing but the open file is ever read (``protocol_whitelist``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import KnownError
from core.files.hostile import require_plain_file
from core.imaging.films.frame import Frame, Passed
from core.imaging.films.packets import frames_worth_a_look
from core.imaging.films.sharpness import SHARPNESS_SIDE, SharpEnough, sharpness
from core.messages import message

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

MAX_BYTES = 8 * 2**30
MAX_PIXELS = 36_000_000
"""Of one frame: 8K, in which nobody films a shelf, has 33 million."""
MAX_SECONDS = 45 * 60
MAX_FRAMES = MAX_SECONDS * 60
"""Frames that are decoded at most, whatever the film says of its length."""
WINDOW_SECONDS = 0.5
_USUAL_RATE = 30
"""Frames a second of a film that does not say."""

_Grey = NDArray[np.uint8]

_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo"


@dataclass(frozen=True, slots=True, eq=False)
class _Best:
    """The sharpest frame of a window so far, when it is shown, and how sharp its small grey picture is."""

    frame: "VideoFrame"
    seconds: float
    value: float
    grey: _Grey


def film_frames(path: Path, max_side: int, *, closely: bool = False) -> Iterator[Frame]:
    """The sharpest frame of each half second that is sharp, upright RGB of ``max_side`` pixels at most.

    Where key frames are no more than a second apart only they are looked at, unless they are blurred.

    Args:
        closely: look at what lies between key frames too; takes several times as long.

    Raises:
        KnownError: as :func:`looked_through`.
    """
    for seen in looked_through(path, max_side, closely=closely):
        if isinstance(seen, Frame):
            yield seen


def looked_through(path: Path, max_side: int, *, closely: bool) -> Iterator[Frame | Passed]:
    """As :func:`film_frames`, and where it is while it finds nothing sharp.

    Raises:
        KnownError: it is no film that can be read, too large or too long, or it breaks off before its first
            half second.
    """
    try:
        import av
    except ImportError as error:
        raise KnownError(
            message(
                "core", "“{name}” is a film, which this program cannot read: take single photos instead."
            ),
            name=path.name,
        ) from error
    found = False
    try:
        with _opened(path) as file, _container(file, path) as container:
            for seen in _sharpest(container, path, max_side, closely=closely):
                found = True
                yield seen
    except (av.FFmpegError, OSError, ValueError, MemoryError) as error:
        if not found:  # what breaks off later has shown what it has
            raise broken(path) from error


def broken(path: Path) -> KnownError:
    """It is no film, or one that was cut off."""
    return KnownError(
        message("core", "“{name}” is no film that can be read, or damaged: copy it again or film again."),
        name=path.name,
    )


def _opened(path: Path) -> BinaryIO:
    require_plain_file(path)
    if path.stat().st_size > MAX_BYTES:
        raise KnownError(
            message("core", "“{name}” is larger than {limit} GB: film in shorter pieces."),
            name=path.name,
            limit=MAX_BYTES // 2**30,
        )
    return path.open("rb")


def _container(file: BinaryIO, path: Path) -> "InputContainer":
    import av

    container = av.open(
        file,
        "r",
        container_options={"format_whitelist": _FORMATS, "protocol_whitelist": "none"},
        metadata_errors="replace",
    )
    # Of a codec that FFmpeg has no decoder for there is no context, whatever the types say.
    if not container.streams.video or getattr(container.streams.video[0], "codec_context", None) is None:
        raise broken(path)
    seconds = (container.duration or 0) / av.time_base
    if seconds > MAX_SECONDS:
        raise KnownError(
            message("core", "“{name}” is longer than {limit} minutes: film in shorter pieces."),
            name=path.name,
            limit=MAX_SECONDS // 60,
        )
    return container


def _sharpest(
    container: "InputContainer", path: Path, max_side: int, *, closely: bool
) -> Iterator[Frame | Passed]:
    stream = container.streams.video[0]
    if stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
        raise _too_large(path)
    total = (container.duration or 0) / 1_000_000
    is_sharp = SharpEnough()
    best: _Best | None = None
    window = -1
    seconds = 0.0
    measured: tuple[VideoFrame, _Grey, float] | None = None

    def measure(frame: "VideoFrame") -> tuple[_Grey, float]:
        nonlocal measured
        if measured is None or measured[0] is not frame:  # a key frame is asked for twice
            grey = _grey(frame)
            measured = frame, grey, sharpness(grey)
        return measured[1:]

    def is_good(frame: "VideoFrame") -> bool:
        if not _fits(frame) or frame.is_corrupt:
            return False
        grey, value = measure(frame)
        return is_sharp.would(value, grey)

    frames = frames_worth_a_look(container, stream, is_good, closely=closely)
    for number, frame in enumerate(frames):
        if number >= MAX_FRAMES:
            break
        if not _fits(frame):
            raise _too_large(path)
        if frame.is_corrupt:
            continue
        seconds = _seconds(frame, stream, seconds)
        if int(seconds / WINDOW_SECONDS) != window:
            if best is not None and is_sharp(best.value, best.grey):
                yield _as_frame(best, total, max_side)
            elif window >= 0:
                yield Passed(round(1000 * window * WINDOW_SECONDS), round(1000 * total))
            best, window = None, int(seconds / WINDOW_SECONDS)
        grey, value = measure(frame)
        if value > (best.value if best is not None else 0.0):
            best = _Best(frame, seconds, value, grey)
    if best is not None and is_sharp(best.value, best.grey):
        yield _as_frame(best, total, max_side)


def _seconds(frame: "VideoFrame", stream: "VideoStream", before: float) -> float:
    """When a frame is shown, at least ``before``.

    A frame that is drained from the decoder knows its place, but not its unit; a damaged one knows a wrong
    one, and in films that were put together the second begins anew.
    """
    if frame.pts is not None and stream.time_base:
        told = float((frame.pts - (stream.start_time or 0)) * stream.time_base)
        if before <= told <= MAX_SECONDS:
            return told
    return before + 1 / max(1.0, float(stream.average_rate or _USUAL_RATE))


def _fits(frame: "VideoFrame") -> bool:
    return frame.width * frame.height <= MAX_PIXELS


def _grey(frame: "VideoFrame") -> _Grey:
    width, height = _bounded(frame.width, frame.height, SHARPNESS_SIDE)
    small = frame.reformat(max(3, width), max(3, height), "gray", interpolation="AREA")
    return np.asarray(small.to_ndarray(), np.uint8)


def _as_frame(best: _Best, total: float, max_side: int) -> Frame:
    frame = best.frame
    width, height = _bounded(frame.width, frame.height, max_side)
    pixels = frame.to_ndarray(format="rgb24", width=width, height=height)
    image = Image.fromarray(pixels)
    turned = image.rotate(frame.rotation, expand=True) if frame.rotation % 90 == 0 else image
    lies = frame.rotation % 180 == 90
    full_size = (frame.height, frame.width) if lies else (frame.width, frame.height)
    return Frame(turned, round(1000 * best.seconds), round(1000 * total), full_size)


def _bounded(width: int, height: int, side: int) -> tuple[int, int]:
    share = min(1.0, side / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def _too_large(path: Path) -> KnownError:
    return KnownError(
        message("core", "The frames of “{name}” are too large: film in 4K or less."), name=path.name
    )
