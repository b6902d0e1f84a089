"""An open shop and its hub: the password stays out of the shop, and a policy can forbid it all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import paths
from core.hub.errors import HubRefusedError
from core.hub.following import follow, join_hub, leave_hub
from core.hub.passwords import password_of, split_password
from core.hub.standing import Standing, hub_state
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.fixtures import LetIn


@pytest.fixture
def shop(imported: Path, tmp_path: Path) -> Iterator[Shop]:
    """An open shop of four products."""
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "shop")) as opened:
        yield opened


def test_the_password_is_kept_for_the_user_while_the_shop_is_joined_and_never_in_the_shop(
    shop: Shop, url_of: LetIn
) -> None:
    bare, password = split_password(url_of("Main Street"))
    assert password is not None and hub_state(shop.catalog) is None
    join_hub(shop, bare, password, "Main Street")
    assert password_of(bare) == password
    assert all(password not in line for line in shop.catalog.db.conn.iterdump())
    assert follow(shop).standing is Standing.IN_STEP
    leave_hub(shop)
    assert password_of(bare) is None and hub_state(shop.catalog) is None


def test_a_policy_forbids_joining_and_speaking_to_a_hub_that_was_joined_before(
    shop: Shop, url_of: LetIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = url_of("Main Street")
    join_hub(shop, url, None, "Main Street")
    policy = tmp_path / "policy.json"
    policy.write_text('{"join_hub": false}', encoding="utf-8")
    monkeypatch.setattr(paths, "policy_file", lambda: policy)
    state = follow(shop)
    assert state.standing is Standing.REFUSED and "policy" in str(state.reason)
    leave_hub(shop, unsent=True)
    with pytest.raises(HubRefusedError, match="policy"):
        join_hub(shop, url, None, "Main Street")


def test_a_hub_that_is_away_costs_nothing_but_waiting(shop: Shop, url_of: LetIn) -> None:
    join_hub(shop, url_of("Main Street"), None, "Main Street")
    shop.catalog.db.execute("UPDATE hub_state SET url = 'postgresql://till@127.0.0.1:1/hub'")
    state = follow(shop)
    assert state.standing is Standing.AWAY and "cannot be reached" in str(state.reason)
    assert state.store == "Main Street" and shop.writable
