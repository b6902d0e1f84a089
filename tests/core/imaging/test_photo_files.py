"""Photos kept in a shop folder."""

import hashlib
import os
from pathlib import Path

import pytest
from PIL import Image

from core.errors import KnownError
from core.imaging.photo_files import MAX_SIDE, THUMBNAIL_SIDE, PhotoFiles


def photo(colour: tuple[int, int, int] = (10, 90, 200), size: tuple[int, int] = (400, 300)) -> Image.Image:
    return Image.new("RGB", size, colour)


def test_a_photo_lies_under_the_hash_of_its_bytes(tmp_path: Path) -> None:
    files = PhotoFiles(tmp_path)
    stored = files.add(photo())
    data = files.path(stored.sha256).read_bytes()
    assert hashlib.sha256(data).hexdigest() == stored.sha256
    assert (stored.width, stored.height) == (400, 300)


def test_the_same_picture_twice_is_one_file(tmp_path: Path) -> None:
    files = PhotoFiles(tmp_path)
    assert files.add(photo()) == files.add(photo())
    assert len(list((tmp_path / "photos").rglob("*.jpg"))) == 1


def test_a_photo_is_bounded_in_size(tmp_path: Path) -> None:
    stored = PhotoFiles(tmp_path).add(photo(size=(4000, 1000)))
    assert (stored.width, stored.height) == (MAX_SIDE, MAX_SIDE // 4)


def test_the_picture_that_is_added_stays_as_it_was(tmp_path: Path) -> None:
    image = photo(size=(4000, 1000))
    PhotoFiles(tmp_path).add(image)
    assert image.size == (4000, 1000)


def test_the_photo_itself_stands_in_for_a_lost_thumbnail(tmp_path: Path) -> None:
    files = PhotoFiles(tmp_path)
    stored = files.add(photo(size=(1000, 500)))
    assert files.small_path(stored.sha256) == files.thumbnail_path(stored.sha256)
    with Image.open(files.small_path(stored.sha256)) as thumbnail:
        assert thumbnail.size == (THUMBNAIL_SIDE, THUMBNAIL_SIDE // 2)
    files.thumbnail_path(stored.sha256).unlink()
    assert files.small_path(stored.sha256) == files.path(stored.sha256)


@pytest.mark.skipif(
    os.name == "nt", reason="needs a file in a folder's place, which Windows reports otherwise"
)
def test_a_folder_that_cannot_be_written_gives_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="cannot be kept"):
        PhotoFiles(tmp_path).add(photo())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photos"]
