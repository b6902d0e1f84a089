"""Hostile ZIP archives: what Python's reader raises on them, and what to look at before it reads them."""

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

_END = struct.Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 0xFFFF


def central_directory_bytes(tail: bytes) -> int:
    """How long an archive says that its list of members is; ``tail`` is the archive or its last bytes.

    Python reads that list whole, some ten bytes of memory for each of it. 0 where there is no end record;
    4 GiB less one where a ZIP64 record has the length.
    """
    at = tail.rfind(_END_MARK, max(0, len(tail) - _END.size - _LONGEST_COMMENT))
    if at < 0 or at + _END.size > len(tail):
        return 0
    return int(_END.unpack_from(tail, at)[5])
