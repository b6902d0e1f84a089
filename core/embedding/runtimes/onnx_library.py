"""ONNX Runtime's own library by its C interface, without its Python package.

The package makes a session while it holds Python's lock: 80 to 110 ms for a network, in which a window stands
still. Through ctypes other threads go on.

The interface is a table of functions whose places never change (``OrtApi`` in ``onnxruntime_c_api.h``; newer
functions come behind). All but the releasing ones return a status, null where all went well.
"""

import sys
from collections.abc import Callable
from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    c_char_p,
    c_int,
    c_int64,
    c_size_t,
    c_uint32,
    c_void_p,
    cast,
)
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_VERSION = 20
"""Of the interface: the least that has all of it that is used here would do."""
_ERRORS_ONLY = 3  # ONNX Runtime's severities: 0 verbose, 1 info, 2 warning, 3 error, 4 fatal
_OUT = POINTER(c_void_p)
_SIZE_OUT = POINTER(c_size_t)
_INT_OUT = POINTER(c_int)
_TEXTS = POINTER(c_char_p)

# What is used of the table: the function's place in it, and what it takes.
_FUNCTIONS: dict[str, tuple[int, tuple[Any, ...]]] = {
    "CreateEnv": (3, (c_int, c_char_p, _OUT)),
    "DisableTelemetryEvents": (6, (c_void_p,)),
    "CreateSessionFromArray": (8, (c_void_p, c_char_p, c_size_t, c_void_p, _OUT)),
    "Run": (9, (c_void_p, c_void_p, _TEXTS, _OUT, c_size_t, _TEXTS, c_size_t, _OUT)),
    "CreateSessionOptions": (10, (_OUT,)),
    "DisableCpuMemArena": (19, (c_void_p,)),
    "SetSessionLogSeverityLevel": (22, (c_void_p, c_int)),
    "SetIntraOpNumThreads": (24, (c_void_p, c_int)),
    "SetInterOpNumThreads": (25, (c_void_p, c_int)),
    "SessionGetInputCount": (30, (c_void_p, _SIZE_OUT)),
    "SessionGetOutputCount": (31, (c_void_p, _SIZE_OUT)),
    "SessionGetOutputTypeInfo": (34, (c_void_p, c_size_t, _OUT)),
    "SessionGetInputName": (36, (c_void_p, c_size_t, c_void_p, _OUT)),
    "SessionGetOutputName": (37, (c_void_p, c_size_t, c_void_p, _OUT)),
    "CreateTensorWithDataAsOrtValue": (
        49,
        (c_void_p, c_void_p, c_size_t, POINTER(c_int64), c_size_t, c_int, _OUT),
    ),
    "GetTensorMutableData": (51, (c_void_p, _OUT)),
    "CastTypeInfoToTensorInfo": (55, (c_void_p, _OUT)),
    "GetTensorElementType": (60, (c_void_p, _INT_OUT)),
    "GetDimensionsCount": (61, (c_void_p, _SIZE_OUT)),
    "GetDimensions": (62, (c_void_p, POINTER(c_int64), c_size_t)),
    "GetTensorTypeAndShape": (65, (c_void_p, _OUT)),
    "CreateCpuMemoryInfo": (69, (c_int, c_int, _OUT)),
    "AllocatorFree": (76, (c_void_p, c_void_p)),
    "GetAllocatorWithDefaultOptions": (78, (_OUT,)),
    "SessionGetModelMetadata": (111, (c_void_p, _OUT)),
    "ModelMetadataLookupCustomMetadataMap": (116, (c_void_p, c_void_p, c_char_p, _OUT)),
    "AddSessionConfigEntry": (130, (c_void_p, c_char_p, c_char_p)),
}
_RELEASES = {
    "ReleaseStatus": 93,
    "ReleaseSession": 95,
    "ReleaseValue": 96,
    "ReleaseTypeInfo": 98,
    "ReleaseTensorTypeAndShapeInfo": 99,
    "ReleaseSessionOptions": 100,
    "ReleaseModelMetadata": 118,
}


class OnnxLibrary:
    """The library, loaded; one a process (:func:`onnx_library`). May be used from several threads.

    Attributes:
        environment: what all sessions share: it says only errors, and reports to nobody.
        allocator: what the texts that it gives are freed by.
        memory: names the processor's memory.
    """

    def __init__(self, path: Path) -> None:
        """Load it.

        Raises:
            ImportError: it cannot be loaded, or has another interface.
        """
        try:
            base = CDLL(str(path)).OrtGetApiBase
        except (OSError, AttributeError) as error:
            raise ImportError(str(error)) from error
        base.restype = POINTER(c_void_p)
        (get_api,) = base()[0:1]
        api = CFUNCTYPE(c_void_p, c_uint32)(get_api)(_VERSION)
        if not api:
            raise ImportError(f"{path.name} has another interface")
        self._table = cast(api, POINTER(c_void_p))
        self._message = CFUNCTYPE(c_char_p, c_void_p)(self._table[2])
        self._functions = {
            name: CFUNCTYPE(c_void_p, *takes)(self._table[place])
            for name, (place, takes) in _FUNCTIONS.items()
        }
        self._releases: dict[str, Callable[[c_void_p], None]] = {
            name: CFUNCTYPE(None, c_void_p)(self._table[place]) for name, place in _RELEASES.items()
        }
        self.environment = self.made("CreateEnv", _ERRORS_ONLY, b"snapshelf")
        self.call("DisableTelemetryEvents", self.environment)  # Windows builds report to the system's tracing
        self.allocator = self.made("GetAllocatorWithDefaultOptions")
        self.memory = self.made("CreateCpuMemoryInfo", 0, 0)

    def call(self, name: str, *arguments: Any) -> None:
        """Call a function of the table.

        Raises:
            RuntimeError: what it says went wrong.
        """
        status = self._functions[name](*arguments)
        if status:
            said = (self._message(status) or b"").decode("utf-8", "replace")
            self.release("Status", c_void_p(status))
            raise RuntimeError(said)

    def made(self, name: str, *arguments: Any) -> c_void_p:
        """What a function gives by its last argument."""
        found = c_void_p()
        self.call(name, *arguments, found)
        return found

    def text(self, name: str, *arguments: Any) -> str | None:
        """A text that a function gives, which is freed; None where there is none."""
        found = self.made(name, *arguments)
        if not found:
            return None
        content = cast(found, c_char_p).value or b""
        self.call("AllocatorFree", self.allocator, found)
        return content.decode("utf-8")

    def size(self, name: str, *arguments: Any) -> int:
        """A number that a function gives."""
        found = c_size_t()
        self.call(name, *arguments, found)
        return found.value

    def release(self, kind: str, one: c_void_p) -> None:
        """Free what was made."""
        self._releases[f"Release{kind}"](one)


@cache
def onnx_library() -> OnnxLibrary:
    """The library that ONNX Runtime's Python package brings along.

    Raises:
        ImportError: it is not there or cannot be loaded.
    """
    return OnnxLibrary(library_path())


def library_path() -> Path:
    """Where the library lies.

    Raises:
        ImportError: nowhere.
    """
    spec = find_spec("onnxruntime")
    if spec is None or spec.origin is None:
        raise ImportError("No module named 'onnxruntime'", name="onnxruntime")
    name = {"win32": "onnxruntime.dll", "darwin": "libonnxruntime.*.dylib"}.get(
        sys.platform, "libonnxruntime.so.*"
    )
    for path in Path(spec.origin).parent.joinpath("capi").glob(name):
        return path
    raise ImportError(f"onnxruntime has no {name}", name="onnxruntime")
