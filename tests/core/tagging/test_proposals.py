"""Proposals: right where neighbours agree, unsure where they do not, honest about both."""

import numpy as np

from core.tagging.groups import Group
from core.tagging.likeness import LikenessMap
from core.tagging.proposals import gather_voters, group_by_proposal, propose, sort_by_tag
from tests.core.tagging.test_groups import clustered


def two_kinds() -> tuple[LikenessMap, dict[int, tuple[str, ...]]]:
    """Odd products look alike and are fruit, even ones milk; the last ten have no tags."""
    alike = clustered(2, 25)
    return alike, {n: ("fruit", "fresh") if n % 2 else ("milk",) for n in range(1, 41)}


def test_the_tags_of_the_neighbours_are_proposed_with_confidence() -> None:
    alike, tags = two_kinds()
    proposals = propose(gather_voters(alike, tags), [41, 43, 45])
    assert [found.tag for found in proposals] == ["fresh", "fruit"]
    assert all(0.9 < found.confidence <= 1 for found in proposals)


def test_a_mixed_group_gets_each_tag_by_its_share() -> None:
    alike, tags = two_kinds()
    confidence = {found.tag: found.confidence for found in propose(gather_voters(alike, tags), range(41, 51))}
    assert 0.4 < confidence["fruit"] <= 0.5 and 0.4 < confidence["milk"] <= 0.5


def test_what_resembles_nothing_gets_no_sure_proposal() -> None:
    alike, tags = two_kinds()
    stranger = np.zeros((1, 16), np.float32)
    stranger[0, 0] = 1.0
    stranger -= alike.vectors[:2].T @ np.linalg.pinv(alike.vectors[:2].T) @ stranger[0]
    stranger /= np.linalg.norm(stranger)
    wider = LikenessMap(np.append(alike.product_ids, 999), np.concatenate([alike.vectors, stranger]))
    assert all(found.confidence < 0.5 for found in propose(gather_voters(wider, tags), [999]))


def test_confidence_is_the_share_that_proved_right_in_this_shop() -> None:
    """Tags that have nothing to do with looks: whatever the vote, half of it is wrong, and it says so."""
    alike = clustered(1, 400)
    generator = np.random.default_rng(3)
    tags = {n: ("even",) if generator.random() < 0.5 else ("odd",) for n in range(1, 351)}
    voters = gather_voters(alike, tags)
    confidences = [propose(voters, [n])[0].confidence for n in range(351, 401)]
    assert max(confidences) < 0.75


def test_a_refused_tag_is_not_proposed_again() -> None:
    alike, tags = two_kinds()
    proposals = propose(gather_voters(alike, tags), [41], {41: {"fruit"}})
    assert [found.tag for found in proposals] == ["fresh"]


def test_without_tags_or_photos_nothing_is_proposed() -> None:
    alike, tags = two_kinds()
    assert propose(gather_voters(alike, {}), [1, 2]) == []
    assert propose(gather_voters(alike, tags), [12345]) == []


def test_one_tagged_product_is_enough_to_begin() -> None:
    alike, _ = two_kinds()
    assert propose(gather_voters(alike, {1: ("fruit",)}), [3])[0].tag == "fruit"


def test_what_is_left_is_grouped_by_the_tag_it_would_get() -> None:
    alike, tags = two_kinds()
    groups = group_by_proposal(gather_voters(alike, tags), np.array([41, 42, 43, 44, 777]), most=10)
    assert sorted(sorted(group.product_ids) for group in groups) == [[41, 43], [42, 44], [777]]
    assert groups[-1].product_ids == (777,)


def test_groups_can_be_looked_through_for_one_tag() -> None:
    alike, tags = two_kinds()
    milk, fruit = Group((42, 44), 1.0), Group((41, 43), 1.0)
    assert sort_by_tag(gather_voters(alike, tags), [fruit, milk], "milk") == [milk, fruit]
