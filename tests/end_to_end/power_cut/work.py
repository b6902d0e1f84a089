"""What is recorded: imports, a lesson that is put in use, backups, restores and a move.

python work.py SHOP LOG STATE SEED --network
"""

from tests.end_to_end.busy_clerk import WHOLE, start
from tests.end_to_end.manager import Manager


class Planned(Manager):
    """Does the same things in the same order each time."""

    def _work_while_open(self) -> None:
        if self._sessions == 0:
            self._import()
            self._use_new_lesson()
            self._back_up()
            self._import()
            self._edit()
            self._use_new_lesson()
        elif self._sessions == 1:
            self._import()
            self._back_up_daily()
            self._use_new_lesson()
            self._count()
        else:
            self._import()

    def _work_while_closed(self) -> None:
        self._sessions += 1
        if self._sessions < 3:
            self._restore()
            self._backups.clear()
        else:
            self._move()
            raise SystemExit

    def _use_new_lesson(self) -> None:
        """A lesson of chance: what learning finds is not the matter here."""
        self._network, network = False, self._network
        self._learn()
        self._network = network
        version = self.products[WHOLE]["lessons"][-1]
        self._operation(
            {WHOLE: self._whole() | {"in use": version}}, lambda: self.shop.searched_by.use_lesson(version)
        )


if __name__ == "__main__":
    start(Planned)
