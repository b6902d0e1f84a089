"""Vectors kept per photo and model, and streamed back."""

import numpy as np
import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, add_photo, remove_photos
from core.catalog.photos.vectors import (
    photos_without_vector,
    remove_vectors,
    store_vectors,
    stream_vectors,
    vectors_of,
)
from core.catalog.products.products import set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from tests.what_is_stored import vector_counts


@pytest.fixture
def photo_ids(catalog: Catalog) -> list[int]:
    """Ten photos, one a product."""
    return [
        add_photo(
            catalog, upsert_product(catalog, ProductDraft(f"S{n}")).product_id, PhotoFile(f"{n}" * 64, 1, 1)
        ).photo.id
        for n in range(10)
    ]


def random_vectors(count: int, dim: int = 7) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.random.default_rng(0).standard_normal((count, dim)).astype(np.float32)


def test_vectors_come_back_in_batches_ascending_and_as_half_precision(
    catalog: Catalog, photo_ids: list[int]
) -> None:
    vectors = random_vectors(10)
    order = np.random.default_rng(1).permutation(10)
    store_vectors(catalog, "model", np.array(photo_ids)[order], vectors[order])
    batches = list(stream_vectors(catalog, "model", batch=4))
    assert [len(batch.ids) for batch in batches] == [4, 4, 2]
    assert np.concatenate([batch.ids for batch in batches]).tolist() == photo_ids
    np.testing.assert_array_equal(
        np.concatenate([batch.vectors for batch in batches]), vectors.astype(np.float16)
    )


def test_a_vector_stored_again_replaces_the_older_one(catalog: Catalog, photo_ids: list[int]) -> None:
    store_vectors(catalog, "model", photo_ids[:1], np.zeros((1, 3)))
    store_vectors(catalog, "model", photo_ids[:1], np.ones((1, 3)))
    assert vectors_of(catalog, "model", photo_ids).vectors.tolist() == [[1, 1, 1]]
    assert vector_counts(catalog) == {"model": 1}


def test_models_do_not_mix(catalog: Catalog, photo_ids: list[int]) -> None:
    store_vectors(catalog, "one", photo_ids[:3], random_vectors(3, 4))
    store_vectors(catalog, "two", photo_ids[:2], random_vectors(2, 9))
    assert vector_counts(catalog) == {"one": 3, "two": 2}
    assert photos_without_vector(catalog, "two").tolist() == photo_ids[2:]
    assert photos_without_vector(catalog, "three").tolist() == photo_ids
    assert remove_vectors(catalog, "one") == 3
    assert vector_counts(catalog) == {"two": 2}


def test_a_photo_removed_meanwhile_is_left_out(catalog: Catalog, photo_ids: list[int]) -> None:
    remove_photos(catalog, photo_ids[:1])
    stored = store_vectors(catalog, "model", photo_ids[:3], random_vectors(3))
    assert stored.tolist() == photo_ids[1:3]


def test_a_removed_photo_takes_its_vector_along(catalog: Catalog, photo_ids: list[int]) -> None:
    store_vectors(catalog, "model", photo_ids, random_vectors(10))
    remove_photos(catalog, photo_ids[4:])
    assert vectors_of(catalog, "model", photo_ids).ids.tolist() == photo_ids[:4]


def test_archived_products_are_streamed_only_on_request(catalog: Catalog, photo_ids: list[int]) -> None:
    store_vectors(catalog, "model", photo_ids, random_vectors(10))
    set_archived(catalog, [1, 2])
    assert sum(len(batch.ids) for batch in stream_vectors(catalog, "model")) == 8
    assert sum(len(batch.ids) for batch in stream_vectors(catalog, "model", live_only=False)) == 10


@pytest.mark.parametrize(
    ("ids", "vectors"),
    [
        ([1, 2], np.zeros((1, 3))),
        ([1], np.zeros(3)),
        ([1], np.full((1, 3), np.nan)),
        ([1], np.full((1, 3), 1e6)),
        ([1], np.zeros((1, 4))),
    ],
    ids=["too few", "one dimension", "not a number", "too large for half precision", "another dimension"],
)
def test_vectors_that_do_not_fit_are_refused(
    catalog: Catalog,
    photo_ids: list[int],
    ids: list[int],
    vectors: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> None:
    store_vectors(catalog, "model", photo_ids[:1], np.zeros((1, 3)))
    with pytest.raises(ValueError, match=r"fit|finite"):
        store_vectors(catalog, "model", ids, vectors)


def test_an_unknown_model_has_no_vectors(catalog: Catalog, photo_ids: list[int]) -> None:
    assert list(stream_vectors(catalog, "none")) == []
    assert len(vectors_of(catalog, "none", photo_ids).ids) == 0
    assert store_vectors(catalog, "none", [], np.zeros((0, 3))).tolist() == []
