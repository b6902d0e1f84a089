"""No path of the machine that builds stays in what is built."""

import os
import sys
import zipfile
from pathlib import Path

from bundle_privacy import build_paths, neutralise_binary, paths_left


def test_a_path_is_found_in_a_file_and_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_bytes(b"made in /somewhere/private/place by hand")
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", "/somewhere/private/place " * 100)
    found = paths_left(tmp_path, (b"/somewhere/private",))
    assert len(found) == 2
    assert any("inner.txt" in place for place in found)


def test_this_repository_and_this_python_are_among_the_paths_looked_for() -> None:
    paths = build_paths()
    assert os.fsencode(Path(__file__).resolve().parents[2]) in paths
    assert b"/usr" not in paths


def test_a_library_keeps_its_length_and_the_texts_that_end_alike() -> None:
    prefix = os.fsencode(sys.base_prefix)
    if len(os.fsencode(Path(sys.base_prefix).parent)) < len(b"/nonexistent"):
        content = b"\0" + prefix + b"/lib\0"
        assert neutralise_binary(content) == content
        return
    content = b"\0" + prefix + b"\0"
    neutral = neutralise_binary(content)
    assert len(neutral) == len(content)
    assert prefix not in neutral
    assert neutral.endswith(os.fsencode(Path(sys.base_prefix).name) + b"\0")
