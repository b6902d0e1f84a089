"""PDFs give their pictures, or their pages as they are seen; what cannot be read is one sentence."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import KnownError
from core.imaging.pdfs import pictures, reading
from core.imaging.pdfs.pictures import OfPdf, pdf_pictures
from core.imaging.pdfs.reading import read_pdf
from tests.core.cartons import carton
from tests.core.imaging.pdfs.paged import LOCKED, pdf, written_pdf


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean())


def test_every_page_gives_its_picture_once_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [carton(1), carton(2), carton(1)])
    found = list(read_pdf(path, 1600))
    assert [given for given, _image in found] == [OfPdf(1, 1), OfPdf(2, 1)]
    for (_given, image), seed in zip(found, (1, 2), strict=True):
        assert image is not None and image.mode == "RGB" and image.size == carton(seed).size
        assert difference(image, carton(seed)) < 6


def test_pictures_are_made_no_larger_than_asked(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [carton(1)])
    assert [image.size for _given, image in pdf_pictures(path, 100) if image is not None] == [(100, 100)]


def test_a_page_without_pictures_is_drawn_as_it_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(written_pdf(b"1 0 0 rg 0 0 200 400 re f"))
    ((given, image),) = pdf_pictures(tmp_path / "a.pdf", 100)
    assert given == OfPdf(1) and image is not None and image.size == (100, 100)
    assert image.getpixel((20, 50)) == (255, 0, 0) and image.getpixel((80, 50)) == (255, 255, 255)


def test_a_picture_that_was_cut_into_strips_is_seen_whole_on_its_page(tmp_path: Path) -> None:
    strips = [carton(1).crop((0, 60 * row, 420, 60 * row + 60)) for row in range(7)]
    drawing = b"\n".join(
        b"q 400 0 0 57.143 0 %f cm /I%d Do Q" % (400 - 57.143 * (row + 1), row) for row in range(7)
    )
    (tmp_path / "a.pdf").write_bytes(written_pdf(drawing, strips))
    *_strips, (given, image) = pdf_pictures(tmp_path / "a.pdf", 420)
    assert given == OfPdf(1) and image is not None
    assert difference(image, carton(1)) < 8


def test_what_is_printed_over_a_picture_and_dots_of_a_layout_are_passed_by(tmp_path: Path) -> None:
    drawing = b"q 400 0 0 400 0 0 cm /I0 Do Q 0 g 0 0 300 300 re f q 8 0 0 8 0 0 cm /I1 Do Q"
    (tmp_path / "a.pdf").write_bytes(written_pdf(drawing, [carton(3), Image.new("RGB", (8, 8))]))
    ((given, image),) = pdf_pictures(tmp_path / "a.pdf", 420)
    assert given == OfPdf(1, 1) and image is not None
    assert difference(image, carton(3)) == 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no PDF" * 100], ids=["empty", "begun", "text"])
def test_what_is_no_pdf_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.pdf").write_bytes(content)
    with pytest.raises(KnownError, match=r"bad\.pdf is no PDF that can be read"):
        list(pdf_pictures(tmp_path / "bad.pdf", 100))
    with pytest.raises(KnownError):
        list(pdf_pictures(tmp_path / "gone.pdf", 100))


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(written_pdf(b"", trailer=LOCKED))
    with pytest.raises(KnownError, match="locked by a password"):
        list(read_pdf(tmp_path / "a.pdf", 100))


def test_a_page_that_cannot_be_read_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [carton(1), carton(2)])
    first = path.read_bytes().index(b"/Type /Page\n")
    path.write_bytes(path.read_bytes()[:first] + b"/Type /Nope" + path.read_bytes()[first + 11 :])
    found = list(pdf_pictures(path, 100))
    assert [given.page for given, image in found if image is not None][-1] == 2
    assert all(image is not None or "Page 1 of" in str(given.problem) for given, image in found)


def test_limits_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "a.pdf", [carton(1), carton(2), carton(3)])
    monkeypatch.setattr(pictures, "MAX_PAGES", 2)
    found = pdf_pictures(path, 100)
    assert next(found)[0].page == 1 and next(found)[0].page == 2
    with pytest.raises(KnownError, match="more than 2 pages"):
        next(found)
    monkeypatch.setattr(pictures, "MAX_PICTURES", 1)
    with pytest.raises(KnownError, match="more than 1 pictures"):
        list(pdf_pictures(path, 100))
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1000)
    monkeypatch.setattr(pictures, "MAX_PICTURES", 100)
    monkeypatch.setattr(pictures, "MAX_PAGES", 1)
    given, image = next(pdf_pictures(path, 100))
    assert given == OfPdf(1) and image is not None  # then the page is drawn
    monkeypatch.setattr(pictures, "MAX_BYTES", 1000)
    with pytest.raises(KnownError, match="larger than"):
        list(pdf_pictures(path, 100))


def test_a_reader_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "a.pdf", [carton(1)])
    monkeypatch.setattr(reading, "PATIENCE_SECONDS", 0.0)  # the child has not even started by then
    with pytest.raises(KnownError, match="no PDF that can be read"):
        list(read_pdf(path, 100))


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(KnownError, match="a folder, a device or a pipe"):
        list(pdf_pictures(tmp_path / "a.pdf", 100))
