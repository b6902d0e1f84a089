"""Opens a network's inside: further outputs of an exported model, without exporting it anew.

An ONNX file is one protocol-buffers message, and such messages are merged by writing one after the other
(https://protobuf.dev/programming-guides/encoding, "last one wins": repeated fields are appended). So a few
bytes behind the model add outputs to its graph; the file on the disk, its checksum and the session that
answers searches stay as they are. Reads only what it needs of the format, so that a program without the
package ``onnx`` can do it too. Field numbers are those of https://github.com/onnx/onnx (onnx/onnx.proto).
"""

from collections.abc import Iterator
from dataclasses import dataclass

_GRAPH = 7  # of ModelProto
_NODE, _OUTPUT = 1, 12  # of GraphProto
_INPUTS, _OUTPUTS, _KIND = 1, 2, 4  # of NodeProto
_NAME = 1  # of ValueInfoProto
_POOLING = ("GlobalAveragePool", "ReduceMean")

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a graph: what it does, and the names of the tensors that go in and come out."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def nodes(model: bytes) -> list[Node]:
    """The steps of ``model``'s graph in order.

    Raises:
        ValueError: it is not such a message.
    """
    content = memoryview(model)
    return [
        _node(step)
        for number, graph in _fields(content)
        if number == _GRAPH
        for part, step in _fields(graph)
        if part == _NODE
    ]


def pooled_tensors(model: bytes) -> list[str]:
    """The tensors that the network takes the mean of: where what it saw still has its place in the picture.

    In the order of the graph, each once.
    """
    return list(dict.fromkeys(step.inputs[0] for step in nodes(model) if step.kind in _POOLING))


def with_outputs(model: bytes, names: list[str]) -> bytes:
    """``model`` with the tensors called ``names`` as further outputs, after those that it has."""
    added = b"".join(_field(_OUTPUT, _field(_NAME, name.encode())) for name in names)
    return model + _field(_GRAPH, added)


def _node(content: memoryview) -> Node:
    inputs: list[str] = []
    outputs: list[str] = []
    kind = ""
    for number, value in _fields(content):
        if number in (_INPUTS, _OUTPUTS):
            (inputs if number == _INPUTS else outputs).append(bytes(value).decode())
        elif number == _KIND:
            kind = bytes(value).decode()
    return Node(kind, tuple(inputs), tuple(outputs))


def _fields(content: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Number and content of each field that holds bytes; the others are passed over."""
    place = 0
    while place < len(content):
        key, place = _varint(content, place)
        number, kind = key >> 3, key & 7
        if kind == _BYTES:
            length, place = _varint(content, place)
            if place + length > len(content):
                raise ValueError("the message ends too early")
            yield number, content[place : place + length]
            place += length
        elif kind == _VARINT:
            _value, place = _varint(content, place)
        elif kind in (_FIXED32, _FIXED64):
            place += 4 if kind == _FIXED32 else 8
        else:
            raise ValueError(f"no such kind of field: {kind}")


def _varint(content: memoryview, place: int) -> tuple[int, int]:
    value = shift = 0
    while place < len(content):
        byte = content[place]
        value |= (byte & 127) << shift
        shift += 7
        place += 1
        if byte < 128:
            return value, place
    raise ValueError("the message ends too early")


def _field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | _BYTES]) + _encoded(len(content)) + content


def _encoded(value: int) -> bytes:
    encoded = bytearray()
    while value > 127:
        encoded.append(value & 127 | 128)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
