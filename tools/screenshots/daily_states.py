"""The pages of every day: tagging, counting stock, learning, insight."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData, QUrl
from screenshots.driver import Driver, State

from core.quantities.quantity import ONE
from desktop_app.pages.insight.page import InsightPage
from desktop_app.pages.learning.page import LearningPage
from desktop_app.pages.stocktake.page import StocktakePage
from desktop_app.pages.tagging.page import TaggingPage


def tagging_states(driver: Driver) -> Iterator[State]:
    """A group of alike products and the tags proposed for it; none is given."""
    page = driver.desktop.window.show_page("tagging")
    assert isinstance(page, TaggingPage)  # noqa: S101

    def show() -> None:
        driver.desktop.window.show_page("tagging")
        driver.wait(lambda: page.step is not None)
        page.toggle_current()

    yield "tagging", show
    driver.desktop.window.show_page("search")


def stocktake_states(driver: Driver) -> Iterator[State]:
    """Before a count, counting, deciding what was put aside, and the differences; then thrown away."""
    page = driver.desktop.window.show_page("stocktake")
    assert isinstance(page, StocktakePage)  # noqa: S101

    def settle(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            driver.desktop.window.show_page("stocktake")
            act()
            driver.wait(lambda: page.standing is not None and not page.is_busy())
            driver.pause(0.6)

        return run

    def count() -> None:
        page.entering.begin("", "")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in driver.pictures.known])
        page.entering.take_pictures(mime)
        driver.wait(lambda: not page.is_busy())
        answer = driver.desktop.search_page.desk.film.at(0)
        found = answer.answer.results if answer is not None and answer.answer is not None else ()
        for place, result in enumerate(found[:4]):
            stock = result.stock or ONE
            page.entering.count(result.product_id, stock - ONE if place % 2 and stock > ONE else stock)

    yield "stocktake", settle(lambda: None)
    yield "stocktake-count", settle(count)
    assert page.standing is not None and page.standing.tally is not None  # noqa: S101
    if page.standing.tally.doubts:
        yield "stocktake-doubts", settle(page.show_doubts)
        settle(lambda: None)()
    yield "stocktake-review", settle(page.finish)
    settle(page.throw_away)()

    def see_past() -> None:
        page.start_view.past_button.click()
        driver.wait(lambda: page.past_view.found is not None)

    yield "stocktake-past", settle(see_past)
    driver.desktop.window.show_page("search")


def learning_states(driver: Driver) -> Iterator[State]:
    """The lessons, a quick lesson on its way (then cancelled), and what the newest lesson changed."""
    page = driver.desktop.window.show_page("learning")
    assert isinstance(page, LearningPage)  # noqa: S101
    teaching, view = page.teaching, page.teaching.lesson_view
    driver.wait(lambda: teaching.lessons.rowCount() > 0)
    yield "learning", lambda: driver.pause(0.5)
    page.photos_button.setChecked(True)
    yield "learning-photos", lambda: driver.pause(0.5)
    page.teaching_button.setChecked(True)
    yield "learning-lesson", teaching.runner.start_quick
    teaching.cancel()
    driver.wait(lambda: not teaching.runner.is_running)
    teaching.list.setCurrentIndex(teaching.lessons.index(0))
    driver.pause(0.5)
    if view.compare_button.isVisible():
        teaching.compare_chosen()
        driver.wait(lambda: view.changes.rowCount() > 0 or not view.is_comparing)
        yield "learning-compare", lambda: driver.pause(1.0)
        view.close_comparison()


def insight_states(driver: Driver) -> Iterator[State]:
    """What the shop's records say; of the demo shop that is little, a shop with receipts has more."""
    page = driver.desktop.window.show_page("insight")
    assert isinstance(page, InsightPage)  # noqa: S101
    yield "insight", lambda: driver.wait(lambda: page.told is not None)
    driver.desktop.window.show_page("search")
