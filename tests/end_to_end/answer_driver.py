"""Drives the real window through what a clerk does with an answer: refuse, filter, compare, confirm.

    python tests/end_to_end/answer_driver.py RESULT_JSON SCREENSHOT ARGUMENTS… -- PICTURE

Like window_driver.py, whose loop it uses. Each step acts once and then waits until the window shows what it
should; ``steps`` in RESULT_JSON tells what was seen after each.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end import window_driver

Condition = Callable[[], bool]


class AnswerDriver(window_driver.Driver):
    """Goes on when the picture is answered."""

    def __init__(self, result: Path, screenshot: Path, pictures: list[str]) -> None:
        super().__init__(result, screenshot, pictures)
        self._script: Iterator[tuple[str, Condition]] | None = None
        self._waiting_for: tuple[str, Condition] | None = None
        self._began = 0.0
        self._seen["steps"] = []

    def _step(self, now: float) -> None:
        if self._script is None:
            super()._step(now)
        else:
            self._go_on(window_driver._main_window())

    def _after_answers(self, window: Any) -> None:
        self._script = self._steps(window)

    def _go_on(self, window: Any) -> None:
        """Note a step that is done, and take the next one."""
        if self._waiting_for is not None:
            name, is_done = self._waiting_for
            if not is_done():
                return
            view = window.page.answer_view
            self._seen["steps"].append(
                {
                    "step": name,
                    "after_s": time.perf_counter() - self._began,
                    "headline": view.banner.accessibleName(),
                    "products": [view.model.index(row).data() for row in range(view.model.rowCount())],
                    "told": view.messages.label.text(),
                }
            )
        assert self._script is not None
        self._began = time.perf_counter()
        self._waiting_for = next(self._script, None)
        if self._waiting_for is None:
            window.grab().save(str(self._screenshot))
            self._finish(None)
        else:
            self._phase = self._waiting_for[0]

    def _steps(self, window: Any) -> Iterator[tuple[str, Condition]]:
        view = window.page.answer_view
        acts = view.actions_of_results
        first = view.model.index(0).data()
        acts.wrong.trigger()
        yield "wrong", lambda: first not in _titles(view)
        left = _titles(view)
        view.bar.in_stock.click()
        yield "in stock", lambda: view.bar.narrowed.isVisible() and all(_stocks(view))
        view.bar.clear_button.click()
        yield "no filter", lambda: not view.bar.narrowed.isVisible() and _titles(view) == left
        acts.compare.trigger()
        yield "compare", lambda: view.compare_view.is_ready and view.compare_view.has_map
        view.go_back()
        acts.like.trigger()
        yield "like", lambda: view.desk.is_away and view.banner.headline.text().startswith("More like")
        view.go_back()
        yield "back", lambda: not view.desk.is_away
        confirmed = view.model.index(0).data()
        acts.right.trigger()
        yield (
            "right",
            lambda: "Confirmed by you" in view.banner.detail.text() and _titles(view)[0] == confirmed,
        )
        acts.undo.trigger()
        yield "undo", lambda: "Confirmed" not in view.banner.detail.text() and _titles(view) == left
        acts.right.trigger()
        yield "right again", lambda: "Confirmed by you" in view.banner.detail.text()


def _titles(view: Any) -> list[str]:
    return [str(view.model.index(row).data()) for row in range(view.model.rowCount())]


def _stocks(view: Any) -> list[int]:
    from desktop_app.pages.search.results.model import RESULT_ROLE

    rows = range(view.model.rowCount())
    return [view.model.index(row).data(RESULT_ROLE).stock for row in rows]


if __name__ == "__main__":
    sys.exit(window_driver.main(AnswerDriver))
