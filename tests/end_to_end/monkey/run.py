"""Runs the real program with a monkey at its window, in a process of its own; or plays a run again.

    python tests/end_to_end/monkey/run.py FOLDER SEED ACTS [JOURNAL]

FOLDER holds the shop ("shop") and what is dropped ("files"); the journal, a line an act, and the result are
written there. With JOURNAL the acts written there are done again instead of new ones. The journal is written
before each act, so that it tells of one that ended the process.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window

PATIENCE_S = 3.0
"""A clerk waits so long for what was asked for, and then does something else."""
FOR_EVER_S = 120.0


@dataclass(slots=True)
class Outcome:
    """How a run ended.

    Attributes:
        problem: what did not hold; None where all did.
        rests: how often the program had come to rest and everything was looked at.
        unrest: what the monkey did not wait for any longer, and how often.
        work_ms, wall_ms: the longest that the GUI thread worked, and was late by the clock.
    """

    problem: str | None = None
    acts: int = 0
    rests: int = 0
    seconds: float = 0.0
    unrest: dict[str, int] = field(default_factory=dict)
    work_ms: float = 0.0
    wall_ms: float = 0.0
    late: list[str] = field(default_factory=list)
    too_late: list[str] = field(default_factory=list)
    edge: list[str] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)


class Monkey:
    """Does one act at each turn of the event loop, and looks at everything whenever all is at rest."""

    def __init__(self, folder: Path, seed: int, acts: int, played: list[dict[str, Any]] | None) -> None:
        from tests.end_to_end.monkey.clerk import Clerk
        from tests.end_to_end.monkey.edge import Edge
        from tests.end_to_end.monkey.invariants import Grant
        from tests.end_to_end.monkey.stage import Stage
        from tests.end_to_end.monkey.watch import Watch

        self._files, self._played, self._wanted = folder / "files", played, acts
        self._result = folder / "outcome.json"
        self._journal = (folder / "journal.jsonl").open("w", encoding="utf-8")
        self._clerk, self._stage, self._watch = Clerk(seed), Stage(), Watch()
        self._edge = Edge(self._files, seed)
        self._edge.stand()
        self.outcome = Outcome()
        self._began = time.perf_counter()
        self._reader: Any = None
        self._before: Any = None
        self._granted: Grant = frozenset()
        self._seen: frozenset[int] = frozenset()
        self._worked_on: set[str] = set()
        self._counted: set[int] = set()
        self._listened_to: Any = None
        self._waits_since = time.perf_counter()
        self._hasty, self._is_patient = False, True
        self._doing_at: int | None = None
        self._is_over = False
        self._later(0)

    def _later(self, ms: int) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(ms, self._turn)

    def _turn(self) -> None:
        if self._is_over:
            return
        self._watch.beat()
        try:
            self._take_turn()
        except Exception:
            self._end(traceback.format_exc())
        self._watch.pause()

    def _take_turn(self) -> None:
        from PySide6.QtCore import QThread

        now = time.perf_counter()
        if self._doing_at is not None and self._doing_at == QThread.currentThread().loopLevel():
            self._later(30)  # within an act, whose events QTest sees through; no dialog waits within it
            return
        if self._watch.complaints:
            self._end("\n".join(self._watch.complaints))
            return
        unrest = self._stage.unrest()
        if unrest == "opening" and now - self._waits_since < FOR_EVER_S and self._cannot_act():
            self._later(10)
            return
        patience = 0 if self._hasty else PATIENCE_S if self._is_patient else PATIENCE_S / 30
        if unrest and now - self._waits_since < patience:
            self._later(2)
            return
        if unrest:
            self._is_patient = self._is_patient and self._hasty  # long work: one goes on beside it
            self.outcome.unrest[unrest] = self.outcome.unrest.get(unrest, 0) + 1
        else:
            self._is_patient = True
            if (wrong := self._look()) is not None:
                self._end(wrong)
                return
        if self.outcome.acts >= self._wanted:
            self._end(None)
            return
        self._act()

    def _cannot_act(self) -> bool:
        from PySide6.QtWidgets import QApplication

        return QApplication.activeModalWidget() is None

    def _look(self) -> str | None:
        """Look whether everything holds."""
        from tests.end_to_end.monkey.invariants import elsewhere, looked_at, unasked, untrue

        desktop = self._stage.desktop
        assert desktop is not None
        folder = desktop.search_page.desk.engine.folder  # type: ignore[attr-defined]
        if self._reader is None or not self._reader.is_of(folder):
            from tests.end_to_end.monkey.facts import FactReader

            if self._reader is not None:
                self._reader.close()
            self._reader, self._before = FactReader(folder), None
        facts = self._reader.read(desktop.preferences.settings)
        self._seen |= looked_at(desktop) | self._counted
        wrong = list[str]()
        if self._before is not None:
            wrong += unasked(self._before, facts, self._granted)
            wrong += elsewhere(self._worked_on, self._before, facts, self._seen)
        wrong += untrue(desktop, facts)
        self._before, self._granted, self._seen = facts, frozenset(), looked_at(desktop)
        self._worked_on, self._counted = set(), set()
        self.outcome.rests += 1
        return "\n".join(wrong) or None

    def _act(self) -> None:
        from PySide6.QtCore import QThread
        from PySide6.QtWidgets import QApplication

        from tests.end_to_end.monkey.acts import Act, do
        from tests.end_to_end.monkey.invariants import grant, looked_at

        if self._played is not None:
            if not self._played:
                self._wanted = self.outcome.acts
                self._later(0)
                return
            act = Act(**self._played.pop(0))
        else:
            act = self._clerk.next()
        window = self._stage.window
        page = window.page.name if window is not None and window.side_pages.there else ""
        if window is not None:
            window._menus.quit.setEnabled(False)  # a clerk who goes home finds nothing more
        self.outcome.pages[page] = self.outcome.pages.get(page, 0) + 1
        self._journal.write(json.dumps(act.told(), ensure_ascii=False) + "\n")
        self._journal.flush()
        is_dialog = QApplication.activeModalWidget() is not None
        if self._stage.desktop is not None and self._stage.desktop.window.side_pages.there:
            self._seen |= looked_at(self._stage.desktop)
            self._worked_on.add(page)
            self._listen_to_counts()
        self._granted |= grant(act, page, is_dialog=is_dialog)
        self.outcome.acts += 1
        self._hasty, self._watch.now = act.hasty, str(act.told())
        outer, self._doing_at = self._doing_at, QThread.currentThread().loopLevel()
        self._later(0)
        do(act, self._files, self._watch.deliver)
        self._doing_at, self._waits_since = outer, time.perf_counter()

    def _listen_to_counts(self) -> None:
        """Of several pictures at once each product stands there for a moment, and is told of then."""
        window = self._stage.window
        pages: list[Any] = window.side_pages.there if window is not None else []
        for page in pages:
            if page.name == "stocktake" and page is not self._listened_to:
                self._listened_to = page
                page.entering.stood.connect(self._on_counted)

    def _on_counted(self, standing: Any) -> None:
        if standing.current is not None:
            self._counted.add(standing.current.product_id)

    def _end(self, problem: str | None) -> None:
        from PySide6.QtWidgets import QApplication

        self._is_over = True
        self._watch.end()
        outcome, watch = self.outcome, self._watch
        outcome.problem, outcome.seconds = problem, time.perf_counter() - self._began
        outcome.work_ms, outcome.wall_ms = watch.work_ms, watch.wall_ms
        outcome.late, outcome.too_late = watch.late, watch.too_late
        outcome.edge = self._edge.told
        if problem is not None and (window := self._stage.window) is not None:
            window.grab().save(str(self._result.with_suffix(".png")))
        self._result.write_text(json.dumps(asdict(outcome), indent=1, ensure_ascii=False), encoding="utf-8")
        self._stage.forget()
        QApplication.clipboard().clear()  # what is in there is Python's, which ends before it
        while (modal := QApplication.activeModalWidget()) is not None and modal.isVisible():
            modal.close()
        QApplication.closeAllWindows()


def main() -> int:
    """Start the monkey's thread, then the real main()."""
    folder, seed, acts, *rest = sys.argv[1:]
    home = Path(folder)
    crash = (home / "crash.txt").open("w")
    faulthandler.enable(crash)
    result = home / "outcome.json"
    result.unlink(missing_ok=True)
    played = None
    if rest:
        played = [json.loads(line) for line in Path(rest[0]).read_text(encoding="utf-8").splitlines()]
    sys.argv[1:] = ["--shop", str(home / "shop")]
    ends_at = time.perf_counter() + 24 * 3600
    drive_when_there_is_a_window(lambda: Monkey(home, int(seed), int(acts), played), result, ends_at)
    from desktop_app.__main__ import main as real_main

    return real_main()


if __name__ == "__main__":
    sys.exit(main())
