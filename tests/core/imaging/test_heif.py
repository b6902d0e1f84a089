"""Photos of phones: HEIC, HEIF, and AVIF under every brand.

The pictures were drawn and encoded for these tests: a red left half and a blue right half under a green bar,
320 by 240; ``turned`` is stored lying on its side, ``p3`` is Display P3 (200, 60, 40), ``clear`` is
transparent.
"""

from pathlib import Path

import pytest
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_bytes, decode_file

PICTURES = Path(__file__).parent / "pictures"


def is_about(image: Image.Image, place: tuple[int, int], wanted: tuple[int, int, int]) -> bool:
    found = image.getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) <= 6 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", ["plain.heic", "turned.heic"])
def test_a_phones_photo_opens_upright(name: str) -> None:
    image = decode_file(PICTURES / name)
    assert (image.mode, image.size) == ("RGB", (320, 240))
    assert is_about(image, (160, 8), (30, 200, 30))
    assert is_about(image, (80, 150), (200, 30, 30))
    assert is_about(image, (240, 150), (30, 30, 200))


def test_its_colours_become_srgb_and_its_transparency_white() -> None:
    assert is_about(decode_file(PICTURES / "p3.heic"), (160, 120), (219, 41, 23))
    assert is_about(decode_file(PICTURES / "clear.heic"), (160, 120), (255, 255, 255))


@pytest.mark.parametrize("brand", [b"mif1", b"msf1", b"heix", b"miaf", b"hevc"])
def test_any_brand_may_stand_first(brand: bytes) -> None:
    data = (PICTURES / "plain.heic").read_bytes()
    assert decode_bytes(data[:8] + brand + data[12:], name="p").size == (320, 240)


@pytest.mark.parametrize("brand", [b"avif", b"avis", b"mif1", b"miaf", b"MA1B"])
def test_an_avif_opens_under_any_brand(brand: bytes) -> None:
    data = (PICTURES / "mif1.avif").read_bytes()
    assert is_about(decode_bytes(data[:8] + brand + data[12:], name="p"), (200, 200), (200, 60, 40))


def test_metadata_of_an_unknown_kind_do_not_end_the_program() -> None:
    data = (PICTURES / "turned.heic").read_bytes()
    assert data.count(b"Exif\0") >= 1
    assert decode_bytes(data.replace(b"Exif\0", b"E\xffif\0", 1), name="p").size == (320, 240)


@pytest.mark.parametrize("cut", [12, 40, 300, 600])
def test_a_photo_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(KnownError, match="damaged or cut off"):
        decode_bytes((PICTURES / "plain.heic").read_bytes()[:cut], name="p")


def with_size(data: bytes, width: int, height: int) -> bytes:
    place = data.index(b"ispe") + 8
    return data[:place] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + data[place + 8 :]


def test_a_photo_of_too_many_pixels_is_refused_by_its_header() -> None:
    data = with_size((PICTURES / "plain.heic").read_bytes(), 9000, 9000)
    with pytest.raises(KnownError, match="9000×9000 pixels, more than can be opened safely"):
        decode_bytes(data, name="p")


def test_a_header_that_says_less_than_there_is_is_refused() -> None:
    """Or a few bytes could ask for all the memory there is."""
    with pytest.raises(KnownError, match="damaged"):
        decode_bytes(with_size((PICTURES / "plain.heic").read_bytes(), 64, 64), name="p")
