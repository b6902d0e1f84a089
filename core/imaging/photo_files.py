"""The photo files of one shop: content-addressed, bounded in size, each with a thumbnail.

A photo is kept as JPEG under the SHA-256 of its own bytes, so that the same picture is one file, a copy
of the shop proves itself, and nothing of the source's metadata (places, names) stays with the shop.
"""

import errno
import hashlib
import io
import os
import re
import shutil
import threading
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core.errors import KnownError
from core.files.atomic import make_folder, write_atomically
from core.files.links import is_link
from core.files.os_errors import known_os_error
from core.imaging.proven_jpeg import is_whole_jpeg, with_proof
from core.messages import message

MAX_SIDE = 1600
"""Pixels of the longer side of a kept photo: enough to zoom in, a few hundred kilobytes."""
THUMBNAIL_SIDE = 320
_HASH = re.compile(r"[0-9a-f]{64}")
_QUALITY = 92
_THUMBNAIL_QUALITY = 85


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo file of the shop: its name is its hash; its size in pixels."""

    sha256: str
    width: int
    height: int


class PhotoFiles:
    """The ``photos`` and ``thumbs`` folders of a shop.

    Several threads may add photos at the same time: files appear whole, and the same photo added twice is
    the same bytes.
    """

    def __init__(
        self,
        shop_folder: Path,
        require_in_place: Callable[[], None] = lambda: None,
        linked: Container[str] = (),
        *,
        with_thumbnails: bool = True,
    ) -> None:
        """The photos below ``shop_folder``.

        Args:
            with_thumbnails: each photo gets one; without, :meth:`small_path` is the photo itself.
            linked: of ``photos`` and ``thumbs`` those that hold links to folders: nothing is read there.
            require_in_place: raises a KnownError if the shop's folder has gone; asked before every writing.
        """
        self._require_in_place = require_in_place
        self._with_thumbnails = with_thumbnails
        self._making = threading.Lock()
        nowhere = shop_folder / "catalog.db"  # below a file nothing can be
        self._photos = (nowhere if "photos" in linked else shop_folder) / "photos"
        self._thumbnails = (nowhere if "thumbs" in linked else shop_folder) / "thumbs"

    def path(self, sha256: str) -> Path:
        """Where the photo with this hash lies (or would lie)."""
        return _not_through_links(self._photos, sha256)

    def thumbnail_path(self, sha256: str) -> Path:
        """Where the thumbnail of that photo lies (or would lie)."""
        return _not_through_links(self._thumbnails, sha256)

    def add(self, image: Image.Image) -> StoredPhoto:
        """Keep an upright RGB picture, with its thumbnail; on return it is safe on the disk.

        Raises:
            KnownError: the disk is full, the folder cannot be written or has gone, or it is a link.
        """
        bounded = image.copy()
        bounded.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        data = _jpeg(bounded, _QUALITY)
        sha256 = hashlib.sha256(data).hexdigest()
        self._require_in_place()
        try:
            target = _place(self._photos, sha256)
            # What lies there under this name may have been damaged since: adding it again mends it.
            if is_link(target) or not target.exists() or target.read_bytes() != data:
                self._make_own_folder(target.parent)
                write_atomically(target, data)
            if self._with_thumbnails:
                self._make_thumbnail(bounded, sha256)
        except OSError as error:
            raise _cannot_keep(self._photos, error) from error
        return StoredPhoto(sha256, *bounded.size)

    def add_file(self, sha256: str, data: bytes) -> bool:
        """Keep a photo that another shop has kept; False, and nothing is kept, if it is not what its name
        says.

        Its thumbnail is made with it where there is none. Raises as :meth:`add`.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            return False
        self._write(_place(self._photos, sha256), data)
        if self._with_thumbnails and not self.thumbnail_path(sha256).exists():
            self.renew_thumbnail(sha256)
        return True

    def add_thumbnail(self, sha256: str, data: bytes) -> bool:
        """Keep a thumbnail of a photo that is still to come; False if it is none of ours. Raises as
        :meth:`add`."""
        if not is_whole_jpeg(data, THUMBNAIL_SIDE):
            return False
        self._write(_place(self._thumbnails, sha256), data)
        return True

    def _write(self, target: Path, data: bytes) -> None:
        self._require_in_place()
        try:
            self._make_own_folder(target.parent)
            write_atomically(target, data)
        except OSError as error:
            raise _cannot_keep(target.parent, error) from error

    def delete(self, hashes: Iterable[str]) -> None:
        """Delete the photos with these hashes, and their thumbnails; what is not there is deleted.

        Raises:
            KnownError: one cannot be deleted.
        """
        self._require_in_place()
        try:
            for sha256 in hashes:
                self.path(sha256).unlink(missing_ok=True)
                self.thumbnail_path(sha256).unlink(missing_ok=True)
        except OSError as error:
            raise _cannot_delete(self._photos.parent, error) from error

    def small_path(self, sha256: str) -> Path:
        """What to show in lists: the thumbnail, or the photo itself in a copy of the shop, which has none."""
        thumbnail = self.thumbnail_path(sha256)
        return thumbnail if thumbnail.exists() else self.path(sha256)

    def _make_thumbnail(self, image: Image.Image, sha256: str) -> None:
        path = _place(self._thumbnails, sha256)
        if path.exists() and not is_link(path):
            return
        small = image.copy()
        small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
        self._make_own_folder(path.parent)
        # A thumbnail can be made again from its photo, so it is written whole but not waited for.
        write_atomically(path, with_proof(_jpeg(small, _THUMBNAIL_QUALITY)), durable=False)

    def _make_own_folder(self, folder: Path) -> None:
        """Make a photo's folder; refuse one that is a link.

        Raises:
            OSError: it cannot be made.
        """
        for place in (folder, folder.parent):
            if is_link(place):
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
        with self._making:  # who finds it there may rely on it: it must be synced by then
            make_folder(folder)

    def thumbnail_is_whole(self, sha256: str) -> bool:
        """Whether the thumbnail of that photo is as it was made; one that is not there does no harm."""
        try:
            data = self.thumbnail_path(sha256).read_bytes()
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return is_whole_jpeg(data, THUMBNAIL_SIDE)

    def renew_thumbnail(self, sha256: str) -> None:
        """Make the thumbnail of that photo again; where the photo cannot be read, there is none.

        Raises:
            KnownError: the disk is full, or the folder has gone.
            OSError: the damaged one cannot be deleted.
        """
        self._require_in_place()
        self.thumbnail_path(sha256).unlink(missing_ok=True)
        try:
            with Image.open(self.path(sha256)) as photo:
                self._make_thumbnail(photo.convert("RGB"), sha256)
        except (OSError, ValueError, Image.DecompressionBombError):
            return  # it is made when the photo is there again; until then lists show the photo's place


