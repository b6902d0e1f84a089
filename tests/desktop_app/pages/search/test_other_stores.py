"""What the shop does not have is asked of its hub, and the window says which store has some."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.products import products_by_ids
from core.catalog.stock import set_stock
from core.hub import watching
from core.hub.following import join_hub
from core.hub.holding import Hold, set_hold
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.background.hub_link import HubLink
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Lane
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.core.hub.tills import joined_till, sync
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

PRODUCTS = 3


@pytest.fixture(autouse=True)
def rounds_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """After its first round a window does none before the test wants one."""
    monkeypatch.setattr(watching, "_BETWEEN_S", 3600.0)


def link_in_step(desktop: Desktop, qtbot: QtBot) -> HubLink:
    """The link after its first round."""
    link = desktop.window.findChild(HubLink)
    assert link is not None
    qtbot.waitUntil(lambda: desktop.window.status_line.hub.text() == "Hub: in step", timeout=PATIENCE_MS)
    return link


def wait_for_other_stores(desktop: Desktop, qtbot: QtBot) -> None:
    """Until what was asked of the hub before is answered."""
    answered: list[None] = []
    desktop.jobs.run(lambda _report: None, success=answered.append, lane=Lane.OTHER_STORES)
    qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE_MS)


def search(page: SearchPage, photo: Path, qtbot: QtBot) -> None:
    page.search([PictureSource(photo.name, path=photo)])
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)


def test_the_stores_that_have_it_are_told_below_the_verdict_until_this_one_takes_it_in(
    tmp_path: Path, manager: str, qapp: QApplication, qtbot: QtBot
) -> None:
    with open_shop(tmp_path / "side", create=True, device="cpu") as side:
        join_hub(side, manager, None, "Side")
        set_hold(side.catalog, Hold.OURS)
    with window_on(tmp_path / "side", qapp, qtbot) as desktop:
        link = link_in_step(desktop, qtbot)
        with joined_till(
            make_shop(tmp_path / "main", products=PRODUCTS, counter_photos=1), manager, "Main"
        ) as main:
            for product in products_by_ids(main.catalog, range(1, PRODUCTS)):  # of the last there is none
                set_stock(main.catalog, product.id, whole(product.id), who="clerk")
            sync(main, manager)
        page = desktop.search_page
        told = page.work.answer_view.results.other_stores
        search(page, tmp_path / "main pictures" / "1-0.png", qtbot)
        assert page.work.answer_view.banner.headline.text() == "This shop has no products yet"
        qtbot.waitUntil(told.isVisible, timeout=PATIENCE_MS)
        assert told.heading.text() == "Most like it in other stores"
        assert [one.sku for one in told.found] == ["Sign 1", "Sign 0"]
        assert told.places[0].title.text() == "Sign 1"
        assert told.places[0].facts.text().startswith("2 in Main")
        desktop.languages.choose("zh_CN")
        qtbot.waitUntil(lambda: told.heading.text() == "其他门店中最像的")
        desktop.languages.choose("en")
        qtbot.waitUntil(lambda: told.places[0].button.text() == "We sell this too")
        told.places[0].button.click()
        coming = "It comes with the next changes"
        qtbot.waitUntil(lambda: told.places[0].facts.text() == coming, timeout=PATIENCE_MS)
        link.begin_round()
        qtbot.waitUntil(told.isHidden, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bool(page.work.answer_view.list.model().rowCount()), timeout=PATIENCE_MS)
        assert told.found == ()


@pytest.mark.parametrize("joined", [False, True])
def test_a_shop_on_its_own_or_with_a_hub_that_is_away_answers_as_ever_and_shows_nothing_of_stores(
    joined: bool, tmp_path: Path, manager: str, qapp: QApplication, qtbot: QtBot
) -> None:
    make_shop(tmp_path / "main", products=1, counter_photos=1)
    with open_shop(tmp_path / "side", create=True, device="cpu") as side:
        if joined:
            join_hub(side, manager, None, "Side")
            side.catalog.db.execute("UPDATE hub_state SET url = 'postgresql://nobody@127.0.0.1:1/away'")
    with window_on(tmp_path / "side", qapp, qtbot) as desktop:
        search(desktop.search_page, tmp_path / "main pictures" / "0-0.png", qtbot)
        wait_for_other_stores(desktop, qtbot)
        assert desktop.search_page.work.answer_view.results.other_stores.isHidden()
