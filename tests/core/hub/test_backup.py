"""A hub is saved and brought back by PostgreSQL's own means, and tills notice when it went back in time."""

import shutil
from pathlib import Path

from core.hub.connection import connected
from core.hub.following import follow, join_hub, leave_hub
from core.hub.migrations import renew_hub, upgrade_hub
from core.hub.passwords import keep_password, split_password
from core.hub.standing import Standing
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.fixtures import LetIn
from tests.core.hub.postgres import Postgres, database_name


def at(url: str, restored: str) -> str:
    """A till's URL, of the restored database."""
    return f"{url.rpartition('/')[0]}/{database_name(restored)}"


def titles_of(shop: Shop) -> list[str]:
    return [title for (title,) in shop.catalog.db.execute("SELECT title FROM products ORDER BY title")]


def test_a_dumped_hub_is_restored_beside_and_its_tills_come_in(
    postgres: Postgres, hub: str, url_of: LetIn, imported: Path, tmp_path: Path
) -> None:
    url = url_of("Main Street")
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "shop")) as shop:
        join_hub(shop, url, None, "Main Street")
        assert follow(shop).standing is Standing.IN_STEP
    restored = postgres.restored(postgres.dumped(hub))
    with connected(restored) as connection:
        assert upgrade_hub(connection) == []
        ((there,),) = connection.execute("SELECT count(*) FROM changes").fetchall()
    with connected(hub) as connection:
        assert connection.execute("SELECT count(*) FROM changes").fetchall() == [(there,)] != [(0,)]
    beside = at(url, restored)
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "second")) as second:
        join_hub(second, beside, None, "Main Street")
        assert follow(second).standing is Standing.IN_STEP


def test_a_hub_that_went_back_is_noticed_and_joined_again(
    postgres: Postgres, hub: str, url_of: LetIn, imported: Path, tmp_path: Path
) -> None:
    url = url_of("Main Street")
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "shop")) as shop:
        before = postgres.dumped(hub)
        join_hub(shop, url, None, "Main Street")
        assert follow(shop).standing is Standing.IN_STEP
        went_back = postgres.restored(before)
        with connected(went_back) as connection:
            upgrade_hub(connection)
        beside = at(url, went_back)
        bare, password = split_password(beside)
        keep_password(bare, password or "")
        shop.catalog.db.execute("UPDATE hub_state SET url = ?", [bare])  # as if it had the hub's own place
        state = follow(shop)
        assert state.standing is Standing.REFUSED and "older backup" in str(state.reason)
        titles = titles_of(shop)
        leave_hub(shop, unsent=True)
        join_hub(shop, beside, None, "Main Street")
        assert follow(shop).standing is Standing.IN_STEP
        assert titles_of(shop) == titles
        with connected(went_back) as connection:
            assert connection.execute("SELECT count(*) FROM live_products").fetchall() == [(len(titles),)]


def test_a_hub_that_it_was_said_of_is_another_for_every_till(
    hub: str, url_of: LetIn, imported: Path, tmp_path: Path
) -> None:
    with open_shop(shutil.copytree(imported / "shop", tmp_path / "shop")) as shop:
        join_hub(shop, url_of("Main Street"), None, "Main Street")
        assert follow(shop).standing is Standing.IN_STEP
        with connected(hub) as connection:
            renew_hub(connection)
        assert follow(shop).standing is Standing.REFUSED
