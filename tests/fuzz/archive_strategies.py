"""Backups as Hypothesis builds them: a list that fits its parts, whose names, kinds and sizes lie."""

import hashlib
import io
import json
import struct
import warnings
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from tests.fuzz.seeds import archive_seeds

_LINK, _DEVICE, _FOLDER = 0o120777, 0o020666, 0o040755
CLIMBING = (
    *("../escaped", "/escaped", "photos/../../escaped", "models/../../escaped", "models/x/../../../escaped"),
    *("..\\escaped", "models\\..\\..\\escaped", "C:\\escaped", "C:escaped", "\\\\server\\share\\escaped"),
    *("models/C:/escaped", "models/..", "models/.", "models//escaped", "models/ escaped", "models/x/", "CON"),
    *("models/aux:stream", "models/nul\0.txt", "photos/ab/" + "ab" * 32 + ".jpg/x", "backups/escaped.db"),
    *("catalog.db-wal", "CATALOG.DB", "catalog.db/", "snapshelf.json/", "shop.lock", "thumbs/x", "index/x"),
)


@cache
def good_catalog() -> bytes:
    """The catalog of a small shop."""
    with TemporaryDirectory() as folder:
        whole = archive_seeds(Path(folder))[0]
    return zipfile.ZipFile(io.BytesIO(whole)).read("catalog.db")


def backup(parts: list[tuple[str, bytes, int]], *, listed: dict[str, str] | None = None) -> bytes:
    """A backup of a good catalog and ``parts``: name, content and what kind of file it says it is."""
    buffer = io.BytesIO()
    catalog = good_catalog()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content, _ in parts}
    hashes = {"catalog.db": hashlib.sha256(catalog).hexdigest(), **hashes}
    manifest = {"format": 1, "made": "2026-01-01", "files": hashes if listed is None else listed}
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that come twice
        archive.writestr("catalog.db", catalog)
        for name, content, mode in parts:
            info = zipfile.ZipInfo(name)
            info.filename = name  # as it is: ZipInfo cuts at a zero
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.writestr("snapshelf.json", json.dumps(manifest))
    return buffer.getvalue()


@st.composite
def backups(draw: st.DrawFn) -> bytes:
    """Whole, or with headers changed after the fact so that sizes and places lie."""
    names = st.one_of(
        st.sampled_from(CLIMBING),
        st.binary(min_size=32, max_size=32).map(lambda raw: f"photos/{raw.hex()[:2]}/{raw.hex()}.jpg"),
        st.sampled_from(("models/a", "models/A", "models/0001-quick/lesson.json", "models/active.json")),
        st.text(max_size=40).filter(lambda name: name.isprintable()),
    )
    modes = st.sampled_from((0, 0o100644, _LINK, _DEVICE, _FOLDER))
    contents = st.one_of(st.binary(max_size=100), st.just(b"../../escaped"), st.just(b"[" * 10_000))
    whole = bytearray(backup(draw(st.lists(st.tuples(names, contents, modes), max_size=4))))
    for _ in range(draw(st.integers(0, 3))):
        mark = draw(st.sampled_from((b"PK\1\2", b"PK\3\4", b"PK\5\6")))
        at = whole.rfind(mark) if draw(st.booleans()) else whole.find(mark)
        place = at + draw(st.integers(4, 44))
        if 0 <= place <= len(whole) - 4:
            whole[place : place + 4] = struct.pack("<I", draw(st.integers(0, 0xFFFFFFFF)))
    return bytes(whole)
