"""Where a finished program goes."""

from pathlib import Path

import build_package
import pytest
from built_program import Built


def finished(folder: Path, content: str) -> Built:
    built = Built("light", folder / "snapshelf-light", "1.2.3", 1_700_000_000)
    built.licences.mkdir(parents=True)
    built.bill.write_text("{}")
    (built.folder / "snapshelf").write_text(content)
    return built


def test_a_finished_program_takes_the_place_of_the_one_before_with_its_bill_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_package, "DIST", tmp_path / "dist")
    build_package.put_into_place(finished(tmp_path / "first", "old"))
    placed = build_package.put_into_place(finished(tmp_path / "second", "new"))
    assert placed.folder == tmp_path / "dist" / "snapshelf-light"
    assert (placed.folder / "snapshelf").read_text() == "new"
    assert (tmp_path / "dist" / "snapshelf-light-1.2.3.cdx.json").read_text() == "{}"
    assert not (tmp_path / "second" / "snapshelf-light").exists()
