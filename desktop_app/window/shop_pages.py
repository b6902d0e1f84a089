"""The pages of the side bar below the search, in their order: a line each.

The first frame does not wait for pages that nobody has asked for: their modules are imported by a worker
after it, and then each is made by itself.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtWidgets import QWidget

from desktop_app.pages.shop_page import PageServices, ShopPage

_PAGES = (
    ("desktop_app.pages.catalog.page", "CatalogPage"),
    ("desktop_app.pages.tagging.page", "TaggingPage"),
    ("desktop_app.pages.stocktake.page", "StocktakePage"),
    ("desktop_app.pages.learning.page", "LearningPage"),
    ("desktop_app.pages.insight.page", "InsightPage"),
    ("desktop_app.pages.settings.page", "SettingsPage"),
)


def shop_pages(services: PageServices, parent: QWidget) -> Sequence[Callable[[], ShopPage]]:
    """What makes each page that works on the shop of ``services``, in ``parent``."""

    def maker(module: str, name: str) -> Callable[[], ShopPage]:
        def make() -> ShopPage:
            page: ShopPage = getattr(import_module(module), name)(services, parent)
            return page

        return make

    return [maker(module, name) for module, name in _PAGES]


def import_pages() -> None:
    """Import what the pages are made of; on a worker's thread, as the window would stall."""
    for module, _name in _PAGES:
        import_module(module)
