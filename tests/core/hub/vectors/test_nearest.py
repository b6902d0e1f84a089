"""Searching the vectors of all stores: what is nearest, whoever has it, and no filter loses anything."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import psycopg
import pytest
from numpy.typing import NDArray

from core.embedding.networks.efficientnet_lite import LITE2
from core.hub.connection import connected
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.indexing import HubNetwork, index_network, network_on_hub
from core.hub.vectors.nearest import nearest_photos
from core.hub.vectors.table import SentVector, make_network_known, send_vectors, vectors_on_hub
from tests.core.hub.told import Store

NETWORK = LITE2.fingerprint
PHOTOS, STORES = 240, 12
"""Each store has one in twelve of them, each of a product of its own."""


def photo(number: int) -> str:
    return f"{number:064x}"


@pytest.fixture(scope="module")
def numbers() -> NDArray[np.float16]:
    """Vectors as a network's, one a photo; the pooled features cannot be negative."""
    made = np.random.default_rng(5).standard_normal((PHOTOS + 8, LITE2.dim))
    made[:, : LITE2.parts[0].length] = np.abs(made[:, : LITE2.parts[0].length])
    return made.astype(np.float16)


@pytest.fixture
def connection(hub: str, numbers: NDArray[np.float16]) -> Iterator["psycopg.Connection[Any]"]:
    with connected(hub) as found:
        speak_halfvec(found)
        make_network_known(found, LITE2)
        vectors = [SentVector(photo(number), 1, numbers[number]) for number in range(PHOTOS)]
        assert send_vectors(found, NETWORK, vectors) == PHOTOS
        stores = [Store(found, f"S{number}") for number in range(STORES)]
        with found.transaction():
            for number in range(PHOTOS):
                store = stores[number % STORES]
                product = store.makes(f"P{number}")
                store.shows(product, photo(number))
                store.gets(product, 1)
        yield found


def known(connection: "psycopg.Connection[Any]") -> HubNetwork:
    found = network_on_hub(connection, NETWORK)
    assert found is not None
    return found


def nearest_by_hand(numbers: NDArray[np.float16], seen: NDArray[np.float16], among: list[int]) -> list[str]:
    pooled = numbers[among, : LITE2.parts[0].length].astype(np.float64)
    pooled /= np.linalg.norm(pooled, axis=1, keepdims=True)
    return [photo(among[row]) for row in np.argsort(-(pooled @ seen[: pooled.shape[1]].astype(np.float64)))]


@pytest.mark.parametrize("is_indexed", [False, True])
@pytest.mark.parametrize("stores", [None, ["S3"], ["S1", "S2"]])
def test_the_nearest_come_first_and_a_filter_loses_none(
    connection: "psycopg.Connection[Any]",
    numbers: NDArray[np.float16],
    is_indexed: bool,
    stores: list[str] | None,
) -> None:
    if is_indexed:
        index_network(connection, NETWORK)
        connection.execute("ANALYZE")
    among = [number for number in range(PHOTOS) if stores is None or f"S{number % STORES}" in stores]
    for seen in numbers[PHOTOS:]:
        asked = seen.astype(np.float32)
        found = nearest_photos(connection, known(connection), asked, count=30, stores=stores)
        assert [near.photo for near in found] == nearest_by_hand(numbers, seen, among)[:30]


def test_where_the_graph_would_lose_photos_to_a_filter_all_that_pass_it_are_compared(
    connection: "psycopg.Connection[Any]", numbers: NDArray[np.float16], monkeypatch: pytest.MonkeyPatch
) -> None:
    index_network(connection, NETWORK)
    connection.execute("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off")
    monkeypatch.setattr("core.hub.vectors.nearest.SEARCHED_AT_ONCE", 1)
    monkeypatch.setattr("core.hub.vectors.nearest.MOST_SCANNED", 1)
    found = nearest_photos(connection, known(connection), numbers[PHOTOS].astype(np.float32), stores=["S3"])
    mine = [number for number in range(PHOTOS) if number % STORES == 3]
    assert [near.photo for near in found] == nearest_by_hand(numbers, numbers[PHOTOS], mine)


def test_the_index_of_a_network_is_built_once(connection: "psycopg.Connection[Any]") -> None:
    index_network(connection, NETWORK)
    index_network(connection, NETWORK)  # a second time there is nothing to do
    name = f"vectors_{NETWORK}"
    found = connection.execute("SELECT indexname FROM pg_indexes WHERE indexname = %s", [name])
    assert found.fetchall() == [(name,)]


def test_a_photo_of_two_products_stands_for_both_and_one_that_was_taken_away_for_none(
    connection: "psycopg.Connection[Any]", numbers: NDArray[np.float16]
) -> None:
    store = Store(connection, "S3")
    twin = store.makes("TWIN")
    store.shows(twin, photo(5))
    store.says("photo", store.makes("OTHER"), {"sha256": photo(5), "gained": 0, "kind": "catalog"})
    found = nearest_photos(connection, known(connection), numbers[5].astype(np.float32), count=1)
    assert {near.photo for near in found} == {photo(5)}
    assert len(found) == 2 and twin in {str(near.product) for near in found}


def test_what_was_sent_comes_back_bit_for_bit_the_closer_look_first(
    connection: "psycopg.Connection[Any]", numbers: NDArray[np.float16]
) -> None:
    again = [SentVector(photo(7), 1, numbers[8]), SentVector(photo(7), 2, numbers[9])]
    assert send_vectors(connection, NETWORK, again) == 1  # the one look is a fact that stays
    (found,) = vectors_on_hub(connection, NETWORK, [photo(7)])
    assert found.looks == 2
    np.testing.assert_array_equal(found.numbers, numbers[9])


def test_a_vector_of_another_length_is_refused_as_it_would_break_every_search(
    connection: "psycopg.Connection[Any]", numbers: NDArray[np.float16]
) -> None:
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        send_vectors(connection, NETWORK, [SentVector("b" * 64, 1, numbers[0, :9])])
    broken = numbers[0].copy()
    broken[3] = np.nan
    with pytest.raises(psycopg.errors.DataException):
        send_vectors(connection, NETWORK, [SentVector("b" * 64, 1, broken)])
