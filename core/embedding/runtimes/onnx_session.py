"""A network that ONNX Runtime carries out on the processor: arrays in, arrays out."""

import weakref
from collections.abc import Mapping, Sequence
from ctypes import c_char_p, c_int, c_int64, c_void_p, memmove

import numpy as np
from numpy.typing import NDArray

from core.embedding.runtimes.onnx_library import OnnxLibrary, onnx_library

_KINDS: dict[int, type[np.generic]] = {
    1: np.float32,
    2: np.uint8,
    3: np.int8,
    6: np.int32,
    7: np.int64,
    9: np.bool_,
    10: np.float16,
    11: np.float64,
}
"""``ONNXTensorElementDataType`` and what NumPy calls it."""
_NUMBERS = {np.dtype(kind): number for number, kind in _KINDS.items()}

Array = NDArray[np.generic]


class OnnxSession:
    """One network. May be run from several threads at once; freed when nobody holds it.

    Attributes:
        inputs: names of what it takes, in order.
        outputs: what it gives, in order: the sizes by the name, -1 for one that is free.
    """

    def __init__(
        self, model: bytes, *, threads: int, keeps_memory: bool, settings: Mapping[str, str]
    ) -> None:
        """Load the verified content of a model's file; other threads go on meanwhile.

        Args:
            threads: how many compute at once.
            keeps_memory: what one run took is kept for the next.
            settings: further ones, by ONNX Runtime's names.

        Raises:
            ImportError: ONNX Runtime cannot be loaded.
            RuntimeError: the network cannot be carried out.
        """
        library = onnx_library()
        options = library.made("CreateSessionOptions")
        try:
            library.call("SetSessionLogSeverityLevel", options, 3)
            library.call("SetIntraOpNumThreads", options, threads)
            library.call("SetInterOpNumThreads", options, 1)
            if not keeps_memory:
                library.call("DisableCpuMemArena", options)
            for name, value in settings.items():
                library.call("AddSessionConfigEntry", options, name.encode(), value.encode())
            made = library.made("CreateSessionFromArray", library.environment, model, len(model), options)
        finally:
            library.release("SessionOptions", options)
        self._library, self._session = library, made
        # Not at the program's end: a thread that nobody waits for may be computing then.
        weakref.finalize(self, library.release, "Session", made).atexit = False
        count = library.size("SessionGetInputCount", made)
        self.inputs = tuple(_name(library, "SessionGetInputName", made, at) for at in range(count))
        count = library.size("SessionGetOutputCount", made)
        self.outputs = {
            _name(library, "SessionGetOutputName", made, at): _sizes(library, made, at) for at in range(count)
        }

    def run(self, given: Mapping[str, Array], wanted: Sequence[str] | None = None) -> list[Array]:
        """What comes out, by ``wanted`` or all of it in order.

        Raises:
            RuntimeError: something of another shape or kind was given than the network takes.
        """
        library, names = self._library, [*given]
        kept = [np.asarray(array, order="C") for array in given.values()]
        wanted = [*self.outputs] if wanted is None else wanted
        inputs, outputs = (c_void_p * len(kept))(), (c_void_p * len(wanted))()
        try:
            for place, array in enumerate(kept):
                inputs[place] = _value(library, array).value
            library.call(
                "Run", self._session, None, _texts(names), inputs, len(names),
                _texts(wanted), len(wanted), outputs,
            )  # fmt: skip
            return [_array(library, c_void_p(value)) for value in outputs]
        finally:
            for value in (*inputs, *outputs):
                if value:
                    library.release("Value", c_void_p(value))

    def note(self, key: str) -> str:
        """What its maker wrote into the file under ``key``; empty where nothing stands."""
        library = self._library
        notes = library.made("SessionGetModelMetadata", self._session)
        try:
            name = "ModelMetadataLookupCustomMetadataMap"
            return library.text(name, notes, library.allocator, key.encode()) or ""
        finally:
            library.release("ModelMetadata", notes)


def _name(library: OnnxLibrary, function: str, session: c_void_p, place: int) -> str:
    return library.text(function, session, place, library.allocator) or ""


def _sizes(library: OnnxLibrary, session: c_void_p, place: int) -> tuple[int, ...]:
    """Of an output; none where it is no tensor."""
    kind = library.made("SessionGetOutputTypeInfo", session, place)
    try:
        facts = library.made("CastTypeInfoToTensorInfo", kind)  # belongs to ``kind``
        return _dimensions(library, facts) if facts else ()
    finally:
        library.release("TypeInfo", kind)


def _dimensions(library: OnnxLibrary, facts: c_void_p) -> tuple[int, ...]:
    count = library.size("GetDimensionsCount", facts)
    sizes = (c_int64 * count)()
    library.call("GetDimensions", facts, sizes, count)
    return tuple(sizes)


def _texts(names: Sequence[str]) -> object:
    return (c_char_p * len(names))(*(name.encode() for name in names))


def _value(library: OnnxLibrary, array: Array) -> c_void_p:
    """The array as ONNX Runtime takes it; its memory is not copied."""
    number = _NUMBERS.get(array.dtype)
    if number is None:
        raise RuntimeError(f"the network takes no {array.dtype}")
    sizes = (c_int64 * array.ndim)(*array.shape)
    return library.made(
        "CreateTensorWithDataAsOrtValue",
        library.memory, array.ctypes.data, array.nbytes, sizes, array.ndim, number,
    )  # fmt: skip


def _array(library: OnnxLibrary, value: c_void_p) -> Array:
    """A copy of what came out."""
    facts = library.made("GetTensorTypeAndShape", value)
    try:
        number = c_int()
        library.call("GetTensorElementType", facts, number)
        sizes = _dimensions(library, facts)
    finally:
        library.release("TensorTypeAndShapeInfo", facts)
    if number.value not in _KINDS:
        raise RuntimeError("the network gives no numbers")
    array: Array = np.empty(sizes, _KINDS[number.value])
    if array.nbytes:
        memmove(array.ctypes.data, library.made("GetTensorMutableData", value), array.nbytes)
    return array
