"""Changes what checksums guard and seals it again, so that a fuzzer gets past them.

A changed byte in a PNG, a workbook or a backup is mostly refused for its checksum alone, and what lies
behind would never be tried.
"""

import contextlib
import hashlib
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from core.files.hostile import UNREADABLE_ZIP

_PNG = b"\x89PNG\r\n\x1a\n"
_MANIFEST = "snapshelf.json"
_AS_IT_IS = 0.2
_MOST_UNPACKED = 4 * 2**20


def resealed(data: bytes, number: int, change: Callable[[bytes], bytes]) -> bytes:
    """``data`` with ``change`` made to it, or to a part of it whose checksum is then put right.

    ``number`` decides which; the same number and change give the same bytes again.
    """
    chance = random.Random(number)
    if chance.random() >= _AS_IT_IS:
        if data.startswith(b"PK\x03\x04"):
            with contextlib.suppress(*UNREADABLE_ZIP):
                return _resealed_archive(data, chance, change)
        if data.startswith(_PNG):
            return with_right_crcs(change(data))
    return change(data)


def with_right_crcs(data: bytes) -> bytes:
    """A PNG whose chunks' checksums are right, as far as its chunks can be followed."""
    sealed, at = bytearray(data), len(_PNG)
    while at + 12 <= len(sealed):
        (length,) = struct.unpack_from(">I", sealed, at)
        end = at + 8 + length
        if end + 4 > len(sealed):
            break
        struct.pack_into(">I", sealed, end, zlib.crc32(sealed[at + 4 : end]))
        at = end + 4
    return bytes(sealed)


def _resealed_archive(data: bytes, chance: random.Random, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        if sum(part.file_size for part in source.infolist()) > _MOST_UNPACKED:
            return change(data)
        parts = [(part.filename, source.read(part)) for part in source.infolist()]
    if not parts:
        return change(data)
    victim = chance.randrange(len(parts))
    parts[victim] = (parts[victim][0], change(parts[victim][1]))
    if parts[victim][0] != _MANIFEST:
        parts = _listed_anew(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return buffer.getvalue()


def _listed_anew(parts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """A backup's parts with a manifest that has their hashes; other archives as they are."""
    if _MANIFEST not in {name for name, _ in parts}:
        return parts
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in parts if name != _MANIFEST}
    manifest = json.dumps({"format": 1, "made": "2026-01-01", "files": hashes}).encode()
    return [(name, manifest if name == _MANIFEST else content) for name, content in parts]
