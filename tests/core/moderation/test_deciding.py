"""What a person decides of a photo is remembered with its hash, and can be taken back."""

import pytest

from core.care.deletion import delete_for_good
from core.catalog.edits.product_change import ProductChange
from core.catalog.moderation.decisions import decisions_of, not_shown
from core.catalog.moderation.findings import findings_of, store_findings
from core.catalog.photos.photos import live_photo_hashes, photos_of_hash
from core.errors import KnownError
from core.finding import Finding, FindingKind
from core.ingest.shop_edits import edit_shop, redo_edit
from core.messages import Sentence
from core.moderation.deciding import decide
from core.moderation.looking import moderated
from core.shop.shop import Shop
from core.steps.undo import undo_step

FACE = Finding(FindingKind.FACE, 0.9, Sentence("A face."))
WEAPON = Finding(FindingKind.WEAPON, 0.9, Sentence("A weapon."))


@pytest.fixture
def photos(shop: Shop) -> list[str]:
    return list(live_photo_hashes(shop.catalog).values())


def test_a_decision_is_remembered_and_undone_and_done_again(shop: Shop, photos: list[str]) -> None:
    edit = decide(shop, photos[:2], shown=False, who="Kim")
    assert edit is not None and edit.products == 2
    assert not_shown(shop.catalog) == set(photos[:2])
    assert decisions_of(shop.catalog, photos)[photos[0]].who == "Kim"
    undo_step(shop, who="Kim")
    assert not_shown(shop.catalog) == set()
    redo_edit(shop, who="Kim")
    assert not_shown(shop.catalog) == set(photos[:2])


def test_to_decide_the_same_again_changes_nothing(shop: Shop, photos: list[str]) -> None:
    decide(shop, photos[:1], shown=True, who="Kim")
    assert decide(shop, photos[:1], shown=True, who="Lee") is None
    assert decisions_of(shop.catalog, photos)[photos[0]].who == "Kim"


def test_a_decision_can_be_taken_back_without_undo(shop: Shop, photos: list[str]) -> None:
    decide(shop, photos[:1], shown=False, who="Kim")
    decide(shop, photos[1:2], shown=False, who="Kim")
    decide(shop, photos[:1], shown=None, who="Kim")
    assert not_shown(shop.catalog) == {photos[1]}


def test_a_photo_that_may_be_shown_waits_again_when_something_else_is_seen(
    shop: Shop, photos: list[str]
) -> None:
    photo = photos[0]
    store_findings(shop.catalog, photo, "faces", "1", [FACE])
    decide(shop, [photo], shown=True, who="Kim")
    assert moderated(shop, [photo])[0].open_findings == ()
    store_findings(shop.catalog, photo, "weapons", "1", [WEAPON])
    assert moderated(shop, [photo])[0].open_findings == (WEAPON,)
    decide(shop, [photo], shown=False, who="Kim")
    assert moderated(shop, [photo])[0].open_findings == ()


def test_an_undo_leaves_what_somebody_decided_since(shop: Shop, photos: list[str]) -> None:
    decide(shop, photos[:1], shown=False, who="Kim")
    with shop.catalog.transaction() as db:
        db.execute("UPDATE moderation_decisions SET shown = 1, who = 'Lee'")
    turned = undo_step(shop, who="Kim")
    assert (turned.changed, turned.kept) == (0, 1)
    assert decisions_of(shop.catalog, photos)[photos[0]].who == "Lee"


def test_of_a_photo_that_the_shop_does_not_have_nothing_is_decided(shop: Shop, photos: list[str]) -> None:
    with pytest.raises(KnownError, match="no longer in the shop"):
        decide(shop, [photos[0], "f" * 64], shown=False, who="Kim")
    assert not_shown(shop.catalog) == set()


def test_what_is_deleted_for_good_leaves_nothing_behind(shop: Shop, photos: list[str]) -> None:
    photo = photos[0]
    product = photos_of_hash(shop.catalog, photo)[0].product_id
    store_findings(shop.catalog, photo, "faces", "1", [FACE])
    decide(shop, [photo], shown=False, who="Kim")
    edit_shop(shop, {product: ProductChange(archived=True)}, who="Kim")
    delete_for_good(shop, [product])
    assert not findings_of(shop.catalog, [photo]) and not decisions_of(shop.catalog, [photo])
