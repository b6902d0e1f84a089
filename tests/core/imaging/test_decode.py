"""What happens to good, odd and hostile picture files."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageDraw

from core.errors import KnownError
from core.imaging.decode import decode_bytes, decode_file


def picture(size: tuple[int, int] = (320, 240)) -> Image.Image:
    """A red left half and a blue right half under a green bar."""
    image = Image.new("RGB", size, (200, 30, 30))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size[0] // 2, 0, size[0], size[1]), fill=(30, 30, 200))
    draw.rectangle((0, 0, size[0], size[1] // 8), fill=(30, 200, 30))
    return image


def encoded(image: Image.Image, file_format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def colour_at(image: Image.Image, x_share: float, y_share: float) -> tuple[int, int, int]:
    value = image.getpixel((int(image.width * x_share), int(image.height * y_share)))
    assert isinstance(value, tuple)
    return int(value[0]), int(value[1]), int(value[2])


def is_about(actual: tuple[int, int, int], expected: tuple[int, int, int], tolerance: int = 24) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(actual, expected, strict=True))


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_every_supported_format_gives_the_same_rgb_picture(file_format: str) -> None:
    decoded = decode_bytes(encoded(picture(), file_format), name="p")
    assert decoded.mode == "RGB"
    assert decoded.size == (320, 240)
    assert is_about(colour_at(decoded, 0.25, 0.6), (200, 30, 30))
    assert is_about(colour_at(decoded, 0.75, 0.6), (30, 30, 200))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_camera_orientation_is_turned_upright(orientation: int) -> None:
    upright = picture()
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = upright.transpose(undo) if undo is not None else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    decoded = decode_bytes(encoded(stored, "JPEG", exif=exif, quality=95), name="p")
    assert decoded.size == upright.size
    assert is_about(colour_at(decoded, 0.5, 0.04), (30, 200, 30))
    assert is_about(colour_at(decoded, 0.25, 0.6), (200, 30, 30))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_damaged_exif_does_not_cost_the_picture() -> None:
    data = encoded(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert decode_bytes(data, name="p").size == (320, 240)


def test_a_large_photo_is_bounded_and_keeps_its_shape() -> None:
    decoded = decode_bytes(encoded(picture((3000, 1500)), "JPEG"), name="p", max_side=700)
    assert decoded.size == (700, 350)


def test_transparency_becomes_white() -> None:
    clear = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    decoded = decode_bytes(encoded(clear, "PNG"), name="p")
    assert colour_at(decoded, 0.5, 0.5) == (255, 255, 255)


def test_a_palette_with_a_transparent_colour_becomes_white() -> None:
    image = Image.new("P", (64, 64), 3)
    image.putpalette([0, 0, 0] * 3 + [10, 20, 30] + [0, 0, 0] * 252)
    decoded = decode_bytes(encoded(image, "PNG", transparency=3), name="p")
    assert colour_at(decoded, 0.5, 0.5) == (255, 255, 255)


def test_a_palette_picture_keeps_its_colours() -> None:
    decoded = decode_bytes(encoded(picture().quantize(8), "PNG"), name="p")
    assert is_about(colour_at(decoded, 0.25, 0.6), (200, 30, 30))


def test_cmyk_becomes_rgb() -> None:
    decoded = decode_bytes(encoded(picture().convert("CMYK"), "JPEG", quality=95), name="p")
    assert is_about(colour_at(decoded, 0.25, 0.6), (200, 30, 30))
    assert is_about(colour_at(decoded, 0.75, 0.6), (30, 30, 200))


def test_sixteen_bit_grey_is_scaled_not_clipped() -> None:
    values = np.linspace(0, 65535, 256, dtype=np.uint16)[None, :].repeat(64, axis=0)
    decoded = decode_bytes(encoded(Image.fromarray(values), "PNG"), name="p")
    row = np.asarray(decoded)[32, :, 0].astype(int)
    assert np.abs(row - np.arange(256)).max() <= 1


def test_an_srgb_profile_changes_nothing_and_another_profile_is_applied() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = decode_bytes(encoded(picture(), "PNG"), name="p")
    tagged = decode_bytes(encoded(picture(), "PNG", icc_profile=srgb), name="p")
    assert plain.tobytes() == tagged.tobytes()
    damaged = decode_bytes(encoded(picture(), "PNG", icc_profile=b"no profile"), name="p")
    assert plain.tobytes() == damaged.tobytes()


@pytest.mark.parametrize("file_format", ["GIF", "WEBP"])
def test_an_animation_shows_its_first_frame(file_format: str) -> None:
    second = Image.new("RGB", (320, 240), (255, 255, 0))
    data = encoded(picture(), file_format, save_all=True, append_images=[second], duration=100)
    assert is_about(colour_at(decode_bytes(data, name="p"), 0.75, 0.6), (30, 30, 200))


def refused(data: bytes, name: str = "photo.jpg") -> str:
    with pytest.raises(KnownError) as caught:
        decode_bytes(data, name=name)
    sentence = str(caught.value)
    assert name in sentence
    return sentence


def test_a_truncated_jpeg_is_refused_with_a_sentence() -> None:
    data = encoded(picture(), "JPEG")
    assert "cut off" in refused(data[: len(data) // 2])


def test_a_text_file_named_jpg_is_refused_with_a_sentence() -> None:
    assert "not a picture" in refused(b"Dear customer, the price of apples is 3.20.\n" * 40)


def test_an_empty_file_is_refused_with_a_sentence() -> None:
    assert "empty" in refused(b"")


def test_a_one_pixel_picture_is_refused_with_its_size() -> None:
    assert "1×1" in refused(encoded(Image.new("RGB", (1, 1)), "PNG"))


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims a huge size in its header and holds almost nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 4096))
        + chunk(b"IEND", b"")
    )


def test_a_decompression_bomb_is_refused_by_its_header() -> None:
    assert "30000×30000" in refused(bomb(30_000, 30_000), "bomb.png")


@pytest.mark.parametrize("seed", range(40))
def test_bytes_flipped_at_random_give_a_picture_or_a_sentence(seed: int) -> None:
    file_format = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")[seed % 5]
    data = bytearray(encoded(picture((96, 80)), file_format))
    random = np.random.default_rng(seed)
    for position in random.integers(0, len(data), 12):
        data[position] = random.integers(0, 256)
    try:
        decoded = decode_bytes(bytes(data), name="p")
    except KnownError:
        return
    assert decoded.mode == "RGB"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"gone\.jpg"):
        decode_file(tmp_path / "gone.jpg")
    with pytest.raises(KnownError, match="folder"):
        decode_file(tmp_path)


def test_a_file_larger_than_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.imaging.decode.MAX_BYTES", 1024)
    path = tmp_path / "large.jpg"
    path.write_bytes(b"x" * 2048)
    with pytest.raises(KnownError, match=r"large\.jpg"):
        decode_file(path)


def test_every_photo_of_the_real_shop_decodes(grocery: Path) -> None:
    photos = sorted((grocery / "iconic-images-and-descriptions").rglob("*.jpg"))
    assert len(photos) == 81
    assert all(decode_file(photo, max_side=256).mode == "RGB" for photo in photos)


def test_a_progressive_jpeg_with_hundreds_of_scans_over_a_huge_picture_is_refused_before_it_is_decoded() -> (
    None
):
    few = encoded(Image.new("L", (9000, 9000), 128), "JPEG", progressive=True)
    scan = few[few.rfind(b"\xff\xda") : -2]
    endless = few[:-2] + scan * 300 + few[-2:]  # a few kilobytes more, half a minute of decoding
    assert decode_bytes(few, name="p", max_side=200).size == (200, 200)
    with pytest.raises(KnownError, match="cannot be opened safely"):
        decode_bytes(endless, name="endless", max_side=200)


def test_a_small_progressive_jpeg_may_have_many_scans() -> None:
    few = encoded(picture(), "JPEG", progressive=True)
    scan = few[few.rfind(b"\xff\xda") : -2]
    assert decode_bytes(few[:-2] + scan * 50 + few[-2:], name="p").size == (320, 240)


def test_a_progressive_jpeg_is_held_to_the_pixels_of_formats_that_are_decoded_whole() -> None:
    data = bytearray(encoded(Image.new("L", (64, 64)), "JPEG", progressive=True))
    header = data.index(b"\xff\xc2")
    data[header + 5 : header + 9] = struct.pack(">HH", 12_000, 12_000)
    with pytest.raises(KnownError, match="more than can be opened safely"):
        decode_bytes(bytes(data), name="huge")


@pytest.mark.parametrize("mode", ["RGBA", "P", "I;16", "I", "F"])
def test_a_very_large_picture_of_any_kind_keeps_its_tones_when_it_is_reduced_band_by_band(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((3000, 2600))
    if mode == "P":
        image = grey.convert("P")
    elif mode == "RGBA":
        image = grey.convert("RGBA")
    else:
        image = Image.fromarray(np.asarray(grey).astype({"I;16": "u2", "I": "i4", "F": "f4"}[mode]) * 257)
    small = decode_bytes(encoded(image, "TIFF" if mode in "IF" else "PNG"), name="p", max_side=200)
    whole = np.asarray(grey.resize(small.size, Image.Resampling.LANCZOS)).astype(float)
    assert small.size == (200, 173)
    assert np.abs(np.asarray(small.convert("L")) - whole).max() <= 4
