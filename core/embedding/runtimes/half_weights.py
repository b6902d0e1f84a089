"""A network's weights in half precision on the disk: half the size, and the same arithmetic. Imports onnx.

Each table of weights is stored with sixteen bits a number and made single precision again as the network is
loaded: the runtime folds that step away, so that it costs nothing afterwards. What is lost are the twelfth
binary digit of each weight and those behind it; what that changes stands in docs/decisions/0012-packaging.md.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onnx import TensorProto

_LEAST_NUMBERS = 1024
"""Below that a table is not worth a step more."""
_LARGEST = float(np.finfo(np.float16).max)
_HALF = "/half"
"""Ends the name of a table that is stored so."""


def with_half_weights(model: bytes) -> bytes:
    """The same network, smaller; tables with numbers that half precision cannot hold stay as they are."""
    import onnx

    network = onnx.load_from_string(model)
    graph = network.graph
    tables = [tensor for tensor in graph.initializer if _can_be_halved(tensor)]
    written_out = []
    for node in graph.node:
        if node.op_type == "Constant" and _can_be_halved(node.attribute[0].t):
            tensor = node.attribute[0].t
            tensor.name = node.output[0]
            tables.append(tensor)
            written_out.append(node)
    steps = []
    for tensor in tables:
        half = onnx.numpy_helper.from_array(
            onnx.numpy_helper.to_array(tensor).astype(np.float16), f"{tensor.name}{_HALF}"
        )
        steps.append(onnx.helper.make_node("Cast", [half.name], [tensor.name], to=onnx.TensorProto.FLOAT))
        graph.initializer.append(half)
    halved = {tensor.name for tensor in tables}
    steps += [node for node in graph.node if not (node.op_type == "Constant" and node.output[0] in halved)]
    weights = [tensor for tensor in graph.initializer if tensor.name not in halved]
    # Older models name their weights among what goes in, too, which the runtime then does not fold.
    names = {tensor.name for tensor in graph.initializer}
    pictures = [value for value in graph.input if value.name not in names]
    for whole, kept in ((graph.node, steps), (graph.initializer, weights), (graph.input, pictures)):
        copies = [one.__class__.FromString(one.SerializeToString()) for one in kept]
        del whole[:]
        whole.extend(copies)
    content: bytes = network.SerializeToString()
    return content


def with_whole_weights(model: bytes) -> bytes:
    """The network of :func:`with_half_weights` in single precision, for tools that look for tables."""
    import onnx

    network = onnx.load_from_string(model)
    graph = network.graph
    halves = {tensor.name: tensor for tensor in graph.initializer if tensor.name.endswith(_HALF)}
    for name, half in halves.items():
        whole = onnx.numpy_helper.to_array(half).astype(np.float32)
        half.CopyFrom(onnx.numpy_helper.from_array(whole, name.removesuffix(_HALF)))
    steps = [
        node.__class__.FromString(node.SerializeToString())
        for node in graph.node
        if not (node.op_type == "Cast" and node.input[0] in halves)
    ]
    del graph.node[:]
    graph.node.extend(steps)
    content: bytes = network.SerializeToString()
    return content


def _can_be_halved(tensor: "TensorProto") -> bool:
    import onnx

    if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < _LEAST_NUMBERS:
        return False
    return bool(np.abs(onnx.numpy_helper.to_array(tensor)).max() <= _LARGEST)
