"""The line at the window's foot has room for what it says, or says it whole as a tip."""

from pytestqt.qtbot import QtBot

from desktop_app.widgets.status_line import StatusLine

LONG = "Importing “a table & its very long name ” – " * 8


def test_long_texts_are_cut_where_there_is_no_room_and_whole_as_a_tip(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(936, 36)
    line.counts.setText("12,345 products · 67,890 photos")
    line.show()
    line.show_note(LONG)
    line.show_limit(LONG)
    line.show_progress(LONG, 3, 10)
    assert line.minimumSizeHint().width() <= 936
    for widget in (line.note, line.activity, line.limit):
        assert "…" in widget.text() and widget.toolTip() == widget.accessibleName() == LONG
    line.show_note("")
    line.show_limit("")
    line.show_progress("Importing goods.csv", 3, 10)
    assert line.activity.text() == "Importing goods.csv" and not line.note.isVisible()
    line.show_idle()
    assert not line.activity.isVisible() and not line.bar.isVisible()
