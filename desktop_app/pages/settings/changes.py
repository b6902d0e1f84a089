"""What the settings change in the open shop: one thing after the other, asked about where it is much."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from core.care.originals import delete_originals
from core.catalog.currencies.shop_currency import choose_currency
from core.catalog.low_stock import choose_shop_mark
from core.catalog.photos.faces import choose_blurring
from core.catalog.scales.shop_formats import choose_scale_formats
from core.ingest.model_switch import switch_backbone
from core.ingest.text_image import add_text_image, remove_text_image
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.learning.second_look import weigh
from core.progress import ReportProgress
from core.sales.forgetting import keep_customers
from core.search.kept import forget_searches
from core.search.past_searches import forget_past
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.look.forget_words import kept_question, originals_question, unlabelled_question
from desktop_app.look.stock_words import read_mark
from desktop_app.look.wording import together
from desktop_app.pages.settings.customers_dialog import CustomersDialog
from desktop_app.pages.settings.kept import Kept, kept_of
from desktop_app.pages.settings.networks import Networks, go_back_to
from desktop_app.pages.shop_page import PageServices
from desktop_app.pages.shop_work import ShopWork
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.question import ask

Work = Callable[[Shop, ReportProgress], object]


class SettingsChanges(QObject):
    """Speaks through the page's message line."""

    ended = Signal()
    """What is shown must be read again: something was changed, or was not after all."""

    def __init__(self, services: PageServices, message: MessageBar, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._message = message
        self._page = page
        self._work = ShopWork(services.shop_jobs, message, self)
        self._work.came_to_nothing.connect(self.ended)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that would be lost."""
        return self._work.is_busy

    def run(
        self,
        work: Work,
        words: Callable[[], str],
        after: Callable[[], None] | None = None,
        lane: Lane = Lane.READING,
        undo: Callable[[], None] | None = None,
        cancelled: Callable[[], str] | None = None,
    ) -> None:
        """Run ``work``, one at a time; ``words`` tell of its end, ``undo`` takes it back.

        Args:
            cancelled: as in :meth:`ShopWork.run`.
        """
        if self._work.is_busy:
            self._message.say(
                lambda: (self.tr("Something else is under way: wait until it is done, or cancel it."), "")
            )
            return

        def done(_result: object) -> None:
            self._message.say(lambda: (words(), self.tr("Undo")), undo)
            if after is not None:
                after()
            self.ended.emit()

        self._work.run(work, done, stage=lambda: self.tr("Working"), lane=lane, cancelled=cancelled)

    def ask_for_network(self, before: Networks, name: str) -> None:
        """Say what another network means, then use it; nothing is changed without a yes."""
        words = self.tr("Search this shop by {network} from now on? It looks at every photo first.")
        if before.lesson is not None:
            words = together(words, self.tr("The lesson in use is put aside."))
        words = together(words, self.tr("Searches whose pictures were not kept are forgotten as examples."))
        box = ask(
            self._window(),
            words.format(network=name),
            self.tr("Change the network"),
            lambda: self.use_network(before, name),
        )
        box.rejected.connect(self.ended)  # the box shows what is in use again

    def use_network(self, before: Networks, name: str) -> None:
        """Search by this network from now on; the message offers to go back to what there was ``before``."""
        self._switch(
            lambda shop, report: switch_backbone(shop, name, report),
            lambda: self.tr("The shop is searched by {network} now.").format(network=name),
            undo=lambda: self._switch(
                lambda shop, report: go_back_to(shop, before, report),
                lambda: self.tr("The shop is searched as it was before."),
            ),
        )

    def _switch(self, work: Work, words: Callable[[], str], undo: Callable[[], None] | None = None) -> None:
        tell = self._services.news.model_changed.emit
        # Never while a lesson puts itself in use.
        self.run(work, words, after=tell, lane=Lane.LEARNING, undo=undo)

    def add_text_image(self, file: Path) -> None:
        """Give the shop the text–picture network in ``file``; one that it has goes."""

        def add(shop: Shop, report: ReportProgress) -> None:
            add_text_image(shop, file, progress=report)
            weigh(shop, report)

        self.run(
            add,
            lambda: self.tr("Any words find what is on the photos now."),
            after=self._services.news.model_changed.emit,
            lane=Lane.LEARNING,
            cancelled=lambda: self.tr("The network is there. It sees the other photos while nobody works."),
        )

    def ask_to_remove_text_image(self, name: str) -> None:
        """Say what goes with the text–picture network, then delete it."""
        ask(
            self._window(),
            self.tr(
                "Remove {network}? What it saw on photos goes with it. To have it back, its file is needed."
            ).format(network=name),
            self.tr("Remove"),
            lambda: self.run(
                lambda shop, _report: remove_text_image(shop, name),
                lambda: self.tr("{network} is removed.").format(network=name),
                after=self._services.news.model_changed.emit,
                lane=Lane.LEARNING,
            ),
            QMessageBox.ButtonRole.DestructiveRole,
        )

    def ask_to_forget_kept(self) -> None:
        """Delete the kept pictures of searches, once it was said how many they are."""
        self._ask_to_forget(lambda kept: kept_question(kept.pictures, kept.confirmed), self.forget_now)

    def ask_to_forget_unlabelled(self) -> None:
        """Delete the photos that nobody labelled, once it was said how many they are."""
        self._ask_to_forget(
            lambda kept: unlabelled_question(kept.searches, kept.walked), self.forget_unlabelled_now
        )

    def ask_to_delete_originals(self) -> None:
        """Delete the photos whose faces were blurred later, once it was said how many they are."""
        self._ask_to_forget(
            lambda kept: originals_question(kept.with_faces),
            self.delete_originals_now,
            self.tr("Delete for good"),
        )

    def _ask_to_forget(
        self, question: Callable[[Kept], str], then: Callable[[], None], yes: str = ""
    ) -> None:
        """Count anew, then ask with the numbers of now."""

        def ask_about(kept: Kept) -> None:
            role = QMessageBox.ButtonRole.DestructiveRole
            ask(self._window(), question(kept), yes or self.tr("Forget all"), then, role)

        self._services.shop_jobs.run(lambda shop, _report: kept_of(shop), success=ask_about)

    def forget_unlabelled_now(self) -> None:
        """Delete all unlabelled photos."""
        self.run(
            lambda shop, _report: forget_unlabelled(shop),
            lambda: self.tr("The photos that nobody labelled are forgotten."),
            lane=Lane.WRITING,
        )

    def delete_originals_now(self) -> None:
        """Delete the photos with faces that have copies without them."""
        self.run(
            lambda shop, _report: delete_originals(shop),
            lambda: self.tr("The photos with faces are deleted."),
            lane=Lane.WRITING,
        )

    def choose_currency(self, code: str) -> None:
        """Prices that do not say their currency are in this one from now on."""
        self.run(
            lambda shop, _report: choose_currency(shop.catalog, code),
            lambda: self.tr("The shop's currency is {currency} now.").format(currency=code),
            after=lambda: self._services.news.changed.emit(None),
            lane=Lane.WRITING,
        )

    def choose_scales(self, formats: str) -> None:
        """Labels of scales are read by these formats from now on."""
        self.run(
            lambda shop, _report: choose_scale_formats(shop.catalog, formats.split()),
            lambda: self.tr("Scale labels are read this way from now on."),
            after=lambda: self._services.news.changed.emit(None),
            lane=Lane.WRITING,
        )

    def choose_low_mark(self, text: str) -> None:
        """There is too little of a product at this much, or less, from now on."""
        mark = read_mark(text)
        self.run(
            lambda shop, _report: choose_shop_mark(shop.catalog, mark),
            lambda: self.tr("Low stock begins at another mark now."),
            after=lambda: self._services.news.changed.emit(None),
            lane=Lane.WRITING,
        )

    def choose_customers(self, keep: bool) -> None:
        """Numbers of customers are kept with receipts from now on; or not, and all are deleted."""
        if keep:
            self._keep_customers(True)
            return
        box = ask(
            self._window(),
            self.tr("Delete every number of a customer? Receipts stay, as anybody's. There is no undo."),
            self.tr("Delete all"),
            lambda: self._keep_customers(False),
            QMessageBox.ButtonRole.DestructiveRole,
        )
        box.rejected.connect(self.ended)

    def _keep_customers(self, keep: bool) -> None:
        self.run(
            lambda shop, report: keep_customers(shop, keep, report),
            lambda: (
                self.tr("Numbers of customers are kept with receipts from now on.")
                if keep
                else self.tr("Numbers of customers are deleted, and kept no more.")
            ),
            lane=Lane.WRITING,
        )

    def show_customers(self) -> None:
        """Who is known by a number: to be exported or deleted, one by one."""
        dialog = CustomersDialog(self._services.shop_jobs, self._window())
        dialog.changed.connect(self.ended)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_blurring(self, blur: bool) -> None:
        """Faces in counter photos are made unrecognisable from now on, or left alone."""
        self.run(
            lambda shop, _report: choose_blurring(shop.catalog, blur),
            lambda: (
                self.tr("Faces in photos taken in the shop are blurred from now on.")
                if blur
                else self.tr("Faces in photos taken in the shop are kept as they are from now on.")
            ),
            lane=Lane.WRITING,
        )

    def forget_now(self) -> None:
        """Delete the kept pictures of searches."""
        self.run(
            lambda shop, _report: forget_searches(shop),
            lambda: self.tr("The kept pictures are forgotten."),
            lane=Lane.WRITING,
        )

    def forget_last(self) -> None:
        """Delete the last searches that were kept for the next day."""
        self.run(
            lambda _shop, _report: forget_past(),
            lambda: self.tr("The last searches are gone when the window is closed."),
            lane=Lane.WRITING,
        )

    def _window(self) -> QWidget:
        return self._page.window()
