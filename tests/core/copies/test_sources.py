"""Files, folders, films and saved pages give their pictures; what cannot be read says why."""

import base64
import io
from email.message import EmailMessage
from pathlib import Path

import pytest

from core.copies.sources import ToTrace, pictures_of
from tests.core.cartons import carton
from tests.core.imaging.pdfs.paged import pdf


def jpeg(seed: int) -> bytes:
    buffer = io.BytesIO()
    carton(seed).save(buffer, "JPEG")
    return buffer.getvalue()


def names(given: list[ToTrace], folder: Path) -> list[str]:
    return [one.name.removeprefix(str(folder)).lstrip("/\\") for one in given if one.image is not None]


def problems(given: list[ToTrace]) -> list[str]:
    return [str(one.problem) for one in given if one.image is None]


def test_a_folder_gives_all_that_is_below_it_and_names_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "one.jpg").write_bytes(jpeg(1))
    (tmp_path / "inner" / "two.JPG").write_bytes(jpeg(2))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "notes.txt").write_text("nothing")
    given = list(pictures_of([tmp_path]))
    assert names(given, tmp_path) == ["inner/two.JPG", "one.jpg"]
    assert len(problems(given)) == 1 and "broken.png" in problems(given)[0]


def test_a_folder_without_pictures_and_a_file_that_is_not_there_are_named(tmp_path: Path) -> None:
    given = list(pictures_of([tmp_path, tmp_path / "gone.jpg"]))
    assert names(given, tmp_path) == []
    assert "There are no pictures, films, PDFs or saved pages" in problems(given)[0]
    assert "gone.jpg" in problems(given)[1]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page as a browser saves it, with a folder of files; and a picture outside of that folder."""
    folder = tmp_path / "saved"
    (folder / "Shop_files").mkdir(parents=True)
    (folder / "Shop_files" / "a b.jpg").write_bytes(jpeg(1))
    (folder / "Shop_files" / "c.jpg").write_bytes(jpeg(2))
    (tmp_path / "secret.jpg").write_bytes(jpeg(3))
    inline = base64.b64encode(jpeg(4)).decode()
    text = f"""<html><body><img src="Shop_files/a%20b.jpg"><IMG SRC='Shop_files/a%20b.jpg'>
    <picture><source srcset="Shop_files/c.jpg 1x, Shop_files/missing.jpg 2x"></picture>
    <img src="data:image/jpeg;base64,{inline}"><img src="data:image/svg+xml,<svg/>">
    <img src="../secret.jpg"><img src="https://shop.example/far.jpg"><img src="//shop.example/x.png">"""
    file = folder / "Shop.html"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_saved_page_gives_what_was_saved_with_it_and_fetches_nothing(page: Path) -> None:
    given = list(pictures_of([page]))
    assert names(given, page.parent) == [
        "Shop.html#Shop_files/a b.jpg",
        "Shop.html#Shop_files/c.jpg",
        "Shop.html#picture 4",
    ]
    assert problems(given) == ["4 pictures were not saved with the page and are not looked at."]


def test_a_page_saved_as_one_file_gives_its_pictures(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("<img src='https://shop.example/a.jpg'>", subtype="html")
    message.make_related()
    message.add_related(jpeg(1), "image", "jpeg", headers=["Content-Location: https://shop.example/a.jpg"])
    message.add_related(b"not a picture", "image", "png", filename="b.png")
    file = tmp_path / "page.mhtml"
    file.write_bytes(message.as_bytes())
    given = list(pictures_of([file]))
    assert names(given, tmp_path) == ["page.mhtml#https://shop.example/a.jpg"]
    assert len(problems(given)) == 1 and "b.png" in problems(given)[0]


def test_pages_that_mean_harm_are_read_in_peace(tmp_path: Path) -> None:
    bombs = {
        "open.html": "<img src='" + "a" * 1_000_000,
        "nested.html": "<div>" * 50_000 + "<img src='x.jpg'>",
        "odd.html": "<img src='data:image/png;base64,@@@@'><img src='\0/../..'><img src='file:///dev/zero'>",
        "empty.mht": "",
        "deep.mhtml": "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n" * 2_000,
    }
    for name, text in bombs.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert names(list(pictures_of([tmp_path / name])), tmp_path) == []


def test_a_pdf_gives_the_pictures_of_its_pages_and_names_the_page(tmp_path: Path) -> None:
    pdf(tmp_path / "offer.pdf", [carton(1), carton(2)])
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7")
    given = list(pictures_of([tmp_path]))
    assert names(given, tmp_path) == ["offer.pdf#page 1, picture 1", "offer.pdf#page 2, picture 1"]
    assert [one.page for one in given if one.image is not None] == [1, 2]
    assert len(problems(given)) == 1 and "broken.pdf is no PDF" in problems(given)[0]
