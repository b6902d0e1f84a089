"""Licences and the bill of materials of what ships."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bill_of_materials import bill_of_materials, problems
from bundle_parts import ROOT, Part, bundle_parts, source_parts
from collect_licences import gpl_qt_modules, is_accepted, refused, write_licences

from desktop_app.program.licences import shipped_licences

PART = Part("thing", "1.0", "pypi", "MIT", {"LICENSE": "Permission is hereby granted\n"}, 3)


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "BSD-3-Clause AND 0BSD AND MIT",
        "Apache-2.0 OR BSD-2-Clause",
        "GPL-2.0-only OR MIT",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    ],
)
def test_what_leaves_us_a_permissive_choice_is_accepted(licence: str) -> None:
    assert is_accepted(licence)


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-or-later", "AGPL-3.0-only", "MIT AND GPL-2.0-only", "UNKNOWN", "", "BSD"]
)
def test_what_binds_the_whole_program_or_is_not_known_is_refused(licence: str) -> None:
    assert not is_accepted(licence)
    assert refused([Part("thing", "1.0", "pypi", licence, {"LICENSE": "text"}, 1)])


def test_a_part_without_its_text_is_refused() -> None:
    assert refused([Part("thing", "1.0", "pypi", "MIT")]) == ["thing 1.0 comes without the text of MIT"]


def test_qt_modules_under_the_gpl_alone_are_found(tmp_path: Path) -> None:
    for name in (
        "libQt6Core.so.6",
        "libQt6Charts.so.6",
        "QtVirtualKeyboard.abi3.so",
        "libQt6QuickControls2.so.6",
    ):
        (tmp_path / name).touch()
    assert gpl_qt_modules(tmp_path) == ["QtVirtualKeyboard.abi3.so", "libQt6Charts.so.6"]


def test_everything_that_ships_from_source_has_an_accepted_licence_with_its_text() -> None:
    parts = source_parts()
    assert refused(parts) == []
    assert {"PySide6", "torch", "Python", "Inter", "PP-OCR", "open_nsfw", "CenterFace"} <= {
        part.name for part in parts
    }


def test_networks_and_fonts_of_others_are_theirs_in_a_built_program(tmp_path: Path) -> None:
    carried = (
        "models/label-detector.half.onnx",
        "models/label-recogniser.half.onnx",
        "fonts/Inter-Regular.otf",
    )
    files = [(f"resources/{name}", str(ROOT / "resources" / name)) for name in carried]
    ours = ("resources/icons/apple.svg", str(ROOT / "resources" / "icons" / "apple.svg"))
    sources = tmp_path / "sources.json"
    sources.write_text(json.dumps({"files": [*files, ours], "modules": []}), encoding="utf-8")
    counted = {part.name: (part.files, part.licence) for part in bundle_parts(sources)}
    assert counted["PP-OCR"] == (2, "Apache-2.0")
    assert counted["Inter"] == (1, "OFL-1.1")
    assert counted["snapshelf"] == (1, "MIT")


def test_the_about_page_reads_what_was_written(tmp_path: Path) -> None:
    write_licences([PART], tmp_path / "licences")
    (shown,) = shipped_licences(tmp_path / "licences")
    assert (shown.name, shown.version, shown.licence) == ("thing", "1.0", "MIT")
    assert "Permission is hereby granted" in shown.text


def test_a_text_that_parts_share_is_written_once_and_shown_for_each(tmp_path: Path) -> None:
    write_licences([PART, replace(PART, name="another")], tmp_path / "licences")
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["thing-LICENSE.txt"]
    one, other = shipped_licences(tmp_path / "licences")
    assert one.text == other.text
    table = (tmp_path / "licences" / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert table.count("thing-LICENSE.txt") == 2


def test_the_bill_of_materials_is_valid_and_the_same_each_time() -> None:
    pytest.importorskip("cyclonedx", reason="the package extra is not installed")
    debian = Part(
        "libstdc++6", "12.2.0-14", "deb", "GPL-3.0-or-later WITH GCC-exception-3.1", {"copyright": "…"}, 1
    )
    bill = bill_of_materials([PART, debian], flavour="light", version="1.2.3", made_at=1_700_000_000)
    assert problems(bill) is None
    again = bill_of_materials([PART, debian], flavour="light", version="1.2.3", made_at=1_700_000_000)
    assert json.dumps(bill) == json.dumps(again)
    assert [component["purl"] for component in bill["components"]] == [
        "pkg:pypi/thing@1.0",
        "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14",
    ]
