"""A clerk who does everything that a shop can do, for a number of sessions; see busy_clerk.py.

Beyond a clerk's work: edits and their undo, tags renamed and merged, counts begun, corrected and booked,
lessons taught, kept, used and removed; and, between two sessions, the shop restored and moved, to another
disk too where one of the PLACES lies on one.
"""

import copy
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from core.care.archive import write_archive
from core.care.moving import move_shop
from core.care.restore import restore_shop
from core.catalog.edits.product_change import ProductChange
from core.catalog.photos.photos import PhotoKind
from core.catalog.tags.tags import merge_tags, rename_tag
from core.embedding.measures import Measure
from core.ingest.shop_edits import edit_shop, redo_edit, undo_edit
from core.learning.quick import teach_quick_lesson
from core.messages import Sentence
from core.models.lesson_record import Lesson
from core.models.projection import Projection
from core.models.verdict import Calibration
from core.quantities.quantity import whole
from core.stocktake.booking import book, bring_back, throw_away
from core.stocktake.differences import differences
from core.stocktake.ledger import How, count_quantity, take_back
from core.stocktake.stocktake import begin, current, last_ended
from tests.end_to_end.busy_clerk import TAGS, WHOLE, Clerk, Products, start

SESSIONS = 4
TASKS_PER_SESSION = 8
PLACES = "SNAPSHELF_TEST_PLACES"
"""The variable that says where the shop may be moved to."""


