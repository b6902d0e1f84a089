"""Whatever is in a backup, it is restored into the shop's own folder or refused, and nothing leaves it."""

import contextlib
import hashlib
import io
import struct
import tempfile
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from core.care.restore import restore_shop
from core.errors import KnownError
from tests.fuzz.archive_strategies import CLIMBING, backup, backups, good_catalog
from tests.fuzz.doors import restore_archive

SMALL = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
LARGE = settings(SMALL, max_examples=20_000)


def stays_within(data: bytes) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.suppress(KnownError),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        restore_archive(data, Path(folder))


@given(backups())
@SMALL
def test_a_backup_that_lies_is_restored_within_the_shop_or_refused(data: bytes) -> None:
    stays_within(data)


@pytest.mark.long
@pytest.mark.timeout(7200)
@given(backups())
@LARGE
def test_so_are_twenty_thousand(data: bytes) -> None:
    stays_within(data)


def refused(data: bytes, folder: Path) -> None:
    """Nothing of it is written, not even a folder for the shop."""
    (folder / "backup.zip").write_bytes(data)
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore_shop(folder / "shop", folder / "backup.zip")
    assert [path.name for path in folder.iterdir()] == ["backup.zip"]


def test_an_honest_backup_is_restored(tmp_path: Path) -> None:
    photo = b"a photo"
    sha256 = hashlib.sha256(photo).hexdigest()
    (tmp_path / "b.zip").write_bytes(backup([(f"photos/{sha256[:2]}/{sha256}.jpg", photo, 0o100644)]))
    restore_shop(tmp_path / "shop", tmp_path / "b.zip")
    assert (tmp_path / "shop" / "photos" / sha256[:2] / f"{sha256}.jpg").read_bytes() == photo


@pytest.mark.parametrize("name", CLIMBING, ids=range(len(CLIMBING)))
def test_a_name_that_climbs_out_is_refused(tmp_path: Path, name: str) -> None:
    refused(backup([(name, b"escaped", 0o100644)]), tmp_path)


@pytest.mark.parametrize(
    "mode", [0o120777, 0o020666, 0o060666, 0o010666], ids=["link", "device", "disk", "pipe"]
)
def test_a_member_that_says_it_is_no_plain_file_is_written_as_one(tmp_path: Path, mode: int) -> None:
    (tmp_path / "b.zip").write_bytes(backup([("models/x", b"/etc/passwd", mode)]))
    restore_shop(tmp_path / "shop", tmp_path / "b.zip")
    written = tmp_path / "shop" / "models" / "x"
    assert written.is_file()
    assert not written.is_symlink()


def test_a_name_that_comes_twice_is_refused(tmp_path: Path) -> None:
    refused(backup([("models/x", b"one", 0o100644), ("models/x", b"two", 0o100644)]), tmp_path)


def test_names_that_a_file_system_takes_for_the_same_are_refused(tmp_path: Path) -> None:
    refused(backup([("models/lesson", b"1", 0o100644), ("models/Lesson", b"2", 0o100644)]), tmp_path)


def test_a_file_that_is_a_folder_too_is_refused(tmp_path: Path) -> None:
    refused(backup([("models/x", b"1", 0o100644), ("models/x/y", b"2", 0o100644)]), tmp_path)


def test_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """An archive of a few megabytes could unpack to any number of them."""
    data = bytearray(backup([(f"models/x{n}", bytes(5000), 0o100644) for n in range(3)]))
    first = data.find(b"PK\1\2", data.find(b"PK\1\2") + 4)
    second = data.find(b"PK\1\2", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    refused(bytes(data), tmp_path)


def test_a_member_that_swells_is_refused(tmp_path: Path) -> None:
    """What a backup holds beside its catalog is pictures and numbers, which do not shrink to a tenth."""
    refused(backup([("models/x", bytes(200 * 2**20), 0o100644)]), tmp_path)


def test_a_list_longer_than_its_members_need_is_not_read(tmp_path: Path) -> None:
    refused(backup([], listed={"catalog.db": "x" * 20_000_000}), tmp_path)


def test_a_directory_of_millions_of_members_is_not_read(tmp_path: Path) -> None:
    entries = 3_000_000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 46 * entries, 4, 0)
    refused(b"PK\3\4" + (b"PK\1\2" + bytes(42)) * entries + end, tmp_path)


def test_a_size_of_gigabytes_is_refused(tmp_path: Path) -> None:
    data = bytearray(backup([("models/x", b"1", 0o100644)]))
    entry = data.rfind(b"PK\1\2", 0, data.rfind(b"PK\1\2"))
    data[entry + 24 : entry + 28] = b"\xfe" * 4
    refused(bytes(data), tmp_path)


def test_a_catalog_in_an_archive_is_one_of_ours(tmp_path: Path) -> None:
    assert zipfile.is_zipfile(io.BytesIO(backup([])))
    assert good_catalog().startswith(b"SQLite format 3\0")
