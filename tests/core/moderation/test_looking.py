"""The shop's photos are looked at once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.catalog.moderation.readings import reading_of
from core.catalog.moderation.thresholds import choose_threshold
from core.catalog.photos.label_words import photos_to_read
from core.catalog.photos.photos import PhotoKind, live_photo_hashes, photos_of_product
from core.catalog.products.upsert import ProductDraft
from core.errors import Cancelled, KnownError
from core.finding import FindingKind
from core.ingest.label_reading import read_labels
from core.ingest.shop_edits import NewPicture, add_product
from core.moderation.deciding import decide
from core.moderation.keeping import photos_waiting
from core.moderation.looking import (
    Moderated,
    look_in_advance,
    look_through,
    moderate_shop,
    moderated,
)
from core.moderation.own_photos import own_photo
from core.moderation.writing.word_lists import add_words
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import carton
from tests.core.moderation.pasted import with_code, with_words

PICTURES = {
    "plain": carton(3),
    "code": with_code("https://example.com/buy", seed=1),
    "chat": with_words("微信：shopkeeper88", "国家级 50% OFF", seed=2),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop whose photos were all looked at; not to be changed."""
    folder = tmp_path_factory.mktemp("moderated")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        for name, image in PICTURES.items():
            image.save(folder / f"{name}.png")
            picture = NewPicture(name, path=folder / f"{name}.png")
            add_product(shop, ProductDraft(name, title=name), [picture], who="Kim")
        look_through(shop)
    return folder


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(shutil.copytree(made / "shop", tmp_path / "shop"), device="cpu") as shop:
        yield shop


def photo(shop: Shop, made: Path, name: str) -> str:
    return own_photo(shop, made / f"{name}.png")


def kinds(one: Moderated) -> set[FindingKind]:
    return {finding.kind for finding in one.findings}


def test_each_photo_says_what_was_seen_on_it_and_where(shop: Shop, made: Path) -> None:
    found = {one.sha256: one for one in moderate_shop(shop)}
    assert kinds(found[photo(shop, made, "plain")]) == set()
    (code,) = found[photo(shop, made, "code")].findings
    assert (code.kind, str(code.text)) == (FindingKind.CODE, "A code leads to https://example.com/buy.")
    assert code.box is not None and code.box == pytest.approx((400, 60, 560, 220), abs=30)
    chat = found[photo(shop, made, "chat")]
    assert kinds(chat) == {FindingKind.CONTACT, FindingKind.WORD}
    said = " ".join(str(finding.text) for finding in chat.findings)
    assert "shopkeeper88" in said and "国家级" in said and "50% OFF" in said
    assert all(one.box is not None and one.box[1] > 480 for one in chat.findings)


def test_nothing_is_looked_at_twice_and_what_is_new_is(shop: Shop) -> None:
    assert photos_waiting(shop) == list(look_in_advance(shop)) == []
    picture = NewPicture("new", image=with_code("https://example.com/new", seed=5))
    add_product(shop, ProductDraft("new", title="new"), [picture], who="Kim", kind=PhotoKind.COUNTER)
    assert list(look_in_advance(shop)) and photos_waiting(shop) == []
    assert sum(FindingKind.CODE in kinds(one) for one in moderate_shop(shop)) == 2


def test_a_word_that_is_added_is_found_on_photos_that_were_read_before(shop: Shop, made: Path) -> None:
    add_words(shop.catalog, "zh", ["shopkeeper"])
    stages = []

    def listen(progress: Progress) -> None:
        stages.append(progress.done)

    found = {one.sha256: one for one in moderate_shop(shop, listen)}
    assert max(stages) == len(PICTURES)
    said = [str(one.text) for one in found[photo(shop, made, "chat")].findings]
    assert "It says “shopkeeper” (the shop's own list)." in said


def test_what_is_told_follows_the_threshold_and_not_a_new_look(shop: Shop, made: Path) -> None:
    choose_threshold(shop.catalog, FindingKind.CODE, None)
    assert all(FindingKind.CODE not in kinds(one) for one in moderate_shop(shop))
    choose_threshold(shop.catalog, FindingKind.CODE, 0.9)
    assert sum(FindingKind.CODE in kinds(one) for one in moderate_shop(shop)) == 1


def test_a_decision_is_told_with_the_photo(shop: Shop, made: Path) -> None:
    code = photo(shop, made, "code")
    decide(shop, [code], shown=True, who="Kim")
    (one,) = (one for one in moderate_shop(shop) if one.sha256 == code)
    assert one.findings and not one.open_findings
    assert one.decision is not None and one.decision.shown and one.decision.who == "Kim"


def test_a_damaged_photo_has_its_sentence_and_the_others_are_looked_at(shop: Shop) -> None:
    picture = NewPicture("bad", image=carton(4))
    add_product(shop, ProductDraft("bad", title="bad"), [picture], who="Kim")
    bad = next(one for one in live_photo_hashes(shop.catalog).values() if one not in _looked(shop))
    shop.files.path(bad).write_bytes(b"\xff\xd8 nothing")
    found = {one.sha256: one for one in moderate_shop(shop)}
    assert found[bad].problem is not None and "not a picture" in str(found[bad].problem)
    assert sum(one.problem is None for one in found.values()) == len(PICTURES)


def test_to_stop_keeps_what_was_seen(shop: Shop) -> None:
    add_words(shop.catalog, "zh", ["shopkeeper"])

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        look_through(shop, stop)
    assert len(photos_waiting(shop)) == len(PICTURES) - 1


def test_a_shop_that_can_only_be_read_tells_what_is_known(shop: Shop, made: Path) -> None:
    with open_shop(shop.folder, write=False, device="cpu") as reader:
        assert sum(bool(one.findings) for one in moderate_shop(reader)) == 2
        assert list(look_in_advance(reader)) == []
        with pytest.raises(KnownError, match="can only be read"):
            decide(reader, [photo(shop, made, "code")], shown=True, who="Kim")


@pytest.mark.parametrize("read", [read_labels, look_through], ids=["for the text search", "here"])
def test_a_photo_is_read_once_be_it_for_the_text_search_or_here(
    shop: Shop, read: Callable[[Shop], object]
) -> None:
    large = with_words("微信：another_one", seed=5).resize((1600, 1600))
    added = add_product(shop, ProductDraft("l", title="l"), [NewPicture("l", image=large)], who="Kim")
    read(shop)
    assert photos_to_read(shop.catalog, shop.label_reader.name).tolist() == []
    look_through(shop)
    (photo_,) = photos_of_product(shop.catalog, added.product_id)
    (chat,) = moderated(shop, [photo_.sha256])[0].findings
    assert chat.box is not None and 1450 < chat.box[1] < chat.box[3] <= 1600
    assert reading_of(shop.catalog, photo_.sha256, shop.label_reader.name) is None


def _looked(shop: Shop) -> set[str]:
    return {row[0] for row in shop.catalog.db.execute("SELECT sha256 FROM moderation_looks")}
