"""The search page: before a picture, with an answer and what one does with it, with several, with a film."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from screenshots.driver import Driver, State
from screenshots.pictures import film_of, laid_out

from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.several.dialog import SeveralDialog


def search_states(driver: Driver) -> Iterator[State]:
    """Every state of the search page; it stands empty afterwards."""
    page, pictures = driver.desktop.search_page, driver.pictures
    yield "empty", page.start_again
    yield "search", lambda: driver.search(pictures.known[:1])
    yield from _answer_states(driver)
    yield from _pieces(driver)
    yield "several", lambda: driver.search(pictures.known)
    yield "product", lambda: _open_first_product(driver)
    yield "unknown", lambda: driver.search((pictures.unknown,))
    yield "error", lambda: driver.search((pictures.broken,))
    yield "film", lambda: _watch_film(driver)
    page.start_again()


def _answer_states(driver: Driver) -> Iterator[State]:
    """What one does with an answer: filter it, look at it as a grid, compare, refuse and confirm."""
    view = driver.desktop.search_page.work.answer_view
    acts = view.actions_of_results

    def narrow() -> None:
        view.bar.in_stock.click()
        driver.wait(view.bar.narrowed.isVisible)

    def as_grid() -> None:
        view.bar.clear()
        view.bar.shape_button.click()

    def compare() -> None:
        view.bar.shape_button.click()
        acts.compare.trigger()
        driver.wait(lambda: view.compare_view.is_ready)

    def say(row: int, act: Callable[[], None]) -> None:
        view.go_back()
        view.list.select(row)
        act()
        driver.pause(1.0)

    def refuse() -> None:
        acts.undo.trigger()
        driver.pause(1.0)
        say(1, acts.wrong.trigger)

    yield "search-filtered", narrow
    yield "search-grid", as_grid
    yield "compare", compare
    yield "search-right", lambda: say(0, acts.right.trigger)
    yield "search-wrong", refuse


def _pieces(driver: Driver) -> Iterator[State]:
    """A picture of several products: offered to be taken apart, and taken apart."""
    page = driver.desktop.search_page

    def open_pieces() -> None:
        page.search_actions.several.trigger()
        dialog = page.findChild(SeveralDialog)
        assert isinstance(dialog, SeveralDialog)  # noqa: S101
        driver.shown = dialog
        driver.wait(lambda: dialog.is_seen)

    def search() -> None:
        driver.search((_several_things(driver),))
        driver.wait(lambda: page.several.pieces > 1)

    yield "search-pieces", search
    yield "pieces", open_pieces
    dialog, driver.shown = driver.shown, driver.desktop.window
    if isinstance(dialog, SeveralDialog):
        dialog.reject()


def _several_things(driver: Driver) -> Path:
    """A picture of products that were just found."""
    page = driver.desktop.search_page
    found = [page.desk.film.at(row) for row in range(page.desk.film.rowCount())]
    answers = [search.answer for search in found if search is not None and search.answer is not None]
    photos = [Path(one.photo) for answer in answers for one in answer.results[:3] if one.photo]
    return laid_out(photos, driver.pictures.unknown)


def _watch_film(driver: Driver) -> None:
    """A film of three of the pictures, a second each."""
    page = driver.desktop.search_page
    with tempfile.TemporaryDirectory() as folder:
        path = film_of(driver.pictures.known[:3], Path(folder) / "counter.mp4")
        page.search([PictureSource(path.name, path=path)])
        view = page.film_button.view
        assert view is not None  # noqa: S101
        driver.wait(lambda: not view.watching.is_running)


def _open_first_product(driver: Driver) -> None:
    page = driver.desktop.search_page
    answer = page.desk.film.at(0)
    assert answer is not None and answer.answer is not None  # noqa: S101
    page.work.products.open(answer.answer.results[0].product_id)
    driver.wait(
        lambda: page.work.products.view.isVisible() and not page.work.products.view.photo.image.isNull()
    )
