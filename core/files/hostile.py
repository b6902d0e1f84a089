"""What files that anybody may have written can do to their readers: devices, JSON and ZIP archives.

Whatever is wrong with such a file is one kind of error for whoever reads it.
"""

import json
import lzma
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.messages import message

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
"""What Python's reader raises on a damaged or hostile archive."""

_END = struct.Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 0xFFFF


def require_plain_file(path: Path) -> None:
    """Refuse a folder, a pipe or a device, which might never end or never begin to be read.

    Raises:
        KnownError: ``path`` is one of these.
        OSError: it is not there, or cannot be looked at.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise KnownError(message("core", "{file} is a folder, a device or a pipe: choose a file."), file=path)


def parse_json(text: str | bytes) -> Any:
    """What ``text`` says.

    Raises:
        ValueError: it is no JSON, is in no encoding that JSON may have, or is nested too deeply to be read;
            :func:`json.loads` raises :class:`RecursionError` for that, which callers tend to forget.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def central_directory_bytes(tail: bytes) -> int:
    """How long an archive says that its list of members is; ``tail`` is the archive or its last bytes.

    Python reads that list whole, some ten bytes of memory for each of it. 0 where there is no end record;
    4 GiB less one where a ZIP64 record has the length.
    """
    at = tail.rfind(_END_MARK, max(0, len(tail) - _END.size - _LONGEST_COMMENT))
    if at < 0 or at + _END.size > len(tail):
        return 0
    return int(_END.unpack_from(tail, at)[5])
