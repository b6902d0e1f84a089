"""Whether a workbook is one that can be read in bounded time and memory: judged before openpyxl sees it.

openpyxl holds most parts as whole trees of XML, and of a sheet one row at a time; a few hundred bytes a
tag. So the tags are counted here first, in chunks, by nothing that understands XML.
"""

import io
import re
import zipfile

from core.files.hostile import central_directory_bytes

_MOST_UNPACKED_BYTES = 256 * 2**20
_MOST_PARTS = 5_000
_MOST_DIRECTORY_BYTES = 2**20
_MOST_TAGS = 20_000_000
"""In all parts; openpyxl reads some hundred thousand a second."""
_MOST_TAGS_AT_ONCE = 400_000
"""In one row, one shared text, or one part that has neither. The widest row of Excel has a tenth of that."""
_CHUNK = 2**18
_ROW_END = re.compile(rb"</(?:\w+:)?(?:row|si|table-row)\s*>")
_DOCUMENT_TYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
"""No spreadsheet program writes one; the zeros are those of UTF-16."""
_OVERLAP = 32


def is_bounded_workbook(data: bytes) -> bool:
    """False for a ZIP that unpacks to more than any table, or whose XML could make its parser choke.

    Raises:
        The errors in :data:`core.files.hostile.UNREADABLE_ZIP`: it is no ZIP or a damaged one, or its
            XML has a document type.
    """
    if central_directory_bytes(data) > _MOST_DIRECTORY_BYTES:
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES:
            return False
        left = _MOST_TAGS
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                tags = _tags(archive, part)
                if tags is None or tags > left:
                    return False
                left -= tags
    return True


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int | None:
    """How many tags a part has; None where it has too many at once."""
    tags = at_once = 0
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            tags += chunk.count(b"<")
            ends = list(_ROW_END.finditer(chunk))
            if ends:
                at_once = chunk.count(b"<", ends[-1].end())
            else:
                at_once += chunk.count(b"<")
            if at_once > _MOST_TAGS_AT_ONCE:
                return None
            if _DOCUMENT_TYPE.search(tail + chunk):
                raise ValueError("a document type")
            tail = chunk[-_OVERLAP:]
    return tags
