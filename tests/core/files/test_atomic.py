"""Files that are written, and folders that are removed, whole or not at all."""

from pathlib import Path

import pytest

from core.errors import KnownError
from core.files.atomic import remove_folder, write_atomically, written_beside


def test_the_new_content_replaces_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_keeps_the_old_content_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    write_atomically(path, b"old")

    def disk_full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.files.atomic.os.fsync", disk_full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_grows_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a"
    with written_beside(path) as temporary:
        temporary.write_bytes(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new" and list(path.parent.iterdir()) == [path]


def test_a_file_that_stops_growing_leaves_the_old_one_and_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(KnownError, match="could not be written"), written_beside(path) as temporary:
        temporary.write_bytes(b"ne")
        raise OSError(28, "No space left on device")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_a_folder_is_gone_with_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "a").write_bytes(b"a")
    remove_folder(folder)
    assert not list(tmp_path.iterdir())
