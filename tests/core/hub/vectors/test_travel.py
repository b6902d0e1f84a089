"""No till looks at a photo that another one has seen: vectors come and go with the shop's changes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.answer import Verdict
from core.catalog.photos.photos import photos_by_ids
from core.catalog.photos.vectors import stream_vectors
from core.hub.connection import connected
from core.hub.vectors.table import make_network_known
from core.hub.vectors.travel import exchange_vectors
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync
from tests.painted_shop import make_shop


def seen_here(shop: Shop) -> dict[str, tuple[bytes, ...]]:
    """What the network saw of each picture."""
    return {
        photo.sha256: (vector.tobytes(),)
        for batch in stream_vectors(shop.catalog, shop.spec.fingerprint)
        for photo, vector in zip(photos_by_ids(shop.catalog, batch.ids.tolist()), batch.vectors, strict=True)
    }


def exchange(shop: Shop, hub: str) -> tuple[int, int]:
    with connected(hub) as connection:
        return exchange_vectors(shop, connection)


def no_network(*_: Any) -> None:
    raise AssertionError("a network was loaded for photos that another till has seen")


def test_a_new_till_finds_what_another_one_has_seen_without_looking(
    tmp_path: Path, manager: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_shop(tmp_path / "first", products=4, counter_photos=1)
    query = next((tmp_path / "first pictures").glob("2-*.png"))
    with (
        joined_till(folder, manager, "Main") as first,
        joined_till(tmp_path / "second", manager, "Side") as second,
    ):
        sync(first, manager)
        with monkeypatch.context() as patch:
            patch.setattr("core.shop.network.load_backbone", no_network)
            sync(second, manager)
        assert seen_here(second) == seen_here(first) and len(seen_here(first)) == 8
        found = answer(second, see(second, [query]))
        assert found.verdict is not Verdict.UNKNOWN and found.results[0].sku == "Sign 2"
        assert exchange(first, manager) == exchange(second, manager) == (0, 0)


def test_a_till_is_told_which_networks_others_look_with_and_it_lacks(tmp_path: Path, manager: str) -> None:
    with joined_till(make_shop(tmp_path / "first", products=1, counter_photos=0), manager, "Main") as first:
        assert sync(first, manager).networks_lacked == ()
        with connected(manager) as connection:  # as a till with a network of its own does
            for version in (98, 99):
                make_network_known(connection, replace(first.spec, name="house", code_version=version))
        assert sync(first, manager).networks_lacked == ("house",)


def test_of_networks_that_no_file_brings_a_till_is_told_nothing(tmp_path: Path, manager: str) -> None:
    with joined_till(make_shop(tmp_path / "first", products=1, counter_photos=0), manager, "Main") as first:
        with connected(manager) as connection:
            for name in (first.spec.name, f"{first.spec.name}-tuned"):  # of another version; of a deep lesson
                make_network_known(connection, replace(first.spec, name=name, code_version=99))
        assert sync(first, manager).networks_lacked == ()


def test_a_closer_look_is_sent_too_and_replaces_none_that_is_there(tmp_path: Path, manager: str) -> None:
    folder = make_shop(tmp_path / "first", products=2, counter_photos=1)
    with joined_till(folder, manager, "Main") as shop:
        sync(shop, manager)
        shop.catalog.db.execute("UPDATE vectors SET looks = 5 WHERE photo_id = 1")
        assert exchange(shop, manager) == (0, 1)
        assert exchange(shop, manager) == (0, 0)


def test_a_vector_that_the_hub_s_rules_let_through_and_ours_do_not_is_left_out(
    tmp_path: Path, manager: str, hub: str
) -> None:
    folder = make_shop(tmp_path / "first", products=2, counter_photos=0)
    with joined_till(folder, manager, "Main") as shop:
        sync(shop, manager)
        with connected(hub) as connection:
            connection.execute("ALTER TABLE vectors DROP CONSTRAINT vectors_fingerprint_dim_fkey")
            connection.execute("UPDATE vectors SET vector = '[1,2,3]'")
        with shop.catalog.transaction() as db:
            db.execute("DELETE FROM vectors")
        assert exchange(shop, manager) == (0, 0) and seen_here(shop) == {}


def test_a_shop_that_left_knows_nothing_of_the_hub_and_keeps_what_it_saw(
    tmp_path: Path, manager: str
) -> None:
    from core.hub.joining import leave

    folder = make_shop(tmp_path / "first", products=2, counter_photos=0)
    with joined_till(folder, manager, "Main") as shop:
        sync(shop, manager)
        before = seen_here(shop)
        with connected(manager) as connection:
            leave(shop, connection)
        assert shop.catalog.db.execute("SELECT count(*) FROM hub_vectors").fetchone() == (0,)
    with open_shop(folder) as shop:
        np.testing.assert_equal(seen_here(shop), before)
