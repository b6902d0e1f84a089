"""Settings, "Other tills and branches", on a real hub: joining, staying in step, and what is said of it."""

import shutil
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core import paths
from core.catalog.edits.product_change import ProductChange
from core.catalog.stock import set_stock
from core.copies.merging import merge_products
from core.hub.connection import connected
from core.hub.following import follow, join_hub
from core.hub.logins import lock_out
from core.hub.membership import require_membership
from core.hub.standing import Standing
from core.ingest.shop_edits import edit_shop
from core.policy import Policy
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.background.hub_link import HubLink
from desktop_app.pages.settings.hub.card import SettingsHub
from desktop_app.pages.settings.hub.gave_way import GaveWayDialog
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.core.hub.fixtures import LetIn
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def card_of(desktop: Desktop) -> SettingsHub:
    page = desktop.window.show_page("settings")
    assert isinstance(page, SettingsPage) and page.hub is not None
    return page.hub


def join(card: SettingsHub, url: str, store: str) -> None:
    card.lines["address"].setText(url)
    card.lines["store"].setText(store)
    card.join_button.click()


def question_of(desktop: Desktop, card: SettingsHub, qtbot: QtBot) -> QMessageBox:
    """The question that is asked on leaving."""
    card.leave_button.click()
    qtbot.waitUntil(lambda: desktop.window.findChild(QMessageBox) is not None, timeout=PATIENCE_MS)
    return cast("QMessageBox", desktop.window.findChild(QMessageBox))


def test_a_shop_joins_and_the_foot_says_that_it_is_in_step(
    desktop: Desktop, shop: Path, url_of: LetIn, hub: str, qtbot: QtBot
) -> None:
    card, foot = card_of(desktop), desktop.window.status_line.hub
    url = url_of("Main Street")
    join(card, url, "Main Street")
    qtbot.waitUntil(lambda: foot.text() == "Hub: in step", timeout=PATIENCE_MS)
    assert "store Main Street" in card.state.text() and card.join_button.isHidden()
    assert card.ours.isVisible() and not card.ours.isChecked()
    link = desktop.window.findChild(HubLink)
    assert link is not None
    card.ours.click()
    link.changed.emit()  # a round ends before the choice is written
    assert card.ours.isChecked()
    qtbot.waitUntil(
        lambda: (
            link.state is not None and (link.state.hold, link.state.standing) == ("ours", Standing.IN_STEP)
        ),
        timeout=PATIENCE_MS,
    )
    assert card.ours.isChecked()
    desktop.window.show_page("search")
    foot.click()
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty(), timeout=PATIENCE_MS)
    with connected(hub) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM changes").fetchall() == [(True,)]
    password = url.split(":")[2].partition("@")[0]
    assert password in paths.hub_passwords().read_text()
    with open_shop(shop, write=False, device="cpu") as seen:
        assert require_membership(seen.catalog).holds == "ours"
        assert all(password not in line for line in seen.catalog.db.conn.iterdump())


def retitle(shop: Shop, title: str) -> None:
    ((product,),) = shop.catalog.db.execute("SELECT id FROM products ORDER BY id LIMIT 1").fetchall()
    edit_shop(shop, {product: ProductChange(title=title)}, who="bo")


def test_a_joined_shop_catches_up_when_it_is_opened_and_what_gave_way_can_be_said_again(
    shop: Path, made: Path, url_of: LetIn, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with open_shop(shop, device="cpu") as here:
        join_hub(here, url_of("Main Street"), None, "Main Street")
        assert follow(here).standing is Standing.IN_STEP
        retitle(here, "Named here")
    with open_shop(shutil.copytree(made, tmp_path / "other"), device="cpu") as other:
        join_hub(other, url_of("Market"), None, "Market")
        assert follow(other).standing is Standing.IN_STEP
        retitle(other, "Named at the market")
        assert follow(other).standing is Standing.IN_STEP
    with window_on(shop, qapp, qtbot, pages=("settings",)) as desktop:
        card = card_of(desktop)
        qtbot.waitUntil(card.look_button.isVisible, timeout=PATIENCE_MS)
        assert "1" in card.look_button.text()
        card.look_button.click()
        dialog = desktop.window.findChild(GaveWayDialog)
        assert dialog is not None
        rows = dialog.table.model()
        qtbot.waitUntil(lambda: rows.rowCount() == 1, timeout=PATIENCE_MS)
        shown = [rows.index(0, column).data() for column in range(1, 5)]
        assert shown == ["Title", "Named here", "Named at the market", "Market"]
        assert dialog.said.text() == ""
        dialog.table.selectRow(0)
        dialog.again_button.click()
        qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=PATIENCE_MS)
        assert "Nothing gave way" in dialog.said.text()
        dialog.reject()
    with open_shop(shop, write=False, device="cpu") as seen:
        titles = [title for (title,) in seen.catalog.db.execute("SELECT title FROM products")]
    assert "Named here" in titles


def test_a_refusal_to_join_is_told_in_the_card_and_the_shop_stays_on_its_own(
    desktop: Desktop, url_of: LetIn, qtbot: QtBot
) -> None:
    card = card_of(desktop)
    assert desktop.window.status_line.hub.isHidden()
    assert not card.join_button.isEnabled() and card.leave_button.isHidden()
    url_of("Market")
    join(card, url_of("Main Street"), "Market")
    qtbot.waitUntil(card.problem.isVisible, timeout=PATIENCE_MS)
    assert "of the store Main Street" in card.problem.text()
    assert card.join_button.isEnabled() and desktop.window.status_line.hub.isHidden()


