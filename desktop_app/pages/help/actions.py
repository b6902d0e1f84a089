"""What helps: the sheet of keys, the first steps, the report for support, About; as actions of a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.messages import Sentence
from desktop_app.engine.jobs import Jobs
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.help.about_dialog import AboutDialog, AboutTab

if TYPE_CHECKING:
    from desktop_app.program.licences import Licence


class Facts(Protocol):
    """What is known of the program; its methods block and are called on a job's thread."""

    def versions(self) -> list[tuple[str, str]]:
        """Names and versions of the program's parts."""

    def report(self, trace: str) -> str:
        """The report for support; ``trace`` is the mistake that it is about, or ""."""

    def licences(self) -> list[Licence]:
        """The licences of all that ships."""


class HelpActions(QObject):
    """The Help menu. What the keys and the first steps look like is the window's business."""

    keys_wanted = Signal()
    first_steps_wanted = Signal()

    def __init__(self, facts: Facts, jobs: Jobs, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._jobs = jobs
        self._themes = themes
        self._window = parent
        self.keys = QAction(self)
        self.keys.setShortcuts([QKeySequence(Qt.Key.Key_F1), QKeySequence(Qt.Key.Key_Question)])
        self.keys.triggered.connect(self.keys_wanted)
        self.first_steps = QAction(self)
        self.first_steps.triggered.connect(self.first_steps_wanted)
        self.report = QAction(self)
        self.report.triggered.connect(lambda: self.open_about(AboutTab.REPORT))
        self.licences = QAction(self)
        self.licences.triggered.connect(lambda: self.open_about(AboutTab.LICENCES))
        self.about = QAction(self)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.about.triggered.connect(lambda: self.open_about(AboutTab.VERSIONS))
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        return (self.keys, self.first_steps, self.report, self.licences, self.about)

    def open_about(self, tab: AboutTab) -> AboutDialog:
        """Show the dialog about the program; what it says comes as it is gathered."""
        dialog = AboutDialog(self._themes, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_tab(tab)
        dialog.show()
        self.gather_report("", dialog, dialog.show_report)
        self._gather(self._facts.versions, dialog, dialog.show_versions)
        self._gather(self._facts.licences, dialog, dialog.show_licences)
        return dialog

    def gather_report(self, trace: str, whose: QObject, show: Callable[[str], None]) -> None:
        """Let ``show`` have the report for support, if ``whose`` is still there by then."""
        self._gather(lambda: self._facts.report(trace), whose, show)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.keys.setText(self.tr("Keys"))
        self.first_steps.setText(self.tr("First steps"))
        self.report.setText(self.tr("Report for support…"))
        self.licences.setText(self.tr("Licences…"))
        self.about.setText(self.tr("About Snapshelf"))

    def _gather(self, fact: Callable[[], object], whose: QObject, show: Callable[..., None]) -> None:
        def ignore(_failure: Sentence) -> None:
            """What cannot be gathered is not shown: the dialog says less, and nothing else breaks."""

        self._jobs.run(lambda _report: fact(), success=show, failure=ignore, whose=whose)
