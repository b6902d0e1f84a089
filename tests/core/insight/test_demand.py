"""Unmet demand: searches that ended in nothing, gathered by what they looked like."""

import numpy as np
import pytest
from PIL import Image

from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.catalog.photos.unlabelled import Source, UnlabelledFacts
from core.catalog.photos.unlabelled_vectors import add_unlabelled
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.feedback import Said
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.insight.decisions import Decision, decide, take_back
from core.insight.demand import alike_groups, unmet_demand
from core.insight.order_list import order_asked, order_list, take_off
from core.insight.period import Period
from core.search.joining import keep_asked_picture
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.insight.conftest import PERIOD, add_product, moment

DIM = sum(part.length for part in LITE2.parts)


def look(kind: int, chance: np.random.Generator) -> np.ndarray:
    """What a picture of one of some kinds of things looks like."""
    vector = np.zeros(DIM)
    vector[40 * kind : 40 * kind + 40] = 1
    return (vector + np.abs(chance.normal(0, 0.002, DIM))).astype(np.float32)


class Searching:
    """Logs searches on days of the tests' choice."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.chance = np.random.default_rng(2)

    def __call__(
        self,
        kind: int | None,
        said: Said | None = None,
        *,
        before: bool = False,
        verdict: str = "unknown",
        top: int | None = None,
        chosen: int | None = None,
    ) -> int:
        key = log_search(self.shop.catalog, origin="file", verdict=verdict, top_product_id=top)
        if kind is not None:
            facts = UnlabelledFacts(Source.SEARCH, search_id=key)
            add_unlabelled(self.shop.catalog, LITE2.fingerprint, [facts], look(kind, self.chance)[None])
        if said is not None:
            log_feedback(self.shop.catalog, key, said, chosen)
        day = PERIOD.before.until if before else PERIOD.since
        with self.shop.catalog.transaction() as db:
            db.execute("UPDATE searches SET searched = ? WHERE id = ?", [moment(day), key])
        return key


@pytest.fixture
def search(shop: Shop) -> Searching:
    return Searching(shop)


def test_what_was_asked_for_is_gathered_counted_and_set_beside_the_time_before(
    shop: Shop, search: Searching
) -> None:
    near = add_product(shop, "NEAR")
    lamps = [search(1, top=near) for _ in range(3)] + [search(1, Said.ABSENT, verdict="unsure")]
    search(2)
    search(1, before=True)
    search(3, before=True)
    found = unmet_demand(shop.catalog, PERIOD, LITE2)
    assert (found.searches, found.before, found.without_vector) == (5, 2, 0)
    first, second = found.wanted
    assert set(first.searches) == set(lamps)
    assert (first.before, first.said_absent, first.nearest) == (1, 1, near)
    assert (len(second.searches), second.before, second.nearest) == (1, 0, None)


def test_a_search_that_ended_in_a_product_is_met(shop: Shop, search: Searching) -> None:
    key = add_product(shop, "P")
    search(1, Said.INSTEAD, chosen=key)
    search(1, verdict="match", top=key)
    search(1, verdict="unsure", top=key)
    found = unmet_demand(shop.catalog, PERIOD, LITE2)
    assert (found.searches, found.wanted) == (0, ())


def test_what_the_shop_keeps_no_trace_of_is_counted_and_said(shop: Shop, search: Searching) -> None:
    search(None)
    search(1)
    found = unmet_demand(shop.catalog, PERIOD, LITE2)
    assert (found.searches, found.without_vector, len(found.wanted)) == (2, 1, 1)
    elsewhere = unmet_demand(shop.catalog, PERIOD, LITE0)
    assert (elsewhere.searches, elsewhere.without_vector, elsewhere.wanted) == (2, 2, ())


def test_what_the_shop_does_not_sell_is_no_unmet_demand_whenever_it_is_asked_for(
    shop: Shop, search: Searching
) -> None:
    lamps = [search(1), search(1, before=True)]
    search(2)
    decide(shop, lamps[:1], Decision.NOT_SOLD)
    search(1)  # asked for again, later
    found = unmet_demand(shop.catalog, PERIOD, LITE2)
    assert (found.searches, found.before, len(found.wanted)) == (1, 0, 1)
    (refused,) = found.not_sold
    assert (refused.searches, refused.asked) == ((lamps[0],), 2)
    later = unmet_demand(shop.catalog, Period(PERIOD.until, PERIOD.until, PERIOD.zone), LITE2)
    assert [(one.searches, one.asked) for one in later.not_sold] == [((lamps[0],), 0)]
    take_back(shop, refused.searches)
    again = unmet_demand(shop.catalog, PERIOD, LITE2)
    assert (again.searches, again.before, again.not_sold) == (3, 1, ())


def test_what_was_done_about_it_is_said(shop: Shop, search: Searching) -> None:
    lamp, cup = search(1), search(2)
    order_asked(shop, lamp, "Lamp")
    decide(shop, [cup], Decision.MADE)
    found = {one.searches[0]: one.decided for one in unmet_demand(shop.catalog, PERIOD, LITE2).wanted}
    assert found == {lamp: Decision.ORDERED, cup: Decision.MADE}
    (line,) = order_list(shop.catalog)
    take_off(shop, [line.id])
    found = {one.searches[0]: one.decided for one in unmet_demand(shop.catalog, PERIOD, LITE2).wanted}
    assert found == {lamp: None, cup: Decision.MADE}


def test_the_newest_picture_that_was_kept_of_it_is_shown(shop: Shop, search: Searching) -> None:
    first, last = search(1), search(1)
    search(2)
    for key, grey in ((first, 40), (last, 200)):
        assert keep_asked_picture(shop, key, Image.new("RGB", (40, 30), (grey, grey, grey)))
    assert not keep_asked_picture(shop, last, Image.new("RGB", (40, 30)))  # it has one
    lamp, cup = unmet_demand(shop.catalog, PERIOD, LITE2).wanted
    file = unlabelled_files(shop).path(lamp.picture)
    with Image.open(file) as kept:
        assert kept.convert("L").getpixel((20, 15)) == pytest.approx(200, abs=3)
    assert cup.picture == ""
    forget_unlabelled(shop)
    assert not file.exists()
    assert not list((shop.folder / "unlabelled").rglob("*.jpg"))
    assert not keep_asked_picture(shop, first, Image.new("RGB", (40, 30)))  # nobody keeps anything of it


def test_a_clock_that_was_set_back_loses_nothing(shop: Shop, search: Searching) -> None:
    search(1)
    earlier = search(1)
    with shop.catalog.transaction() as db:  # logged later, with an earlier moment
        db.execute("UPDATE searches SET searched = ? WHERE id = ?", [moment(PERIOD.since, 1), earlier])
    (wanted,) = unmet_demand(shop.catalog, PERIOD, LITE2).wanted
    assert len(wanted.searches) == 2 and wanted.searches[1] == earlier


def test_no_chain_of_small_steps_joins_what_is_not_alike() -> None:
    angles = np.deg2rad(np.arange(0, 90, 5))
    rows = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    groups = alike_groups(rows, 0.95)
    assert sorted(np.concatenate(groups).tolist()) == list(range(len(rows)))
    assert len(groups) > 1
    for group in groups:
        assert (rows[group] @ rows[group].T).min() > np.cos(2 * np.arccos(0.95)) - 1e-5


def test_nothing_is_no_group() -> None:
    assert alike_groups(np.zeros((0, 4), dtype=np.float32), 0.8) == ()
