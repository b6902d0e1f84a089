"""What Python's ZIP reader raises on damaged or hostile archives, which is more than its own error."""

import lzma
import struct
import zipfile
import zlib

UNREADABLE_ZIP: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,  # a compression that we do not have
    RuntimeError,  # encrypted
    EOFError,
    KeyError,
    ValueError,
    OSError,
)
