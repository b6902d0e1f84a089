"""Real barcodes, printed by zxing-cpp's writer and photographed by us."""

import csv
from pathlib import Path

import pytest
from PIL import Image

from core.imaging.barcode_reading import BarcodeRead, read_barcodes
from core.imaging.decode import decode_file
from tests.core.imaging.barcode_photos import label, photo_with

CODE = "4006381333931"
PAGE = "https://example.com/win"


def codes(image: Image.Image) -> list[str]:
    return [read.code for read in read_barcodes(image)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 12, -18])
def test_a_code_is_read_whichever_way_the_product_is_held(turn: int) -> None:
    assert codes(photo_with(label(CODE), turn=turn)) == [CODE]


@pytest.mark.parametrize("share", [0.9, 0.5, 0.25])
def test_a_code_is_read_from_near_and_from_further_away(share: float) -> None:
    assert codes(photo_with(label(CODE), share=share)) == [CODE]


def test_a_code_is_read_when_it_leans_away_and_is_a_little_blurred() -> None:
    assert codes(photo_with(label(CODE), share=0.5, lean=0.25, turn=5, blur=1.0, noise=8)) == [CODE]


def test_a_picture_larger_than_what_is_read_is_reduced_first() -> None:
    assert codes(photo_with(label(CODE, scale=8), size=(3000, 2250))) == [CODE]


@pytest.mark.parametrize(
    ("kind", "printed", "read"),
    [
        ("EAN13", CODE, BarcodeRead(CODE, is_sure=True)),
        ("EAN8", "73513537", BarcodeRead("73513537", is_sure=False)),
        ("UPCA", "036000291452", BarcodeRead("0036000291452", is_sure=True)),
        ("UPCE", "01234565", BarcodeRead("0012345000065", is_sure=False)),
        ("ITF14", "15400141288763", BarcodeRead("15400141288763", is_sure=True)),
        ("DataBarOmni", "01234567890128", BarcodeRead("0101234567890128", is_sure=True)),
        ("Code128", "F-0012", BarcodeRead("F-0012", is_sure=True)),
        ("QRCode", "4006381333931", BarcodeRead("4006381333931", is_sure=True)),
        (
            "QRCode",
            "https://example.com/win",
            BarcodeRead("https://example.com/win", is_sure=False, is_advertising=True),
        ),
    ],
)
def test_each_kind_of_code_is_read(kind: str, printed: str, read: BarcodeRead) -> None:
    assert read_barcodes(photo_with(label(printed, kind), share=0.5)) == (read,)


def test_two_codes_in_one_picture_are_both_read() -> None:
    shelf = Image.new("RGB", (900, 900), "white")
    shelf.paste(label(CODE), (60, 60))
    shelf.paste(label("2000000010007"), (300, 560))
    assert set(codes(shelf)) == {CODE, "2000000010007"}


def test_a_grey_picture_and_one_without_a_code_are_fine() -> None:
    assert codes(label(CODE).convert("L")) == [CODE]
    assert codes(Image.new("RGB", (640, 480), "white")) == []


def test_photos_of_fruit_and_cartons_hold_no_code_that_is_not_there(grocery: Path) -> None:
    with (grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        photos = [grocery / row["photo"] for row in list(csv.DictReader(file))[::60]]
    wrong = [read for photo in photos for read in read_barcodes(decode_file(photo)) if read.is_sure]
    assert wrong == []


def test_a_code_says_where_it_is_in_the_picture_that_was_given() -> None:
    picture = photo_with(label(CODE, "QRCode"), share=0.5).resize((2100, 2100))
    (read,) = read_barcodes(picture)
    (small,) = read_barcodes(picture.resize((1050, 1050)))
    assert read.box == pytest.approx([2 * side for side in small.box], abs=20)
    assert 0 < read.box[0] < read.box[2] < 2100
