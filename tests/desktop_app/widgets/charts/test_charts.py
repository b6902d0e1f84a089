"""The small charts: scales that can be read, curves in both themes, sentences for screen readers."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import resources
from desktop_app.look.theme import DARK, LIGHT, ThemeSwitch
from desktop_app.widgets.charts.chart import round_step
from desktop_app.widgets.charts.gain_bar import GainBar
from desktop_app.widgets.charts.line_chart import LineChart


@pytest.fixture
def themes(qapp: QApplication) -> ThemeSwitch:
    """The light look."""
    return ThemeSwitch(qapp, resources() / "styles", "light")


def chart_of(themes: ThemeSwitch, qtbot: QtBot) -> LineChart:
    chart = LineChart(themes, lambda value: f"{value:.1f}")
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.name("Loss", "Today:", "Nothing yet")
    return chart


@pytest.mark.parametrize(
    ("span", "lines", "step"),
    [(1.0, 4, 0.25), (3.0, 4, 1.0), (0.07, 4, 0.02), (90.0, 5, 20.0), (0.0, 4, 1.0)],
)
def test_a_scale_has_round_steps(span: float, lines: int, step: float) -> None:
    assert round_step(span, lines) == pytest.approx(step)


def test_the_curve_is_painted_in_the_accent_of_either_theme(themes: ThemeSwitch, qtbot: QtBot) -> None:
    chart = chart_of(themes, qtbot)
    chart.show_points([(0, 2.0), (1, 1.0), (2, 0.5)], mark=1.5, end=4)
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        themes.choose(theme)  # type: ignore[arg-type]
        image = chart.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(0, 400, 1) for y in range(30, 180, 2)}
        assert colours.accent in seen
    themes.choose("light")


def test_a_screen_reader_hears_where_the_curve_began_and_where_it_is(
    themes: ThemeSwitch, qtbot: QtBot
) -> None:
    chart = chart_of(themes, qtbot)
    assert chart.accessibleDescription() == "Nothing yet"
    chart.show_points([(0, 2.0), (1, float("nan")), (2, 0.5)], mark=1.5)
    assert chart.accessibleName() == "Loss"
    assert chart.accessibleDescription() == "2.0 → 0.5; Today: 1.5"


@pytest.mark.parametrize("points", [[], [(0.0, 1.0)], [(0.0, 1.0), (1.0, 1.0)], [(0.0, 0.0)]])
def test_few_or_equal_points_are_painted_too(
    themes: ThemeSwitch, qtbot: QtBot, points: list[tuple[float, float]]
) -> None:
    chart = chart_of(themes, qtbot)
    chart.show_points(points)
    assert not chart.grab().isNull()


def test_a_gain_is_green_only_where_it_is_sure(themes: ThemeSwitch, qtbot: QtBot) -> None:
    bar = GainBar(themes, lambda value: f"{value:+.2f}")
    qtbot.addWidget(bar)
    bar.resize(300, 44)
    for interval, colour in (((0.1, 0.2), LIGHT.good), ((-0.05, 0.1), LIGHT.doubt)):
        bar.show_interval(interval)
        image = bar.grab().toImage()
        assert colour in {image.pixelColor(x, 12).name() for x in range(300)}
    bar.show_interval(None)
    assert not bar.isVisibleTo(None)  # type: ignore[arg-type]
