"""Colours become sRGB by what a profile does, whatever it is called."""

import io
import struct

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from core.imaging.decode import decode_bytes

_P3 = {
    b"rXYZ": (0.5151, 0.2412, -0.0011),
    b"gXYZ": (0.2920, 0.6922, 0.0419),
    b"bXYZ": (0.1571, 0.0666, 0.7841),
}
"""Display P3's primaries under D50 (SMPTE EG 432-1, adapted as ICC.1 asks)."""
_ADOBE = {
    b"rXYZ": (0.6097, 0.3111, 0.0195),
    b"gXYZ": (0.2053, 0.6257, 0.0609),
    b"bXYZ": (0.1492, 0.0632, 0.7445),
}


def profile(primaries: dict[bytes, tuple[float, float, float]] | None = None) -> bytes:
    """sRGB's curve with other primaries, under sRGB's name."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", data, 128)
    for tag, numbers in (primaries or {}).items():
        places = [struct.unpack_from(">4sII", data, 132 + 12 * n) for n in range(count)]
        place = next(start for name, start, _length in places if name == tag)
        struct.pack_into(">3i", data, place + 8, *(round(number * 65536) for number in numbers))
    return bytes(data)


def shown(image: Image.Image, file_format: str, icc: bytes, **options: object) -> NDArray[np.int64]:
    """The colour in the middle of the picture once it is decoded."""
    buffer = io.BytesIO()
    image.save(buffer, file_format, icc_profile=icc, **options)
    middle: NDArray[np.int64] = np.asarray(decode_bytes(buffer.getvalue(), name="p"))[32, 32].astype(np.int64)
    return middle


RED = (200, 60, 40)


@pytest.mark.parametrize(
    ("mode", "file_format"),
    [
        ("RGB", "JPEG"),
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("P", "PNG"),
        ("RGB", "WEBP"),
        ("RGBA", "WEBP"),
        ("RGB", "TIFF"),
    ],
)
def test_display_p3_becomes_srgb_though_its_profile_is_called_srgb(mode: str, file_format: str) -> None:
    image = Image.new("RGB", (64, 64), RED)
    image = image.quantize(4) if mode == "P" else image.convert(mode)
    found = shown(image, file_format, profile(_P3), **({"lossless": True} if file_format == "WEBP" else {}))
    assert np.abs(found - (219, 41, 23)).max() <= 4


def test_a_wider_space_is_converted_and_srgb_is_left_alone() -> None:
    image = Image.new("RGB", (64, 64), RED)
    assert shown(image, "PNG", profile(_ADOBE))[0] > 225
    assert tuple(shown(image, "PNG", profile())) == RED
    assert tuple(shown(image.convert("RGBA"), "PNG", profile())) == RED


def test_transparency_stays_what_it_was() -> None:
    half = Image.new("RGBA", (64, 64), (*RED, 128))
    found = shown(half, "PNG", profile(_P3))
    assert np.abs(found - (237, 148, 139)).max() <= 4  # halfway from (219, 41, 23) to white


def test_a_profile_for_other_colours_than_the_pictures_is_passed_over() -> None:
    grey = Image.new("L", (64, 64), 90)
    assert tuple(shown(grey, "PNG", profile(_P3))) == (90, 90, 90)
