"""What a clerk does with an answer, as a scenario for scenario_driver.py."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.end_to_end.query_scenarios import search_with_each
from tests.end_to_end.scenario_driver import Scenario, Stage, seconds

Condition = Callable[[], bool]


def refuse_filter_compare_and_confirm(stage: Stage) -> Scenario:
    """Each step acts once and then waits until the window shows what it should; ``steps`` tells it."""
    yield from search_with_each(stage)
    view = stage.window.page.work.answer_view
    stage.seen["steps"] = []
    for name, is_done in _steps(view):
        stage.phase, began = name, seconds()
        yield is_done
        stage.seen["steps"].append(
            {
                "step": name,
                "after_s": seconds() - began,
                "headline": view.banner.accessibleName(),
                "products": _titles(view),
                "told": view.messages.label.text(),
            }
        )
    stage.photograph()


def _steps(view: Any) -> Iterator[tuple[str, Condition]]:
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
    yield "compare", lambda: view.compare_view.is_ready
    view.compare_view.map_button.click()
    yield "matching parts", lambda: view.compare_view.is_ready and view.compare_view.has_map
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
    acts.add.trigger()
    form = view.window().page.new.view
    yield "form", form.save_button.isEnabled
    form.title.line.setText("Odd fruit")
    form.title.line.textEdited.emit("Odd fruit")
    form.save()
    yield "added", lambda: _titles(view)[:1] == ["Odd fruit"] and view.list.isVisible()
    acts.undo.trigger()
    yield "off the shelf", lambda: _titles(view) == left
    page = view.window().page
    page.field.setText("milk")
    yield "words", lambda: view.list.isVisible() and "milk" in view.banner.headline.text()
    page.history.back.trigger()
    yield "gone back", lambda: _titles(view) == left and not page.field.text()
    acts.right.trigger()
    yield "right again", lambda: "Confirmed by you" in view.banner.detail.text()


def _titles(view: Any) -> list[str]:
    return [str(view.model.index(row).data()) for row in range(view.model.rowCount())]


def _stocks(view: Any) -> list[bool]:
    """Of each row, whether it may be on the shelf."""
    from core.quantities.quantity import is_out
    from desktop_app.pages.search.results.model import RESULT_ROLE

    rows = range(view.model.rowCount())
    return [not is_out(view.model.index(row).data(RESULT_ROLE).stock) for row in rows]
