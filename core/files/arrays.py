"""NumPy arrays in files: named ones in one archive (.npz), and one alone (.npy).

Files that anybody may have written or damaged: whatever is wrong with one is a :class:`ValueError`.
"""

import io
import threading
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_PARSING = threading.Lock()
"""Python 3.11 parses an array's header wrongly, with a SystemError, while another thread parses, too."""

_DAMAGED = (ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile)


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """All arrays of an archive, by name.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no such archive, or damaged; never an array of Python's objects.
    """
    data = path.read_bytes()
    try:
        with _PARSING, np.load(io.BytesIO(data), allow_pickle=False) as content:
            return {name: content[name] for name in content.files}
    except (*_DAMAGED, AttributeError) as error:  # the last one: it holds a single array
        raise ValueError(f"{path.name} is no archive of arrays") from error


def read_array(path: Path) -> NDArray[Any]:
    """The array in a file; otherwise as :func:`read_arrays`."""
    data = path.read_bytes()
    try:
        with _PARSING:
            return np.asarray(np.lib.format.read_array(io.BytesIO(data), allow_pickle=False))
    except _DAMAGED as error:
        raise ValueError(f"{path.name} is no array") from error


def as_archive(**arrays: NDArray[Any]) -> bytes:
    """Named arrays as :func:`read_arrays` reads them."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()
