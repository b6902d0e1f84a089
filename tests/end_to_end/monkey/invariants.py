"""What holds whatever a clerk does: nothing changes unasked, and what is shown is what is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.answer import AskedText, LikeProduct, Seen
from core.errors import KnownError
from desktop_app.pages.catalog.list_query import listing_of
from tests.end_to_end.monkey.acts import PASSIVE, Act, way_to
from tests.end_to_end.monkey.facts import Facts

if TYPE_CHECKING:
    from desktop_app.pages.catalog.page import CatalogPage
    from desktop_app.pages.search.page import SearchPage
    from desktop_app.window.desktop import Desktop

_LEAST = QSize(1024, 700)
"""The window that everything has room in; a smaller one may press it."""
Grant = frozenset[str]
_PRODUCTS = frozenset({"products", "tags", "photos", "stock", "undone"})
_STEPS = _PRODUCTS | {"counts", "stocktakes"}
"""Where the last step is taken back, whatever it was: a booking too."""
_OF_PAGE: dict[str, Grant] = {
    "search": _STEPS | {"settings"},
    "catalog": _STEPS | {"settings"},
    "tagging": _PRODUCTS,
    "stocktake": frozenset({"counts", "stocktakes", "stock", "undone", "settings"}),
    "learning": frozenset({"lesson", "photos", "settings"}),
    "settings": _STEPS | {"settings", "lesson"},
}
"""What an act on a page, or in a dialog or menu over it, can say is to be changed."""
_EVERYWHERE: Grant = frozenset({"settings"})
"""The menu of every page has the theme and the language."""


def grant(act: Act, page: str, *, is_dialog: bool) -> Grant:
    """What this act can ask to be changed; nothing at all for one that only looks."""
    if act.kind in PASSIVE:
        return frozenset()
    granted = _OF_PAGE.get(page, frozenset()) | _EVERYWHERE
    return granted | _PRODUCTS if is_dialog else granted  # an import, begun on any page


def looked_at(desktop: Desktop) -> frozenset[int]:
    """The products that stand before the clerk: what is chosen, or was counted, on the page in front."""
    page: Any = desktop.window.page
    if page.name == "catalog":
        current = page.model.id_at(page.lists.view.currentIndex().row())
        return frozenset(map(int, (*page.lists.selected_ids(), page.detail.product_id, current or -1)))
    if page.name == "stocktake":
        standing = page.standing
        ones = (page.count_view.lists.chosen, standing.current if standing is not None else None)
        return frozenset(one.product_id for one in ones if one is not None)
    return frozenset()


def unasked(before: Facts, after: Facts, granted: Grant) -> Iterator[str]:
    """Changes that nobody asked for."""
    if before.folder != after.folder or not before.tables:
        return
    for table, rows in before.changed(after).items():
        if table not in granted:
            yield f"{table} changed though nothing said so: {sorted(rows, key=str)[:6]}"


def elsewhere(pages: set[str], before: Facts, after: Facts, seen: frozenset[int]) -> Iterator[str]:
    """A change of a product that the clerk was not looking at, by an edit of one cell or a count.

    Args:
        pages: where the clerk was meanwhile.
        seen: what stood there before, between and after.
    """
    if before.folder != after.folder or not before.tables:
        return
    new = after.tables["undone"] - before.tables["undone"]
    if pages == {"catalog"} and {(kind, undone) for _, kind, undone in new} == {("change", None)}:
        there = {row[0] for row in before.tables["products"]}
        rows = before.tables["products"] ^ after.tables["products"]
        changed = {row[0] for row in rows} & there
        if not changed <= seen:
            yield f"products {sorted(changed - seen)} were changed while {sorted(seen)} were chosen"
    if pages == {"stocktake"}:
        counted = {row[0] for row in after.tables["counts"] - before.tables["counts"]}
        if not counted <= seen:
            yield f"products {sorted(counted - seen)} were counted while {sorted(seen)} were shown"


def untrue(desktop: Desktop, facts: Facts) -> Iterator[str]:
    """Whatever is on show and is not so. Only for a program that has come to rest."""
    page: Any = desktop.window.page
    if page is desktop.search_page:
        yield from _untrue_search(page, facts)
    if page.name == "catalog":
        yield from _untrue_catalog(page, facts)
    if page.name == "stocktake":
        yield from _untrue_stocktake(page, facts)
    if page.name == "settings":
        settings = desktop.preferences.settings
        shown = (page.look.theme.currentData(), page.look.language.currentData())
        if shown != (settings.theme, settings.language):
            yield f"the settings show {shown}, but are {settings.theme}, {settings.language}"
    yield from _untrue_frame(desktop, facts)
    yield from _unreachable(desktop)


def _unreachable(desktop: Desktop) -> Iterator[str]:
    """Whoever has no mouse must know where the keys go, and nothing may be pressed out of the window."""
    window = desktop.window
    if QApplication.activeWindow() is not window or QApplication.activePopupWidget() is not None:
        return
    focus = QApplication.focusWidget()
    if focus is None or not focus.isVisible():
        yield f"the keys go nowhere that can be seen: {way_to(focus) if focus is not None else None}"
    needed, there = window.page.minimumSizeHint(), window.page.size()
    if not window.page.isVisible() or window.width() < _LEAST.width() or window.height() < _LEAST.height():
        return
    if needed.width() > there.width() or needed.height() > there.height():
        yield f"the page needs {needed.width()} x {needed.height()} of {there.width()} x {there.height()}"


def _untrue_search(page: SearchPage, facts: Facts) -> Iterator[str]:
    desk, results = page.desk, page.work.answer_view.results
    shown = desk.shown
    words = desk.words.query.text if desk.words is not None else ""
    if " ".join(page.field.text().split()) != words:
        yield f"the field says {page.field.text()!r}, but {words!r} was searched"
    if results.search is not shown or results.answer is not (shown.answer if shown is not None else None):
        yield "the answer on show is not that of the search at hand"
    if shown is None or shown.answer is None:
        if page.work.answer_view.model.rowCount():
            yield "products stand there that answer nothing"
        return
    answer, query = shown.answer, shown.query
    match answer.asked:
        case AskedText(text=text):
            if text != query.text or (desk.words is shown and text != words):
                yield f"the answer to {text!r} stands there, but {words!r} was asked"
        case LikeProduct(product_id=product_id):
            if query.asked != answer.asked:
                yield f"what is like {product_id} stands there, but something else was asked"
        case Seen(pictures=pictures):
            mine = [picture.seen for picture in query.pictures]
            if len(mine) != len(pictures) or any(a is not b for a, b in zip(mine, pictures, strict=False)):
                yield "the answer is to another picture"
    model = page.work.answer_view.model
    listed = [model.data(model.index(row), 257 - 1) for row in range(model.rowCount())]
    if {result.product_id for result in listed} != {result.product_id for result in answer.results}:
        yield "the list does not show the answer's products"
    yield from _untrue_figures(
        "found", ((one.product_id, one.title, one.price_minor, one.stock) for one in listed), facts
    )


def _untrue_catalog(page: CatalogPage, facts: Facts) -> Iterator[str]:
    model = page.model
    try:
        wanted = listing_of(page._services.engine.shop.catalog, page.browse.filters.query).ids.tolist()
    except KnownError:
        return  # the shop is gone
    shown = [model.id_at(row) for row in range(model.rowCount())]
    if {*shown} != {*wanted} and not page.browse.filters.query.is_filtered:  # what is edited keeps its place
        yield f"the catalog lists {shown[:12]}, the filters ask for {wanted[:12]}"
    rows = [block for number, block in model._blocks.items() if number not in model._stale]
    listed = [one.product for block in rows for one in block if one is not None]
    yield from _untrue_figures(
        "listed", ((one.id, one.title, one.price_minor, one.stock) for one in listed), facts
    )


def _untrue_stocktake(page: Any, facts: Facts) -> Iterator[str]:
    standing = page.standing
    if standing is None:
        return
    running = [number for number, outcome in facts.tables.get("stocktakes", ()) if outcome is None]
    if (standing.stocktake is not None) != bool(running):
        yield f"a count is {'shown' if standing.stocktake else 'not shown'}, but {running} are under way"
    counted = {row[0] for row in facts.tables.get("counts", ()) if row[2] in running}
    shown = {one.product_id for one in standing.counted}
    if standing.stocktake is not None and not shown <= counted:
        yield f"counted products {sorted(shown - counted)} stand there that were not counted"


def _untrue_frame(desktop: Desktop, facts: Facts) -> Iterator[str]:
    count = sum(1 for row in facts.tables.get("products", ()) if not row[-1])
    told = desktop.window.status_line.counts.text()
    digits = "".join(filter(str.isdigit, told.partition("·")[0]))
    if facts.tables and digits != str(count):
        yield f"the status line says {told!r}, the shop has {count} products"


def _untrue_figures(where: str, rows: Iterable[tuple[Any, ...]], facts: Facts) -> Iterator[str]:
    products = {row[0]: row for row in facts.tables.get("products", ())}
    stocks: dict[int, int | None] = dict(facts.tables.get("stock", frozenset()))
    for product_id, title, price_minor, stock in rows:
        row = products.get(product_id)
        if row is None:
            yield f"product {product_id}, {title!r}, is {where} but is not there"
        elif (title, price_minor) != (row[2], row[7]):
            is_so = f"{row[2]!r} at {row[7]}"
            yield f"product {product_id} is {where} as {title!r} at {price_minor}, but is {is_so}"
        elif (stock.thousandths if stock is not None else None) != (there := stocks[product_id]):
            yield f"{stock} of product {product_id} is {where}, but there are {there} thousandths"
