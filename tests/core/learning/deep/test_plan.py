"""What a deep lesson learns from, and what it keeps away from the network."""

from pathlib import Path

import numpy as np
import pytest

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.errors import KnownError
from core.ingest.product_import import import_entries
from core.learning.deep.plan import make_plan
from core.learning.deep.work_folder import LEARN, PROOF
from core.learning.examples import shop_examples, stamp_of
from core.learning.look_alikes import look_alike_groups
from core.shop.opening import open_shop
from core.shop.shop import Shop

NOTHING = np.empty(0, np.int64)


def test_every_photo_has_one_role_and_each_product_is_learned(balls: Shop) -> None:
    plan = make_plan(balls, balls.spec, NOTHING)
    assert len(plan) == 84 and len(set(plan.sha256.tolist())) == 84
    assert set(plan.roles.tolist()) == {LEARN, PROOF}
    assert (plan.roles == PROOF).sum() >= 20
    assert set(plan.products[plan.roles == LEARN].tolist()) == set(plan.products.tolist())


def test_look_alike_photos_are_learned_from_or_held_out_together(balls: Shop) -> None:
    plan = make_plan(balls, balls.spec, NOTHING)
    examples = shop_examples(balls)
    groups = look_alike_groups(examples.vectors, examples.products)
    role = {
        stamp_of(sha256): int(role)
        for sha256, role in zip(plan.sha256.tolist(), plan.roles.tolist(), strict=True)
    }
    for group in np.unique(groups):
        assert len({role[stamp] for stamp in examples.stamps[groups == group].tolist()}) == 1


def test_the_plan_is_the_same_each_time(balls: Shop) -> None:
    first, second = (make_plan(balls, balls.spec, NOTHING) for _ in range(2))
    assert np.array_equal(first.sha256, second.sha256) and np.array_equal(first.roles, second.roles)


def test_photos_that_the_network_in_use_was_trained_on_are_not_held_out(balls: Shop) -> None:
    plan = make_plan(balls, balls.spec, NOTHING)
    # A network that was trained on exactly those photos that would be held out first.
    held = np.array([stamp_of(sha256) for sha256 in plan.sha256[plan.roles != LEARN].tolist()], np.int64)
    other = make_plan(balls, balls.spec, held)
    now_held = {stamp_of(sha256) for sha256 in other.sha256[other.roles != LEARN].tolist()}
    assert now_held and not now_held & set(held.tolist())


def test_catalog_pictures_alone_are_learned_by_synthetic_photos(shop: Shop) -> None:
    plan = make_plan(shop, shop.spec, NOTHING)
    assert (plan.synthetic < 0).sum() == 4
    made = plan.synthetic >= 0
    assert made.sum() == 4 * 9
    assert set(plan.roles[made].tolist()) == {LEARN, PROOF}
    assert (plan.roles[~made] == LEARN).all()


def test_one_product_is_too_little(tmp_path: Path, blue_ball: Path) -> None:
    with open_shop(tmp_path / "tiny", create=True) as shop:
        photo = PhotoSource(blue_ball, blue_ball.name, PhotoKind.CATALOG)
        import_entries(shop, [Entry("1", ProductDraft(sku="1", title="ball"), (photo,))])
        with pytest.raises(KnownError, match="too little"):
            make_plan(shop, shop.spec, NOTHING)