def test_a_hub_that_is_away_or_refuses_leaves_the_shop_at_work_and_can_be_left(
    desktop: Desktop, hub: str, url_of: LetIn, qtbot: QtBot
) -> None:
    card, foot = card_of(desktop), desktop.window.status_line.hub
    card.ours.click()
    join(card, url_of("Main Street", name="to_be_locked_out"), "Main Street")
    assert card.state.isVisible() and card.state.text().startswith("Joining")
    qtbot.waitUntil(lambda: foot.text() == "Hub: in step", timeout=PATIENCE_MS)
    link = desktop.window.findChild(HubLink)
    assert link is not None and link.state is not None and link.state.hold == "ours"
    assert card.ours.isChecked()
    with connected(hub) as connection:
        read_only = f"ALTER DATABASE {connection.info.dbname} SET default_transaction_read_only ="
        connection.execute(f"{read_only} on".encode())
        card.round_button.click()
        qtbot.waitUntil(lambda: foot.text().startswith("Hub: offline since"), timeout=PATIENCE_MS)
        assert "only be read" in card.state.text()
        connection.execute(f"{read_only} off".encode())
        lock_out(connection, "to_be_locked_out")
    card.round_button.click()
    qtbot.waitUntil(lambda: foot.text().startswith("Hub: refused"), timeout=PATIENCE_MS)
    assert "locked out" in card.state.text() and "locked out" in foot.toolTip()
    box = question_of(desktop, card, qtbot)
    assert "without the hub" in box.text() and "Merges" not in box.text()
    assert "What waits" not in box.text()  # nothing does
    next(button for button in box.buttons() if button.text() == "Leave").click()
    qtbot.waitUntil(lambda: foot.isHidden() and card.join_button.isVisible(), timeout=PATIENCE_MS)


def test_a_password_that_is_missing_is_given_again_in_the_card(
    desktop: Desktop, url_of: LetIn, qtbot: QtBot
) -> None:
    card, foot = card_of(desktop), desktop.window.status_line.hub
    url = url_of("Main Street")
    password = url.split(":")[2].partition("@")[0]
    join(card, url, "Main Street")
    qtbot.waitUntil(lambda: foot.text() == "Hub: in step", timeout=PATIENCE_MS)
    assert card.lines["password"].isHidden()
    paths.hub_passwords().unlink()
    card.round_button.click()
    qtbot.waitUntil(card.lines["password"].isVisible, timeout=PATIENCE_MS)
    assert "asks for a password" in card.state.text() and card.lines["address"].isHidden()
    for typed in ("wrong", password):
        assert not card.lines["password"].text() and not card.join_button.isEnabled()
        card.lines["password"].setText(typed)
        card.join_button.click()
        if typed == "wrong":
            qtbot.waitUntil(card.problem.isVisible, timeout=PATIENCE_MS)
            card.lines["password"].clear()
    qtbot.waitUntil(lambda: foot.text() == "Hub: in step", timeout=PATIENCE_MS)
    assert card.lines["password"].isHidden() and card.problem.isHidden()


def test_a_look_at_the_shop_that_ends_while_a_leaving_waits_its_turn_does_not_drop_it(
    desktop: Desktop, url_of: LetIn, qtbot: QtBot
) -> None:
    card, link = card_of(desktop), desktop.window.findChild(HubLink)
    assert link is not None
    join(card, url_of("Main Street"), "Main Street")
    qtbot.waitUntil(
        lambda: link.state is not None and link.state.standing is Standing.IN_STEP, timeout=PATIENCE_MS
    )
    link.leave(unsent=False)
    link.begin()
    qtbot.waitUntil(lambda: link.state is None and not link.is_under_way, timeout=PATIENCE_MS)


def test_the_question_before_leaving_tells_of_merges_that_can_then_not_be_taken_back(
    shop: Path, url_of: LetIn, qapp: QApplication, qtbot: QtBot
) -> None:
    with open_shop(shop, device="cpu") as here:
        join_hub(here, url_of("Main Street"), None, "Main Street")
        keys = [key for (key,) in here.catalog.db.execute("SELECT id FROM products ORDER BY id")]
        set_stock(here.catalog, keys[1], whole(3), who="")
        merge_products(here, keys[0], keys[1:], who="")
        assert follow(here).standing is Standing.IN_STEP
    with window_on(shop, qapp, qtbot, pages=("settings",)) as desktop:
        card = card_of(desktop)
        qtbot.waitUntil(card.leave_button.isVisible, timeout=PATIENCE_MS)
        box = question_of(desktop, card, qtbot)
        assert "no longer be taken back: 1" in box.text()
        box.reject()


def test_a_policy_forbids_joining(shop: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with window_on(shop, qapp, qtbot, policy=Policy(join_hub=False), pages=("settings",)) as desktop:
        card = card_of(desktop)
        assert not any(line.isEnabled() for line in card.lines.values())
        assert "Set by your IT" in card.problem.text()
