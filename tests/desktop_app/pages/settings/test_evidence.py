"""Settings: a time stamp of somebody else over the shop's log."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.pages.settings.page import SettingsPage
from tests.core.evidence.authority import Authority, refusal
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_a_time_stamp_over_the_log_is_asked_for_and_its_answer_kept(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    evidence = page.evidence
    qtbot.waitUntil(lambda: "Photos in the log: 2," in evidence.log.text(), timeout=PATIENCE_MS)
    assert len(evidence.key.text().split(": ")[1].split()) == 16
    assert evidence.stamp.text() == "No time stamp of somebody else yet."
    evidence.ask_for_stamp(tmp_path / "log")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert page.message.label.text().startswith("Have log.tsq stamped")
    (tmp_path / "log.tsr").write_bytes(refusal())
    evidence.bring_answer(tmp_path / "log.tsr")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert page.message.label.text() == "This is no answer of a time stamp authority."
    (tmp_path / "log.tsr").write_bytes(Authority().answer((tmp_path / "log.tsq").read_bytes()))
    evidence.bring_answer(tmp_path / "log.tsr")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "Example Stamps 时间 stamped the log on" in page.message.label.text()
    qtbot.waitUntil(lambda: evidence.stamp.text().startswith("Time stamp of"), timeout=PATIENCE_MS)
    assert evidence.stamp.text().endswith("over its first 2 lines.")
