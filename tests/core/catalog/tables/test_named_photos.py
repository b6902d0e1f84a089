"""Photos that tables name: found however their names travelled, several in a cell, none from elsewhere."""

import unicodedata
from pathlib import Path

import pytest

from core.catalog.tables.named_photos import NamedPhotos
from core.errors import KnownError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = ("IMG_1.JPG", unicodedata.normalize("NFD", "Café.jpg"), "a.jpg", "b.jpg", "red, large.jpg")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "Photos").mkdir()
    (tmp_path / "Photos" / "Straße.png").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("named", "lies"),
    [
        ("img_1.jpg", "IMG_1.JPG"),
        ("Café.jpg", unicodedata.normalize("NFD", "Café.jpg")),
        ("CAFÉ.JPG", unicodedata.normalize("NFD", "Café.jpg")),
        ("photos/strasse.PNG", "Photos/Straße.png"),
        ("PHOTOS\\Straße.png", "Photos/Straße.png"),
        ("red, large.jpg", "red, large.jpg"),
    ],
)
def test_a_name_is_found_whatever_became_of_its_letters(folder: Path, named: str, lies: str) -> None:
    ((_name, place),) = NamedPhotos(folder).find_all(named)
    assert place == folder / lies


@pytest.mark.parametrize(
    "cell",
    [
        "a.jpg, b.jpg",
        "a.jpg;b.jpg",
        "a.jpg\nb.jpg",
        "a.jpg | B.JPG",
        '"a.jpg", "b.jpg"',
        "['a.jpg','b.jpg']",
        "a.jpg,,b.jpg,",
    ],
)
def test_a_cell_may_name_several(folder: Path, cell: str) -> None:
    assert [place for _name, place in NamedPhotos(folder).find_all(cell)] == [
        folder / "a.jpg",
        folder / "b.jpg",
    ]


def test_of_several_the_one_that_is_missing_is_named(folder: Path) -> None:
    (_, first), (_, second) = NamedPhotos(folder).find_all("a.jpg, none.jpg")
    assert first == folder / "a.jpg"
    assert str(second) == "There is no photo none.jpg: check the path."


def test_addresses_are_told_apart_by_what_they_begin_with(folder: Path) -> None:
    found = NamedPhotos(folder).find_all("https://x.example/a,b.jpg, https://x.example/c.jpg")
    assert [name for name, _ in found] == ["https://x.example/a,b.jpg", "https://x.example/c.jpg"]
    assert all("offline" in str(place) for _, place in found)


def test_a_picture_within_the_cell_is_passed_over_in_few_words(folder: Path) -> None:
    ((_name, place),) = NamedPhotos(folder).find_all("data:image/png;base64," + "A" * 90_000)
    assert "within the table" in str(place)
    assert len(str(place)) < 200


def test_names_that_differ_in_capitals_alone_are_kept_apart(folder: Path) -> None:
    (folder / "img_1.jpg").write_bytes(b"")
    photos = NamedPhotos(folder)
    assert photos.find("IMG_1.JPG") == folder / "IMG_1.JPG"
    assert photos.find("img_1.jpg") == folder / "img_1.jpg"
    with pytest.raises(KnownError, match=r"Several files are called like Img_1\.jpg"):
        photos.find("Img_1.jpg")


def test_a_link_that_leaves_the_folder_is_refused_under_another_spelling_too(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"")
    inside = tmp_path / "table"
    inside.mkdir()
    (inside / "Out.jpg").symlink_to(tmp_path / "secret.jpg")
    for name in ("Out.jpg", "out.jpg"):
        with pytest.raises(KnownError, match="leaves the table's folder"):
            NamedPhotos(inside).find(name)


@pytest.mark.parametrize(
    "cell", ['=IMAGE("https://x.example/a.jpg")', '=DISPIMG("ID_1",1)', "=_xlfn.IMAGE(A1)"]
)
def test_a_formula_that_shows_a_picture_is_one_picture_within_the_table(folder: Path, cell: str) -> None:
    ((_, sentence),) = NamedPhotos(folder).find_all(cell)
    assert "within the table" in str(sentence)


@pytest.mark.parametrize("cell", ['<img src="plain.jpg" alt="x">', "![Tea](plain.jpg)"])
def test_a_picture_is_named_as_web_pages_and_markdown_do(folder: Path, cell: str) -> None:
    (folder / "plain.jpg").write_bytes(b"x")
    assert NamedPhotos(folder).find_all(cell) == [("plain.jpg", folder / "plain.jpg")]
