"""What a drop or the clipboard holds, as pictures to search with."""

import base64
import binascii
import re
from enum import Enum
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop_app.engine.engine import PictureSource


class Refusal(Enum):
    """Why a drop holds no picture that can be searched with."""

    NOTHING = "nothing"
    ONLINE = "online"
    """An address on the internet without the picture itself."""


_DATA_URL = re.compile(r"data:image/[\w.+-]+(?:;[\w.+=-]+)*?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def may_hold_pictures(mime: QMimeData) -> bool:
    """Quick look while something hovers: worth accepting, so that a drop at least gets an explanation."""
    return mime.hasUrls() or mime.hasImage() or mime.hasText()


def pictures_in(mime: QMimeData, unnamed: str) -> tuple[PictureSource, ...] | Refusal:
    """The pictures in ``mime``, in their order; ``unnamed`` names one that came without a name.

    Files win over pixels (a file manager gives both, and the file is whole); pixels and ``data:`` addresses
    win over an internet address, which browsers add but an offline program cannot follow.
    """
    urls = mime.urls()
    files = tuple(_from_file(url) for url in urls if url.isLocalFile())
    if files:
        return files
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return (PictureSource(unnamed, pixels=image),)
    for text in (*(url.toString() for url in urls), mime.text()):
        data = _from_data_url(text)
        if data is not None:
            return (PictureSource(unnamed, data=data),)
    if any(_LINK.match(text.strip()) for text in (*(url.toString() for url in urls), mime.text())):
        return Refusal.ONLINE
    return Refusal.NOTHING


def _from_file(url: QUrl) -> PictureSource:
    path = Path(url.toLocalFile())
    return PictureSource(path.name or str(path), path=path)


def _from_data_url(text: str) -> bytes | None:
    found = _DATA_URL.fullmatch(text.strip())
    if found is None:
        return None
    content = unquote_to_bytes(found[2])
    if not found[1]:
        return content
    try:
        return base64.b64decode(content, validate=False)
    except binascii.Error:
        return None
