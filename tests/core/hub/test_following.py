"""An open shop and its hub: the password stays out of the shop, and a policy can forbid it all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import paths
from core.errors import Cancelled
from core.hub.errors import HubRefusedError
from core.hub.following import follow, join_hub, leave_hub
from core.hub.holding import Hold
from core.hub.membership import require_membership, waiting_changes
from core.hub.passwords import password_of, split_password
from core.hub.standing import Standing, hub_state
from core.shop.opening import open_shop
from core.shop.right_of_way import LONGEST_WAIT, RightOfWay
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


def test_what_a_till_is_to_hold_stays_chosen_where_joining_is_cut_off_before_all_is_told(
    shop: Shop, url_of: LetIn
) -> None:
    with pytest.raises(Cancelled):
        join_hub(
            shop,
            url_of("Main Street"),
            None,
            "Main Street",
            lambda reached: not reached.stage.startswith("Sending"),
            hold=Hold.OURS,
        )
    assert require_membership(shop.catalog).hold == Hold.OURS and waiting_changes(shop.catalog)


def test_a_hub_that_is_away_costs_nothing_but_waiting(shop: Shop, url_of: LetIn) -> None:
    join_hub(shop, url_of("Main Street"), None, "Main Street")
    shop.catalog.db.execute("UPDATE hub_state SET url = 'postgresql://till@127.0.0.1:1/hub'")
    state = follow(shop)
    assert state.standing is Standing.AWAY and "cannot be reached" in str(state.reason)
    assert state.store == "Main Street" and shop.writable


class NotedRightOfWay(RightOfWay):
    """Notes for how long each step of bulk work let searches pass."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def give_way(self, longest: float = LONGEST_WAIT) -> float:
        """As ever."""
        waited = super().give_way(longest)
        self.waits.append(waited)
        return waited


def test_a_round_lets_searches_pass_before_each_of_its_steps_and_ends_though_somebody_searches_all_along(
    shop: Shop, url_of: LetIn, tmp_path: Path
) -> None:
    with open_shop(tmp_path / "till", create=True) as till:
        join_hub(till, url_of("Market"), None, "Market")
        join_hub(shop, url_of("Main Street"), None, "Main Street")
        till.right_of_way = way = NotedRightOfWay()
        follow(shop)
        with way.searching():
            state = follow(till)
        assert state.done is not None and state.done.received == 8 and state.done.photos_received
        steps = len(way.waits)
        assert steps >= 4  # changes, thumbnails, photos, vectors
        assert min(way.waits) >= LONGEST_WAIT / 2
        follow(till)
        assert len(way.waits) > steps and set(way.waits[steps:]) == {0.0}
