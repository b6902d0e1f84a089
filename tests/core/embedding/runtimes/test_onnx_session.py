import threading
import time

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper

from core.embedding.runtimes.onnx_session import OnnxSession


def session(model: bytes) -> OnnxSession:
    return OnnxSession(model, threads=1, keeps_memory=False, settings={})


def doubled_and_counted() -> bytes:
    """Of x (n, 3): twice x, and its shape."""
    double = helper.make_node("Add", ["x", "x"], ["double"])
    shape = helper.make_node("Shape", ["x"], ["shape"])
    x, twice = (helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 3]) for name in ("x", "double"))
    sizes = helper.make_tensor_value_info("shape", TensorProto.INT64, [2])
    model = helper.make_model(
        helper.make_graph([double, shape], "both", [x], [twice, sizes]),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    helper.set_model_props(model, {"character": "a\nä\n中"})
    content: bytes = onnx.ModelProto.SerializeToString(model)
    return content


def given(rows: int) -> NDArray[np.float32]:
    return np.arange(3 * rows, dtype=np.float32).reshape(rows, 3)


def test_all_that_a_network_gives_comes_out_in_order() -> None:
    double, shape = session(doubled_and_counted()).run({"x": given(4)})
    np.testing.assert_array_equal(double, 2 * given(4))
    assert (shape.dtype, shape.tolist()) == (np.dtype(np.int64), [4, 3])


def test_what_is_named_alone_comes_out() -> None:
    (shape,) = session(doubled_and_counted()).run({"x": given(2)}, ["shape"])
    assert shape.tolist() == [2, 3]


def test_an_array_that_lies_apart_in_memory_is_taken_as_it_reads() -> None:
    (double, _shape) = session(doubled_and_counted()).run({"x": given(6)[::2]})
    np.testing.assert_array_equal(double, 2 * given(6)[::2])


def test_no_rows_give_no_rows() -> None:
    double, _shape = session(doubled_and_counted()).run({"x": given(0)})
    assert double.shape == (0, 3)


def test_a_network_tells_what_it_takes_and_gives() -> None:
    network = session(doubled_and_counted())
    assert network.inputs == ("x",)
    assert network.outputs == {"double": (-1, 3), "shape": (2,)}
    assert network.note("character") == "a\nä\n中"
    assert network.note("of another name") == ""


@pytest.mark.parametrize(
    "wrong", [given(2)[:, :2], given(2).astype(np.float64), given(2).astype("U1"), given(2)[0]]
)
def test_what_a_network_does_not_take_is_refused(wrong: NDArray[np.generic]) -> None:
    network = session(doubled_and_counted())
    with pytest.raises(RuntimeError):
        network.run({"x": wrong})
    assert network.run({"x": given(1)})[0].tolist() == [[0.0, 2.0, 4.0]]


def test_what_has_no_such_name_is_refused() -> None:
    network = session(doubled_and_counted())
    with pytest.raises(RuntimeError, match="another"):
        network.run({"another": given(1)})
    with pytest.raises(RuntimeError, match="another"):
        network.run({"x": given(1)}, ["another"])


def test_what_is_no_network_is_refused() -> None:
    with pytest.raises(RuntimeError, match="protobuf"):
        session(b"no network")


def test_it_computes_what_the_runtimes_own_package_computes(lite0_model: bytes) -> None:
    import onnxruntime

    picture = np.random.default_rng(0).normal(size=(2, 3, 224, 224)).astype(np.float32)
    package = onnxruntime.InferenceSession(lite0_model, providers=["CPUExecutionProvider"])
    theirs = package.run(None, {"pictures": picture})[0]
    ours = np.asarray(session(lite0_model).run({"pictures": picture})[0], np.float32)
    np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_other_threads_go_on_while_a_network_is_loaded(lite0_model: bytes) -> None:
    session(lite0_model)  # the library is there
    moments, is_over = [], threading.Event()

    def go_on() -> None:
        while not is_over.wait(0.001):
            moments.append(time.perf_counter())

    other = threading.Thread(target=go_on)
    other.start()
    spans = []
    for _time in range(5):
        began = time.perf_counter()
        session(lite0_model)
        spans.append((began, time.perf_counter()))
    is_over.set()
    other.join()
    middles = [(began + (ended - began) / 4, ended - (ended - began) / 4) for began, ended in spans]
    assert any(first < moment < last for first, last in middles for moment in moments)


def test_several_threads_may_ask_one_network_at_once() -> None:
    network, wrong = session(doubled_and_counted()), []

    def ask(rows: int) -> None:
        for _time in range(50):
            double, _shape = network.run({"x": given(rows)})
            if not np.array_equal(double, 2 * given(rows)):
                wrong.append(rows)

    asking = [threading.Thread(target=ask, args=(rows,)) for rows in range(1, 5)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert wrong == []
