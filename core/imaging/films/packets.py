"""A film's packets to the few frames that are worth a look: most are never decoded.

A key frame stands for itself, every other frame needs those before it (ISO/IEC 14496-10, 3.62). Phones write
a key frame each second: there it alone is decoded, and what follows it only where it is blurred. Where key
frames are rarer everything but the frames that no other one needs is decoded.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    _Packet = Packet[VideoStream]

KEY_SECONDS = 1.0
"""From a key frame to the last one before the next: phones write one each second."""

_MOST_HELD = 64 * 2**20
"""Bytes of packets that are held until the next key frame comes: a second of 8K takes a fifth."""
_MOST_PACKETS = 240
"""Of a second: the slow motion of phones. Whoever does not say when a packet is due gets no more."""

IsGood = Callable[["VideoFrame"], bool]


def frames_worth_a_look(
    container: "InputContainer", stream: "VideoStream", is_good: IsGood, *, closely: bool
) -> Iterator["VideoFrame"]:
    """Frames in their order.

    Args:
        is_good: whether a key frame is sharp; if not, those up to the next one are decoded too.
        closely: decode all that lie between key frames.

    Raises:
        av.FFmpegError: the file breaks off. A packet that is damaged is passed over.
    """
    stream.thread_type = "AUTO"
    stream.codec_context.skip_frame = "NONREF"
    held: list[_Packet] = []
    is_held = False
    for packet in container.demux(stream):
        if packet.dts is None and packet.size == 0:  # the end's own
            break
        if packet.is_keyframe:
            yield from _of_group(stream, held, is_good, is_whole=True)
            held, is_held = [], not closely
            if closely:
                yield from _decoded(stream, packet)
                continue
        elif not is_held:
            yield from _decoded(stream, packet)
            continue
        held.append(packet)
        if _is_long(held):
            yield from _of_group(stream, held, is_good, is_whole=False)
            held, is_held = [], False
    yield from _of_group(stream, held, is_good, is_whole=True)
    yield from _decoded(stream, None)


def _of_group(
    stream: "VideoStream", held: list["_Packet"], is_good: IsGood, *, is_whole: bool
) -> Iterator["VideoFrame"]:
    """A key frame's packet and those that need it; ``is_whole`` if the next key frame has come."""
    if not held:
        return
    if is_whole:
        yield from _drained(stream)  # what is left of a long group before
        key = [*_decoded(stream, held[0]), *_drained(stream)]
        if key and is_good(key[0]):
            yield from key
            return
    for packet in held:
        yield from _decoded(stream, packet)
    if is_whole:
        yield from _drained(stream)


def _drained(stream: "VideoStream") -> Iterator["VideoFrame"]:
    """What the decoder still holds; after that it can begin anew with a key frame."""
    yield from _decoded(stream, None)
    stream.codec_context.flush_buffers()


def _decoded(stream: "VideoStream", packet: "_Packet | None") -> Iterator["VideoFrame"]:
    import av

    try:
        yield from stream.codec_context.decode(packet)
    except (av.error.InvalidDataError, av.error.EOFError):
        return


def _is_long(held: list["_Packet"]) -> bool:
    """Whether this group is longer than key frames may lie apart, or more than is held."""
    first, last = held[0], held[-1]
    seconds = 0.0
    if first.dts is not None and last.dts is not None:
        seconds = float((last.dts - first.dts) * last.time_base)
    size = sum(packet.size for packet in held)
    return seconds > KEY_SECONDS or len(held) > _MOST_PACKETS or size > _MOST_HELD
