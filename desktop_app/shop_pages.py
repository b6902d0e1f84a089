"""The pages of the side bar below the search, in their order: a line each."""

from collections.abc import Sequence

from desktop_app.pages.shop_page import Desk, ShopPage


def shop_pages(desk: Desk) -> Sequence[ShopPage]:
    """Every page that works on the shop of ``desk``."""
    del desk
    return ()
