"""Groups of alike products: complete, bounded, alike, the same on every call."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.tagging.groups import Group, group_alike, split_group
from core.tagging.likeness import LikenessMap, unit


def clustered(clusters: int, members: int, *, noise: float = 0.03, dim: int = 16) -> LikenessMap:
    """``members`` products around each of ``clusters`` directions; ids from 1, in turns."""
    generator = np.random.default_rng(1)
    centres = unit(generator.standard_normal((clusters, dim)).astype(np.float32))
    rows = np.tile(centres, (members, 1)) + noise * generator.standard_normal((clusters * members, dim))
    return LikenessMap(np.arange(1, clusters * members + 1), unit(rows.astype(np.float32)))


def ids(groups: list[Group]) -> list[int]:
    return sorted(product_id for group in groups for product_id in group.product_ids)


def test_products_that_look_alike_share_a_group_and_no_others_do() -> None:
    alike = clustered(5, 8)
    groups = group_alike(alike, alike.product_ids)
    assert sorted(sorted(group.product_ids) for group in groups) == [
        list(range(first, 41, 5)) for first in range(1, 6)
    ]
    assert all(0.9 < group.likeness <= 1 for group in groups)


def test_a_large_cluster_is_cut_and_the_most_alike_come_first() -> None:
    alike = clustered(2, 100, noise=0.1)
    groups = group_alike(alike, alike.product_ids, most=12)
    assert ids(groups) == alike.product_ids.tolist()
    assert max(len(group.product_ids) for group in groups) <= 12
    full = [group.likeness for group in groups if len(group.product_ids) == 12]
    assert len(full) > 1 and full == sorted(full, reverse=True)


def test_products_without_a_photo_come_last_and_only_those_asked_for_are_grouped() -> None:
    alike = clustered(2, 4)
    groups = group_alike(alike, np.array([1, 3, 100, 101]))
    assert [sorted(group.product_ids) for group in groups] == [[1, 3], [100, 101]]
    assert groups[-1].likeness == 0


def test_more_products_than_a_piece_holds_are_all_there_once() -> None:
    alike = clustered(40, 60)
    groups = group_alike(alike, alike.product_ids)
    assert ids(groups) == alike.product_ids.tolist()
    clusters = [{product_id % 40 for product_id in group.product_ids} for group in groups]
    assert all(len(cluster) == 1 for cluster in clusters)


def test_the_same_picture_a_thousand_times_is_no_trouble() -> None:
    same = LikenessMap(np.arange(3000), np.tile(np.eye(1, 8, dtype=np.float32), (3000, 1)))
    groups = group_alike(same, same.product_ids)
    assert ids(groups) == list(range(3000))


def test_an_empty_shop_has_no_groups() -> None:
    nothing = LikenessMap(np.zeros(0, np.int64), np.zeros((0, 1), np.float32))
    assert group_alike(nothing, np.zeros(0, np.int64)) == []


def test_a_split_parts_what_differs_most() -> None:
    alike = clustered(2, 5)
    first, second = split_group(alike, Group(tuple(range(1, 11)), 0.5))
    assert {frozenset(first.product_ids), frozenset(second.product_ids)} == {
        frozenset(range(1, 11, 2)),
        frozenset(range(2, 11, 2)),
    }
    assert split_group(alike, Group((1,), 1.0)) == (Group((1,), 1.0),)
    halves = split_group(alike, Group((1, 100, 101), 0.0))
    assert [group.product_ids for group in halves] == [(1, 100), (101,)]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.integers(1, 9), st.integers(0, 2**31))
def test_whatever_the_vectors_every_product_is_in_one_group(count: int, most: int, seed: int) -> None:
    rows: NDArray[np.float32] = np.random.default_rng(seed).standard_normal((count, 4)).astype(np.float32)
    rows[:: seed % 3 + 1] = rows[0]  # some the same
    alike = LikenessMap(np.arange(count) * 2, unit(rows))
    groups = group_alike(alike, alike.product_ids, most=most)
    assert ids(groups) == alike.product_ids.tolist()
    assert max(len(group.product_ids) for group in groups) <= most
