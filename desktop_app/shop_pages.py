"""The pages of the side bar below the search, in their order: a line each."""

from collections.abc import Sequence

from desktop_app.pages.catalog.catalog_page import CatalogPage
from desktop_app.pages.learning_page import LearningPage
from desktop_app.pages.settings_page import SettingsPage
from desktop_app.pages.shop_page import Desk, ShopPage
from desktop_app.pages.stocktake_page import StocktakePage
from desktop_app.pages.tagging_page import TaggingPage


def shop_pages(desk: Desk) -> Sequence[ShopPage]:
    """Every page that works on the shop of ``desk``."""
    return (CatalogPage(desk), TaggingPage(desk), StocktakePage(desk), LearningPage(desk), SettingsPage(desk))
