"""The camera's own date, as files of each kind tell it; whatever else stands there costs only the date."""

import io

import pytest
from PIL import Image

from core.imaging.camera_date import camera_date

PICTURE = Image.new("RGB", (32, 24), "teal")


def photo(kind: str = "JPEG", date: object = "2026:11:29 10:15:30", offset: object = None) -> bytes:
    exif = Image.Exif()
    directory = exif.get_ifd(0x8769)
    directory[0x9003] = date
    if offset is not None:
        directory[0x9011] = offset
    buffer = io.BytesIO()
    PICTURE.save(buffer, kind, exif=exif.tobytes())
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_files_that_keep_it_tell_it(kind: str) -> None:
    assert camera_date(photo(kind)) == "2026-11-29T10:15:30"


def test_the_time_zone_is_told_where_the_camera_knew_it() -> None:
    assert camera_date(photo(offset="+08:00")) == "2026-11-29T10:15:30+08:00"
    assert camera_date(photo(offset="somewhere")) == "2026-11-29T10:15:30"


@pytest.mark.parametrize("date", ["", "0000:00:00 00:00:00", "yesterday", "2026:11:29 10:15:30\nx"])
def test_what_is_no_date_is_none(date: str) -> None:
    assert camera_date(photo(date=date)) == ""


def test_a_picture_without_metadata_and_no_picture_have_none() -> None:
    buffer = io.BytesIO()
    PICTURE.save(buffer, "PNG")
    for data in (buffer.getvalue(), b"", b"Exif\0\0II*\0", photo()[:60]):
        assert camera_date(data) == ""


def test_a_damaged_block_costs_only_the_date() -> None:
    whole = photo()
    begin = whole.index(b"Exif\0\0")
    for place in range(begin, begin + 80):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        assert len(camera_date(bytes(damaged))) in {0, len("2026-11-29T10:15:30")}
