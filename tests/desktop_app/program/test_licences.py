"""The licences of what ships: from the packaged list, or from what is installed."""

import json
from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.pages.help.licence_model import TEXT_ROLE, LicenceModel, searchable
from desktop_app.program.licences import Licence, shipped_licences
from tests.conftest import REPOSITORY


def test_run_from_source_every_package_that_is_needed_is_named(tmp_path: Path) -> None:
    found = {licence.name.lower(): licence for licence in shipped_licences(tmp_path)}
    for name in (
        "snapshelf",
        "pyside6",
        "numpy",
        "pillow",
        "onnxruntime",
        "torch",
        "inter",
        "noto sans cjk sc",
    ):
        assert name in found
    assert "Permission" in found["pillow"].text or "permission" in found["pillow"].text
    assert "pytest" not in found  # what only its developers need does not ship


def test_a_packaged_program_shows_the_list_that_it_was_built_with(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "zlib.txt").write_text("This software is provided 'as-is'.")
    entry = {"name": "zlib", "version": "1.3", "licence": "Zlib", "texts": ["texts/zlib.txt"]}
    (tmp_path / "licences.json").write_text(json.dumps([entry]))
    assert shipped_licences(tmp_path) == [
        Licence("zlib", "1.3", "Zlib", "This software is provided 'as-is'.")
    ]


def test_the_list_that_ships_can_be_read_if_it_is_there() -> None:
    folder = REPOSITORY / "resources" / "licences"
    found = shipped_licences(folder)
    assert all(licence.name and licence.licence for licence in found if licence.text)
    assert len(found) > 10


def test_the_list_can_be_searched_and_keeps_qts_rules(qtbot: QtBot) -> None:
    model = LicenceModel()
    found = searchable(model, model)
    for one in (model, found):
        QAbstractItemModelTester(one, QAbstractItemModelTester.FailureReportingMode.Fatal, one)
    model.show_licences([Licence("zlib", "1.3", "Zlib", "words"), Licence("Qt", "6", "LGPL-3.0", "")])
    found.setFilterFixedString("lgpl")
    assert found.rowCount() == 1
    assert found.index(0, 0).data() == "Qt 6 · LGPL-3.0" and found.index(0, 0).data(TEXT_ROLE) == ""
    delete(model)  # now, on this thread: Python's collector may run on any
