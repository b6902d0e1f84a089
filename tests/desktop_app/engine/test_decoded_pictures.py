"""What is decoded for a query, and what is not decoded again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PIL import Image

from core.imaging.cut import Box, Cut
from desktop_app.engine.decoded_pictures import CUT_SIDE, WHOLE_SIDE, DecodedPictures
from desktop_app.engine.engine import PictureSource, QueryPicture


class Decoder:
    """Real pictures of 4000 × 3000 pixels, and how often each was asked for."""

    def __init__(self) -> None:
        self.sides: list[int] = []

    def __call__(self, source: PictureSource, max_side: int) -> Image.Image:
        self.sides.append(max_side)
        return Image.new("RGB", (max_side, max_side * 3 // 4), "red")


def test_a_whole_picture_is_decoded_no_larger_than_a_search_needs() -> None:
    decoder = Decoder()
    picture = DecodedPictures(decoder).cut(QueryPicture(PictureSource("a", data=b"")))
    assert picture.size == (1000, 750) and decoder.sides == [WHOLE_SIDE]


def test_a_part_is_taken_from_a_larger_decoding_that_serves_the_next_part_too() -> None:
    decoder, source = Decoder(), PictureSource("a", data=b"")
    pictures = DecodedPictures(decoder)
    small = pictures.cut(QueryPicture(source, Cut(Box(0.5, 0.5, 0.6, 0.6))))
    assert small.size == (240, 180)
    half = pictures.cut(QueryPicture(source, Cut(Box(0.0, 0.0, 0.5, 1.0), 1)))
    assert max(half.size) == WHOLE_SIDE  # not larger than a whole picture
    assert half.width > half.height  # and turned
    assert decoder.sides == [CUT_SIDE]


def test_pictures_of_the_same_name_are_not_mixed_up_and_few_are_kept() -> None:
    decoder = Decoder()
    pictures = DecodedPictures(decoder)
    sources = [PictureSource("a", data=b"") for _ in range(3)]
    cut = Cut(Box(0.1, 0.1, 0.4, 0.4))
    for source in sources:
        pictures.cut(QueryPicture(source, cut))
    assert len(decoder.sides) == 3
    pictures.cut(QueryPicture(sources[2], cut))
    assert len(decoder.sides) == 3
    pictures.cut(QueryPicture(sources[0], cut))
    assert len(decoder.sides) == 4


def test_a_picture_that_two_threads_ask_for_at_once_is_decoded_once() -> None:
    decoder, source = Decoder(), PictureSource("a", data=b"")
    began, may_go_on = Event(), Event()

    def decode(source: PictureSource, side: int) -> Image.Image:
        began.set()
        assert may_go_on.wait(30)
        return decoder(source, side)

    pictures = DecodedPictures(decode)
    with ThreadPoolExecutor(2) as pool:
        shown = pool.submit(pictures.whole, source)
        assert began.wait(30)
        searched = pool.submit(pictures.cut, QueryPicture(source))
        may_go_on.set()
        assert shown.result() is searched.result()
    assert decoder.sides == [WHOLE_SIDE]