class Manager(Clerk):
    """Opens the shop, works, closes it, restores or moves it, and again."""

    photo_kind = PhotoKind.COUNTER  # to learn from: catalog photos would be drawn anew, by the network

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._sessions = 0
        self._backups: list[tuple[Path, Products, bool]] = []
        """Where, what it holds, and whether the lessons are in it."""

    def _work_while_open(self) -> None:
        for _ in range(TASKS_PER_SESSION):
            self._random.choice(self._tasks() if len(self.products) > 1 else [self._import])()

    def _work_while_closed(self) -> None:
        self._sessions += 1
        self._random.choice([self._restore, self._restore, self._move])()
        if self._sessions == SESSIONS:
            raise SystemExit

    def _tasks(self) -> list[Callable[[], object]]:
        return [
            *super()._tasks(), self._edit, self._edit, self._rename_tag, self._count, self._count,
            self._count, self._learn, self._teach, self._use_lesson, self._use_lesson, self._remove_lesson,
        ]  # fmt: skip

    def _whole(self, **changes: Any) -> dict[str, Any]:
        return copy.deepcopy(self.products[WHOLE]) | changes

    def _edit(self) -> None:
        sku, before = self._some_product()
        after = copy.deepcopy(before)
        after["title"] = f"edited {self._random.randrange(10**6)}"
        if after["archived"] == self._random.choice([True, False]):
            after["archived"] = not after["archived"]
        change = ProductChange(title=after["title"], archived=after["archived"])
        key = self._product(sku).id
        self._operation({sku: after}, lambda: edit_shop(self.shop, {key: change}, who="manager"))
        if self._random.random() < 0.6:
            self._operation({sku: before}, lambda: undo_edit(self.shop, who="manager"))
            if self._random.random() < 0.5:
                self._operation({sku: after}, lambda: redo_edit(self.shop, who="manager"))

    def _rename_tag(self) -> None:
        used = {tag for facts in self.products.values() for tag in facts.get("tags", ())}
        if not used:
            return
        old = self._random.choice(sorted(used))
        new = self._random.choice([tag for tag in TAGS if tag != old])
        after: Products = {}
        for sku, facts in self.products.items():
            if old in facts.get("tags", ()):
                after[sku] = copy.deepcopy(facts)
                after[sku]["tags"] = sorted({*facts["tags"], new} - {old})
        turn = merge_tags if new in used else rename_tag
        self._operation(after, lambda: turn(self.shop.catalog, old, new, who="manager"))

    def _count(self) -> None:
        counted = self._whole()["counted"]
        if counted is None:
            self._operation({WHOLE: self._whole(counted=[])}, lambda: begin(self.shop, who="manager"))
        elif len(counted) < 3 or self._random.random() < 0.4:
            sku, _facts = self._some_product()
            pieces, key = self._random.randint(1, 3), self._product(sku).id
            self._operation(
                {WHOLE: self._whole(counted=[*counted, [sku, pieces]])},
                lambda: count_quantity(self.shop, current(self.shop), key, whole(pieces), how=How.TYPED),
            )
        elif self._random.random() < 0.4:
            self._operation(
                {WHOLE: self._whole(counted=counted[:-1])}, lambda: take_back(self.shop, current(self.shop))
            )
        elif self._random.random() < 0.3:
            self._operation(
                {WHOLE: self._whole(counted=None)}, lambda: throw_away(self.shop, current(self.shop))
            )
            ended = last_ended(self.shop)
            assert ended is not None
            self._operation(
                {WHOLE: self._whole(counted=counted)}, lambda: bring_back(self.shop, ended, who="manager")
            )
        else:
            self._book()

    def _book(self) -> None:
        after: Products = {WHOLE: self._whole(counted=None)}
        for line in differences(self.shop, current(self.shop)).differing:
            after[line.sku] = copy.deepcopy(self.products[line.sku])
            after[line.sku]["stock"] += int(line.booking.decimal)
            after[line.sku]["movements"] += 1
        self._operation(after, lambda: book(self.shop, current(self.shop), who="manager"))

    def _learn(self) -> None:
        """Keep a lesson as learning does; what it has learned is chance, without the network."""
        if self._network:
            teach_quick_lesson(self.shop)
            return
        spec = self.shop.spec
        matrix = np.linalg.qr(self._numbers.normal(size=(spec.dim, 32)))[0].astype(np.float32)
        projection = Projection(spec.fingerprint, spec.parts, np.zeros(spec.dim, np.float32), matrix)
        version = self.shop.models.next_version("quick")
        lesson = Lesson(
            version, "quick", "2026-01-01T00:00:00+00:00", spec.fingerprint, 8, 20, 0.5, 0.75, (0.1, 0.4),
            promoted=True, reason=Sentence("Better.", {}), seconds=1.5,
        )  # fmt: skip
        verdict = {Measure.COSINE: Calibration(temperature=0.05, unknown=0.2)}
        self._operation(
            {WHOLE: self._whole(lessons=sorted([*self._whole()["lessons"], version]))},
            lambda: self.shop.models.save(lesson, projection, verdict, np.array([3, 4], np.int64)),
        )

    def _teach(self) -> None:
        """A quick lesson as it is; whether it is put in use is for its own proof to say."""
        on_shelf = [facts for facts in self.products.values() if not facts.get("archived", True)]
        sizes = [len(facts["photos"]) for facts in on_shelf if facts["photos"]]
        if len(sizes) < 2 or max(sizes) < 2:
            return
        version = self.shop.models.next_version("quick")
        lessons = sorted([*self._whole()["lessons"], version])
        kept = {WHOLE: self._whole(lessons=lessons)}
        used = {WHOLE: self._whole(lessons=lessons) | {"in use": version}}
        self._write({"will": kept, "or": used})
        lesson = teach_quick_lesson(self.shop)
        self._operation(used if lesson.promoted else kept, lambda: None)

    def _use_lesson(self) -> None:
        version = self._random.choice([None, *self._whole()["lessons"]])
        self._operation(
            {WHOLE: self._whole() | {"in use": version}}, lambda: self.shop.searched_by.use_lesson(version)
        )

    def _remove_lesson(self) -> None:
        whole = self._whole()
        unused = [version for version in whole["lessons"] if version != whole["in use"]]
        if unused:
            gone = self._random.choice(unused)
            whole["lessons"].remove(gone)
            self._operation({WHOLE: whole}, lambda: self.shop.searched_by.remove_lesson(gone))

    def _back_up(self) -> None:
        self._serial += 1
        target = self.folder.parent / f"backup-{self._serial}.zip"
        self._operation(
            {}, lambda: write_archive(self.shop.catalog, self.shop.folder, target), backup=str(target)
        )
        self._backups.append((target, copy.deepcopy(self.products), True))

    def _back_up_daily(self) -> Path | None:
        made = super()._back_up_daily()
        if made is not None:
            kept = self.folder.parent / f"kept-{made.stem}.db"  # the shop may move
            shutil.copyfile(made, kept)
            self._backups.append((kept, copy.deepcopy(self.products), False))
        return made

    def _restore(self) -> None:
        if not self._backups:
            return
        backup, products, has_lessons = self._random.choice(self._backups)
        after = copy.deepcopy(products)
        if not has_lessons:
            after[WHOLE] = self._whole(counted=after[WHOLE]["counted"])
        self._operation(after, lambda: restore_shop(self.folder, backup), whole=True)
        self.products = after

    def _move(self) -> None:
        named = os.environ.get(PLACES)
        beside = [self.folder.with_name(name) for name in ("shop", "moved shop")]
        places = [Path(name) for name in named.split(os.pathsep)] if named else beside
        target = self._random.choice([place for place in places if place != self.folder])
        self._operation({}, lambda: move_shop(self.folder, target), place=str(target))
        self.folder = target


if __name__ == "__main__":
    start(Manager)
