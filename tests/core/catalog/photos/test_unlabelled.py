"""Unlabelled photos are kept with their vectors, bounded in number, and forgotten to the last byte."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.log.search_log import forget_searches, log_search
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.photos.unlabelled import (
    Source,
    UnlabelledFacts,
    forget_all_unlabelled,
    is_known_source,
    remove_unlabelled,
    unlabelled_counts,
    unlabelled_hashes,
    unlabelled_photos,
)
from core.catalog.photos.unlabelled_vectors import (
    add_unlabelled,
    drop_unseen,
    store_unlabelled_vectors,
    unlabelled_stamp,
    unlabelled_vectors,
    unlabelled_without_vector,
)
from core.catalog.photos.vectors import remove_vectors
from core.catalog.products.upsert import ProductDraft, upsert_product


def picture(number: int) -> UnlabelledFacts:
    return UnlabelledFacts(
        Source.PICTURE, f"{number:064x}", f"{number + 1000:064x}", f"{number}.jpg", 0, 8, 6
    )


def searched(search_id: int | None = None) -> UnlabelledFacts:
    return UnlabelledFacts(Source.SEARCH, search_id=search_id)


def vectors(count: int, seed: int = 0, dim: int = 400) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((count, dim)).astype(np.float32)


def bytes_on_disk(catalog: Catalog) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(catalog.path.parent.glob("catalog.db*")))


def any_byte_of(vector: NDArray[np.float16], left: bytes) -> bool:
    """Whether any sixteen bytes of a vector stand there one after another."""
    whole = vector.tobytes()
    return any(whole[start : start + 16] in left for start in range(0, len(whole) - 16, 16))


def test_what_was_kept_comes_back_as_half_precision_in_its_order(catalog: Catalog) -> None:
    given = vectors(3)
    search = log_search(catalog, origin="camera", verdict="unsure")
    frame = UnlabelledFacts(Source.FILM, "f" * 64, "e" * 64, "walk.mp4", 2500, 640, 480)
    ids = add_unlabelled(catalog, "net", [picture(1), frame, searched(search)], given).ids
    found = unlabelled_vectors(catalog, "net")
    assert found.ids.tolist() == ids.tolist() == sorted(ids.tolist())
    np.testing.assert_array_equal(found.vectors, given.astype(np.float16))
    assert [photo.facts for photo in unlabelled_photos(catalog)] == [picture(1), frame, searched(search)]
    assert [photo.id for photo in unlabelled_photos(catalog, ids[1:2])] == ids[1:2].tolist()
    counts = unlabelled_counts(catalog)
    assert (counts.pictures, counts.frames, counts.searches, counts.with_picture) == (1, 1, 1, 2)
    assert unlabelled_vectors(catalog, "another net").vectors.shape == (0, 0)


def test_every_change_shows_in_the_stamp(catalog: Catalog) -> None:
    stamps = [unlabelled_stamp(catalog, "net")]
    first = add_unlabelled(catalog, "net", [picture(1), picture(2)], vectors(2)).ids
    stamps.append(unlabelled_stamp(catalog, "net"))
    store_unlabelled_vectors(catalog, "net", first[:1], vectors(1, seed=1))
    stamps.append(unlabelled_stamp(catalog, "net"))
    remove_unlabelled(catalog, first[1:])
    stamps.append(unlabelled_stamp(catalog, "net"))
    add_unlabelled(catalog, "net", [picture(3)], vectors(1))
    stamps.append(unlabelled_stamp(catalog, "net"))
    assert len(set(stamps)) == len(stamps)
    add_unlabelled(catalog, "other", [picture(4)], vectors(1))
    assert unlabelled_stamp(catalog, "net") == stamps[-1]


def test_the_oldest_search_makes_room_first_then_the_oldest_of_all(catalog: Catalog) -> None:
    one = vectors(1)
    for facts in (picture(1), searched(), searched(), picture(2)):
        assert not add_unlabelled(catalog, "net", [facts], one, most=4).pushed_out
    assert not add_unlabelled(catalog, "net", [picture(3), picture(4)], vectors(2), most=4).pushed_out
    assert [photo.facts.source_name for photo in unlabelled_photos(catalog)] == [
        f"{number}.jpg" for number in (1, 2, 3, 4)
    ]
    assert add_unlabelled(catalog, "net", [picture(5)], one, most=4).pushed_out == {picture(1).sha256}
    add_unlabelled(catalog, "net", [searched()], one, most=4)  # pushes no picture out
    assert unlabelled_counts(catalog).searches == 0
    assert len(unlabelled_vectors(catalog, "net").ids) == 4


def test_a_picture_is_given_up_only_with_the_last_photo_that_it_is_of(catalog: Catalog) -> None:
    again = UnlabelledFacts(Source.FILM, picture(1).sha256, "c" * 64, "film.mp4")
    ids = add_unlabelled(catalog, "net", [picture(1), again], vectors(2)).ids
    assert remove_unlabelled(catalog, ids[:1]) == set()
    assert remove_unlabelled(catalog, ids[1:]) == {picture(1).sha256}


def test_bytes_that_are_a_photo_of_a_product_are_known(catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("A")).product_id
    add_photo(catalog, product, PhotoFile("a" * 64, 1, 1, "b" * 64, "a.jpg"))
    add_unlabelled(catalog, "net", [picture(1)], vectors(1))
    assert is_known_source(catalog, "a" * 64)
    assert is_known_source(catalog, "b" * 64)
    assert is_known_source(catalog, picture(1).source_sha256)
    assert not is_known_source(catalog, "c" * 64)


def test_a_search_that_is_forgotten_takes_its_vector_along(catalog: Catalog) -> None:
    search = log_search(catalog, origin="camera", verdict="unsure")
    add_unlabelled(catalog, "net", [searched(search), picture(1)], vectors(2))
    with catalog.transaction() as db:
        db.execute("DELETE FROM searches")
    assert [photo.facts.source for photo in unlabelled_photos(catalog)] == [Source.PICTURE]
    assert len(unlabelled_vectors(catalog, "net").ids) == 1


def test_another_network_sees_what_has_a_picture_and_the_rest_is_dropped(catalog: Catalog) -> None:
    add_unlabelled(catalog, "old", [picture(1), searched()], vectors(2))
    (unseen,) = unlabelled_without_vector(catalog, "new")
    assert unseen.facts == picture(1)
    store_unlabelled_vectors(
        catalog, "new", np.array([unseen.id, 99]), vectors(2, dim=9)
    )  # 99 went meanwhile
    assert unlabelled_without_vector(catalog, "new") == []
    assert drop_unseen(catalog, "new") == 1
    assert unlabelled_vectors(catalog, "old").ids.tolist() == [unseen.id]
    remove_vectors(catalog, "old")
    assert unlabelled_vectors(catalog, "old").ids.tolist() == []
    assert unlabelled_vectors(catalog, "new").ids.tolist() == [unseen.id]


def test_a_vector_that_was_damaged_is_left_out(catalog: Catalog) -> None:
    ids = add_unlabelled(catalog, "net", [picture(1), picture(2)], vectors(2)).ids
    with catalog.transaction() as db:
        db.execute("UPDATE unlabelled_vectors SET vector = zeroblob(800) WHERE unlabelled_id = 1")
    assert unlabelled_vectors(catalog, "net").ids.tolist() == ids[1:].tolist()


def test_of_what_is_forgotten_no_byte_stays_in_the_catalogs_files(catalog: Catalog) -> None:
    given = vectors(60).astype(np.float16)
    facts = [searched() if number % 2 else picture(number) for number in range(60)]
    for start in range(0, 60, 5):  # some are pushed out on the way: of these nothing stays, either
        add_unlabelled(catalog, "net", facts[start : start + 5], given[start : start + 5], most=40)
    assert any_byte_of(given[59], bytes_on_disk(catalog))
    assert forget_all_unlabelled(catalog) == 40
    left = bytes_on_disk(catalog)
    assert [number for number, vector in enumerate(given) if any_byte_of(vector, left)] == []
    assert not any(picture(number).sha256.encode() in left for number in range(60))
    assert unlabelled_hashes(catalog) == set()
    assert unlabelled_counts(catalog).total == 0


def test_of_vectors_that_were_replaced_or_went_with_their_network_no_byte_stays_either(
    catalog: Catalog,
) -> None:
    given = vectors(40).astype(np.float16)
    ids = add_unlabelled(catalog, "old", [picture(number) for number in range(10)], given[:10]).ids
    store_unlabelled_vectors(catalog, "new", ids, given[10:20])
    store_unlabelled_vectors(catalog, "new", ids, given[20:30])
    remove_vectors(catalog, "old")
    search = log_search(catalog, origin="camera", verdict="unsure")
    add_unlabelled(catalog, "new", [searched(search)] * 10, given[30:])
    forget_searches(catalog, "9999")
    assert forget_all_unlabelled(catalog) == 10
    left = bytes_on_disk(catalog)
    assert [number for number, vector in enumerate(given) if any_byte_of(vector, left)] == []


def test_somebody_who_goes_on_reading_the_catalog_holds_up_forgetting(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its log would still hold what was forgotten, and nobody would say so."""
    from core.catalog.database import erasing
    from core.errors import KnownError

    monkeypatch.setattr(erasing, "_PATIENCE_SECONDS", 0.1)
    catalog.db.execute("PRAGMA busy_timeout = 100")  # SQLite has a patience of its own: ten seconds
    add_unlabelled(catalog, "net", [picture(1)], vectors(1))
    with Catalog(Path(catalog.path), read_only=True) as other, other.snapshot() as db:
        db.execute("SELECT count(*) FROM unlabelled_photos").fetchone()
        with pytest.raises(KnownError, match="close it"):
            forget_all_unlabelled(catalog)
    forget_all_unlabelled(catalog)
