"""What was seen on photos is kept by their hash, and told as it was."""

import pytest

from core.catalog.moderation.findings import (
    findings_of,
    forget_findings,
    forget_look,
    looked_by,
    photos_to_look_at,
    store_findings,
)
from core.catalog.photos.photos import live_photo_hashes
from core.finding import Finding, FindingKind
from core.messages import Sentence
from core.shop.shop import Shop

SEEN = (
    Finding(
        FindingKind.WORD, 0.6, Sentence("“{word}” may not be said.", {"word": "best"}), (1.0, 2.0, 30.5, 9.0)
    ),
    Finding(FindingKind.NUDITY, 0.9, Sentence("This may show nudity.")),
)


@pytest.fixture
def photo(shop: Shop) -> str:
    return next(iter(live_photo_hashes(shop.catalog).values()))


def test_findings_come_back_as_they_were_the_surest_first(shop: Shop, photo: str) -> None:
    store_findings(shop.catalog, photo, "some", "1", SEEN)
    assert findings_of(shop.catalog, [photo, "unknown"]) == {photo: (SEEN[1], SEEN[0])}


def test_a_sentence_within_a_sentence_comes_back_too(shop: Shop, photo: str) -> None:
    text = Sentence("{count} × {what}", {"count": 2, "what": Sentence("face")})
    store_findings(shop.catalog, photo, "some", "1", [Finding(FindingKind.FACE, 0.5, text)])
    ((found,),) = findings_of(shop.catalog, [photo]).values()
    assert found.text == text


def left(shop: Shop, detectors: dict[str, str]) -> list[str]:
    return photos_to_look_at(shop.catalog, detectors, settled=("all", "2"))


def test_a_photo_is_looked_at_once_by_each_version_of_a_detector(shop: Shop, photo: str) -> None:
    photos = list(live_photo_hashes(shop.catalog).values())
    assert left(shop, {"some": "1", "other": "1"}) == photos
    store_findings(shop.catalog, photo, "some", "1", ())
    assert left(shop, {"some": "1", "other": "1"}) == photos
    assert looked_by(shop.catalog, photo) == {"some": "1"}
    assert left(shop, {"some": "1"}) == [one for one in photos if one != photo]
    assert left(shop, {"some": "2"}) == photos


def test_what_settles_a_photo_is_enough_in_its_version(shop: Shop, photo: str) -> None:
    store_findings(shop.catalog, photo, "all", "1", ())
    assert photo in left(shop, {"some": "1"})
    store_findings(shop.catalog, photo, "all", "2", ())
    assert photo not in left(shop, {"some": "1"})
    forget_look(shop.catalog, photo, "all")
    assert photo in left(shop, {"some": "1"})


def test_what_a_new_version_sees_takes_the_place_of_what_was_seen(shop: Shop, photo: str) -> None:
    store_findings(shop.catalog, photo, "some", "1", SEEN)
    store_findings(shop.catalog, photo, "some", "2", SEEN[:1])
    assert findings_of(shop.catalog, [photo]) == {photo: SEEN[:1]}
    forget_findings(shop.catalog, [photo])
    assert findings_of(shop.catalog, [photo]) == {}


def test_nothing_is_kept_of_a_photo_that_is_gone(shop: Shop) -> None:
    store_findings(shop.catalog, "f" * 64, "some", "1", SEEN)
    assert findings_of(shop.catalog, ["f" * 64]) == {}


STRANGE = ("", "[", "7", '["{word}", {}]', '["a", 3]', "[1]", '["{a:>999999999}", {"a": 1}]')


@pytest.mark.parametrize("text", STRANGE)
def test_what_a_stranger_wrote_into_the_catalog_harms_nobody(shop: Shop, photo: str, text: str) -> None:
    store_findings(shop.catalog, photo, "some", "1", SEEN)
    with shop.catalog.transaction() as db:
        db.execute("UPDATE moderation_findings SET text = ?, box = ?", [text, text])
    ((first, second),) = findings_of(shop.catalog, [photo]).values()
    assert {str(first.text), str(second.text)} == {""}
    assert first.box is second.box is None
