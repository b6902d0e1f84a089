"""HEIC and HEIF photos, as phones write them: libheif's decoder behind Pillow's door.

The decoder's own limits stay on: they bound what a header may claim before a pixel is decoded. The photo
comes upright, as the container says; previews, depth maps and further pictures are not read, and neither is
EXIF. That is why the library's lower half is called and not its Pillow plugin, which reads all of them: in
version 1.4.0 it ends the whole program at a metadata block of a kind that it does not know.
"""

from typing import Any

from PIL import Image, ImageFile

FORMAT = "HEIF"
_THREADS = 1
"""Pictures are decoded side by side already."""
_MOST_PICTURES = 1_000


def register_heif() -> None:
    """Let Pillow open this format, too; late, for most shops have no such photo."""
    Image.register_open(FORMAT, HeifPhoto, lambda start: start[4:12] == b"ftypheic")


def as_named(data: bytes, kind: str) -> bytes:
    """``data`` with the brand first by which Pillow tells ``kind``; decoders read the brands that follow."""
    first = {"AVIF": b"avif", FORMAT: b"heic"}[kind]
    return data if data[8:12] == first else data[:8] + first + data[12:]


class HeifPhoto(ImageFile.ImageFile):
    """The photo that a HEIF file is of; Pillow makes it from an open file."""

    format = FORMAT
    format_description = "HEIF photo"

    def _open(self) -> None:
        import _pi_heif  # late: a library of 4 MB

        try:
            data = self.fp.read() if self.fp is not None else b""
            pictures = _pi_heif.load_file(data, _THREADS, True, False, True, True, "", False)
        except (OSError, ValueError, RuntimeError, EOFError) as error:
            raise SyntaxError(str(error)) from error  # Pillow's word for a file that is not of a format
        first = next((picture for picture in pictures[:_MOST_PICTURES] if picture.primary), None)
        if first is None:
            raise SyntaxError("no picture in it")
        self._photo: Any = first
        self._size, self._mode = first.size_mode
        profile = first.color_profile
        if profile and profile["type"] in ("rICC", "prof"):
            self.info["icc_profile"] = profile["data"]
        self.tile = []

    def load(self) -> Any:
        """Decode; the size may turn out another than the header says."""
        photo, self._photo = self._photo, None
        if photo is not None:
            pixels = photo.data
            self._size, self._mode = photo.size_mode
            self.load_prepare()
            self.frombytes(pixels, "raw", (self._mode, photo.stride))
        return super().load()
