"""Two builds are the same when nothing at all tells them apart."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from compare_builds import contents, differences


def small_build(folder: Path) -> Path:
    (folder / "inside").mkdir(parents=True)
    (folder / "inside" / "library.so").write_bytes(b"code")
    (folder / "link.so").symlink_to("inside/library.so")
    (folder / "program").write_bytes(b"start")
    for path in (folder / "program", folder / "inside" / "library.so", folder / "inside", folder):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(folder / "link.so", (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    return folder


def test_a_build_is_the_same_wherever_it_lies(tmp_path: Path) -> None:
    one, other = small_build(tmp_path / "a"), small_build(tmp_path / "b c")
    assert differences(contents(one), contents(other)) == []


def other_content(build: Path) -> None:
    (build / "program").write_bytes(b"START")
    os.utime(build / "program", (1_700_000_000, 1_700_000_000))


def other_time(build: Path) -> None:
    os.utime(build / "program", (1, 1))


def other_mode(build: Path) -> None:
    (build / "program").chmod(0o700)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_content, "program: content"),
        (other_time, "program: time"),
        (other_mode, "program: permissions"),
    ],
)
def test_a_difference_is_named(change: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    one, other = small_build(tmp_path / "a"), small_build(tmp_path / "b")
    change(other)
    assert differences(contents(one), contents(other)) == [told]


def test_what_only_one_build_has_is_named_and_so_is_a_link_that_points_elsewhere(tmp_path: Path) -> None:
    one, other = small_build(tmp_path / "a"), small_build(tmp_path / "b")
    (other / "more").mkdir()
    (one / "link.so").unlink()
    (one / "link.so").symlink_to("program")
    told = "\n".join(differences(contents(one), contents(other)))
    assert "more: only in the other" in told
    assert "link.so: " in told
    assert "content" in told
