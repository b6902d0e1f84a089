"""Parts of a picture to choose from: beside one another, never over one another."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.imaging.cut import WHOLE_BOX, Box
from core.paths import resources
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.region_bar import RegionBar

PARTS = [Box(0.1 * number, 0.0, 0.1 * number + 0.2, 1.0) for number in range(4)]


@pytest.mark.parametrize(("width", "shown"), [(300, 4), (204, 4), (140, 2), (60, 1)])
def test_as_many_are_shown_as_there_is_room_for(
    width: int, shown: int, qapp: QApplication, qtbot: QtBot
) -> None:
    bar = RegionBar(ThemeSwitch(qapp, resources() / "styles", "light"))
    qtbot.addWidget(bar)
    bar.resize(width, bar.height())
    bar.show()
    bar.show_regions(QImage(100, 80, QImage.Format.Format_RGB32), PARTS, WHOLE_BOX)
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    places = [tile.geometry() for tile in bar.tiles if tile.isVisible()]
    assert len(places) == shown and places[-1].right() < width
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    chosen: list[Box] = []
    bar.chosen.connect(chosen.append)
    bar.choose(3)  # by its key, whether it is shown or not
    assert chosen == [PARTS[3]]
