"""Going through the products that need tags, group by group: what is next, what was done, and back again.

The tags themselves are in the catalog after every step; what was skipped or refused is remembered for this
session only. Not safe for several threads at once: call it on one after the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.catalog.lists.filters import Filter, matching_product_ids
from core.catalog.products.products import products_by_ids
from core.catalog.tags.tags import add_tag, undo_tag_operation
from core.describe.proposals import described_tags
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop
from core.tagging.groups import Group, group_alike, split_group
from core.tagging.likeness import LikenessMap, compare_products
from core.tagging.members import Member, members_of
from core.tagging.proposals import (
    Proposal,
    Voters,
    gather_voters,
    group_by_proposal,
    propose,
    sort_by_tag,
    with_described,
)
from core.tagging.shop_tags import all_tags, as_spelled, tags_by_use
from core.tagging.step import TaggingStep, TagScope


@dataclass(frozen=True, slots=True)
class _Done:
    """One step that can be taken back.

    Attributes:
        group: the one that was at hand.
        plan: number of the plan that it belonged to.
        skipped: the groups that waited before the step.
        followers: how many groups the step put into the queue in place of ``group``.
        operations, tagged: what was written to the catalog's log of tags, and for which products.
        refused: tags that were struck out.
    """

    group: Group
    plan: int
    skipped: tuple[Group, ...]
    followers: int = 0
    operations: tuple[int, ...] = ()
    tagged: tuple[int, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(slots=True)
class TaggingSession:
    """Made by :func:`start_tagging`."""

    shop: Shop
    scope: TagScope
    language: str
    likeness_map: LikenessMap
    _tags: dict[int, tuple[str, ...]]
    _remaining: set[int]
    _products: int
    _queue: list[Group] = field(default_factory=list)
    _skipped: list[Group] = field(default_factory=list)
    _refused: dict[int, set[str]] = field(default_factory=dict)
    _history: list[_Done] = field(default_factory=list)
    _voters: Voters | None = None
    _plan: int = 0

    def step(self) -> TaggingStep:
        """What is to be decided now; the groups are made anew when the first ones are done."""
        group = Group((), 0.0)
        members: tuple[Member, ...] = ()
        while not members and self._remaining:
            if not self._queue:
                self._plan_again()
            if not self._queue:
                break
            group = self._queue[0]
            members = members_of(self.shop, group.product_ids)
            if not members:  # somebody else removed these products
                self._remaining -= set(self._queue.pop(0).product_ids)
        return TaggingStep(
            members,
            group.likeness,
            tuple(self._proposals(group)),
            self._products - len(self._remaining),
            self._products,
            sum(len(skipped.product_ids) for skipped in self._skipped),
            tags_by_use(self._tags),
            tuple(
                m.thumbnail
                for group in self._queue[1:2]
                for m in members_of(self.shop, group.product_ids)
                if m.thumbnail
            ),
            bool(self._history),
        )

    def give(self, tags: Iterable[str], left_out: Iterable[int] = (), *, who: str) -> TaggingStep:
        """Give ``tags`` to the group but for the products ``left_out``, which come again later.

        Raises:
            KnownError: a tag's name is no name, or the shop cannot be written to.
        """
        self.shop.require_writable()
        group = self._queue[0]
        names = as_spelled(tags, tags_by_use(self._tags))
        outside = set(left_out)
        inside = tuple(product_id for product_id in group.product_ids if product_id not in outside)
        if not names or not inside:
            return self.step()
        with self.shop.catalog.transaction():
            operations = tuple(add_tag(self.shop.catalog, inside, tag, who=who).id for tag in names)
        for product_id in inside:
            own = self._tags.get(product_id, ())
            self._tags[product_id] = (*own, *(name for name in names if name not in own))
        self._remaining = {product_id for product_id in self._remaining if not self._is_done(product_id)}
        # What was left out is looked at again with the last ones, when more is known.
        self._remember(group, operations=operations, tagged=inside)
        self._queue.pop(0)
        self._voters = None
        return self.step()

    def refuse(self, tags: Iterable[str]) -> TaggingStep:
        """These tags are wrong for this group: they are not proposed for its products any more."""
        group, names = self._queue[0], tuple(tags)
        for product_id in group.product_ids:
            self._refused.setdefault(product_id, set()).update(names)
        self._remember(group, followers=1, refused=names)
        return self.step()

    def skip(self) -> TaggingStep:
        """Come back to this group when all others are done."""
        if self._queue:
            self._remember(self._queue[0])
            self._skipped.append(self._queue.pop(0))
        return self.step()

    def split(self) -> TaggingStep:
        """The group at hand in two, each more alike; the larger one is next."""
        if self._queue and len(self._queue[0].product_ids) > 1:
            group = self._queue[0]
            parts = split_group(self.likeness_map, group)
            self._remember(group, followers=len(parts))
            self._queue[:1] = parts
        return self.step()

    def undo(self) -> TaggingStep:
        """Take back the last step, whatever it was; its group is at hand again.

        Raises:
            KnownError: the tags were undone elsewhere, or the shop cannot be written to.
        """
        if not self._history:
            return self.step()
        done = self._history[-1]
        if done.operations:
            self.shop.require_writable()
            with self.shop.catalog.transaction():
                for operation in reversed(done.operations):
                    undo_tag_operation(self.shop.catalog, operation)
            self._read_tags(done.tagged)
        self._history.pop()
        # A plan is made when the one before is used up: nothing was queued behind its last group.
        self._queue = self._queue[done.followers :] if done.plan == self._plan else []
        self._plan, self._skipped = done.plan, list(done.skipped)
        for product_id in done.group.product_ids if done.refused else ():
            self._refused[product_id] -= set(done.refused)
        self._queue.insert(0, done.group)
        self._voters = None
        return self.step()

    def _remember(
        self,
        group: Group,
        *,
        followers: int = 0,
        operations: tuple[int, ...] = (),
        tagged: tuple[int, ...] = (),
        refused: tuple[str, ...] = (),
    ) -> None:
        self._history.append(
            _Done(group, self._plan, tuple(self._skipped), followers, operations, tagged, refused)
        )

    def _plan_again(self) -> None:
        """What is left, in groups that would get the same tag; skipped ones last, as they were."""
        self._plan += 1
        waiting = {product_id for group in self._skipped for product_id in group.product_ids}
        left = np.array(sorted(self._remaining - waiting), np.int64)
        self._queue = group_by_proposal(self._ask(), left, self._refused)
        if not self._queue:
            self._queue, self._skipped = self._skipped, []

    def _proposals(self, group: Group) -> list[Proposal]:
        if not group.product_ids:
            return []
        voted = propose(self._ask(), group.product_ids, self._refused)
        known = tags_by_use(self._tags)
        seen = described_tags(self.shop, group.product_ids, known, self.language)
        refused = {tag for one in group.product_ids for tag in self._refused.get(one, ())}
        found = with_described(voted, {tag: share for tag, share in seen.items() if tag not in refused})
        if self.scope.without:
            return [proposal for proposal in found if proposal.tag == self.scope.without]
        return found

    def _ask(self) -> Voters:
        if self._voters is None:
            self._voters = gather_voters(self.likeness_map, self._tags)
        return self._voters

    def _is_done(self, product_id: int) -> bool:
        own = self._tags.get(product_id, ())
        return self.scope.without in own if self.scope.without else bool(own)

    def _read_tags(self, product_ids: Sequence[int]) -> None:
        for product in products_by_ids(self.shop.catalog, product_ids):
            self._tags[product.id] = product.tags
            if not self._is_done(product.id):
                self._remaining.add(product.id)


def start_tagging(
    shop: Shop,
    scope: TagScope,
    *,
    language: str = "en",
    likeness_map: LikenessMap | None = None,
    progress: ReportProgress = ignore_progress,
) -> TaggingSession:
    """Compare and group the products of ``scope``; some seconds for ten thousands.

    Args:
        language: in which a tag is named that the shop does not have yet, ``en`` or ``zh_CN``.
        likeness_map: of an earlier session, if photos and lesson are the same.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    likeness_map = likeness_map or compare_products(shop, progress)
    with shop.catalog.snapshot():
        wanted = matching_product_ids(
            shop.catalog, Filter(categories=(scope.category,) if scope.category else ())
        )
        tags = all_tags(shop)
    session = TaggingSession(shop, scope, language, likeness_map, tags, set(), len(wanted))
    left: NDArray[np.int64] = np.array(
        [product_id for product_id in wanted.tolist() if not session._is_done(product_id)], np.int64
    )
    session._remaining = set(left.tolist())
    session._queue = group_alike(likeness_map, left, progress=progress)
    if scope.without:
        session._queue = sort_by_tag(session._ask(), session._queue, scope.without)
    return session