def delete_all_pictures(folder: Path) -> None:
    """Delete a folder that holds kept pictures, with all that lies in it; one that is not there is deleted.

    Raises:
        KnownError: something cannot be deleted.
    """
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise _cannot_delete(folder, error) from error


def _cannot_keep(folder: Path, error: OSError) -> KnownError:
    return known_os_error(error, folder) or KnownError(
        message("core", "A photo cannot be kept in the shop ({reason}). Make room or check the folder."),
        reason=error.strerror or type(error).__name__,
    )


def _cannot_delete(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        message("core", "A kept picture cannot be deleted from {folder} ({reason})."),
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )


def _place(folder: Path, sha256: str) -> Path:
    """A photo's place. A catalog from a stranger may hold any text for a hash, such as a path that climbs out
    of the shop: that is a photo that is missing, and its place is one in ``folder`` where nothing lies."""
    name = sha256 if _HASH.fullmatch(sha256) else hashlib.sha256(sha256.encode(errors="replace")).hexdigest()
    return folder / name[:2] / f"{name}.jpg"


def _not_through_links(folder: Path, sha256: str) -> Path:
    """A photo's place; one that a link leads away from is one that is missing."""
    place = _place(folder, sha256)
    if is_link(place):  # the folders were looked at when the shop was opened
        return place.with_suffix(".link") / place.name  # where nothing lies
    return place


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()
