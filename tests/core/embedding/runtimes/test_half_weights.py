"""A network whose weights take half the room answers the same but for some digits."""

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from core.embedding.runtimes.half_weights import with_half_weights, with_whole_weights
from core.embedding.runtimes.onnx_runtime import cpu_session

Weights = NDArray[np.float32]
GIVEN = np.random.default_rng(5).normal(size=(3, 64)).astype(np.float32)


def weights_of(seed: int, largest: float = 1.0) -> Weights:
    weights = np.random.default_rng(seed).normal(size=(64, 64)).astype(np.float32)
    scaled: Weights = weights / np.abs(weights).max() * np.float32(largest)
    return scaled


def network(first: Weights, second: Weights, *, is_old: bool = False) -> bytes:
    """Two layers: the first one's weights a table of the graph, the second one's a constant's."""
    table = numpy_helper.from_array(first, "first")
    written_out = helper.make_node("Constant", [], ["second"], value=numpy_helper.from_array(second))
    steps = [
        helper.make_node("MatMul", ["x", "first"], ["between"]),
        written_out,
        helper.make_node("MatMul", ["between", "second"], ["y"]),
    ]
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 64]) for name in "xy")
    own = [helper.make_tensor_value_info("first", TensorProto.FLOAT, [64, 64])] if is_old else []
    graph = helper.make_graph(steps, "two", [x, *own], [y], [table])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    made.metadata_props.add(key="character", value="abc")
    content: bytes = made.SerializeToString()
    return content


def answer(model: bytes) -> NDArray[np.float32]:
    return np.asarray(cpu_session(model, 1).run({"x": GIVEN})[0], np.float32)


def test_it_takes_half_the_room_and_answers_nearly_the_same() -> None:
    whole = network(weights_of(1), weights_of(2))
    half = with_half_weights(whole)
    assert len(half) < 0.53 * len(whole)
    off = np.abs(answer(half) - answer(whole)).max() / np.abs(answer(whole)).max()
    assert 0 < off < 2e-3


def test_it_answers_as_the_rounded_weights_do_in_single_precision() -> None:
    rounded = [weights_of(seed).astype(np.float16).astype(np.float32) for seed in (1, 2)]
    half = with_half_weights(network(weights_of(1), weights_of(2)))
    np.testing.assert_array_equal(answer(half), answer(network(rounded[0], rounded[1])))


def test_weights_that_an_older_file_names_among_what_goes_in_are_no_input_any_more() -> None:
    half = with_half_weights(network(weights_of(1), weights_of(2), is_old=True))
    assert [value.name for value in onnx.load_from_string(half).graph.input] == ["x"]
    assert answer(half).shape == (3, 64)


def test_numbers_too_large_for_half_precision_keep_their_room() -> None:
    whole = network(weights_of(1, largest=1e6), weights_of(2))
    half = with_half_weights(whole)
    assert 0.7 * len(whole) < len(half) < 0.8 * len(whole)
    assert np.isfinite(answer(half)).all()


def test_what_else_the_file_says_stays() -> None:
    half = cpu_session(with_half_weights(network(weights_of(1), weights_of(2))), 1)
    assert half.note("character") == "abc"


def test_whole_again_it_has_its_rounded_weights_as_tables_and_no_step_more() -> None:
    rounded = [weights_of(seed).astype(np.float16).astype(np.float32) for seed in (1, 2)]
    whole = with_whole_weights(with_half_weights(network(weights_of(1), weights_of(2))))
    np.testing.assert_array_equal(answer(whole), answer(network(rounded[0], rounded[1])))
    graph = onnx.load_from_string(whole).graph
    assert [node.op_type for node in graph.node] == ["MatMul", "MatMul"]
    assert {tensor.data_type for tensor in graph.initializer} == {TensorProto.FLOAT}
