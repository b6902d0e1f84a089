"""Keeps the customer's display in step with the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.messages import Sentence
from desktop_app.engine.engine import ProductDetails, SearchEngine, ShopFacts
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.qt_pictures import load_scaled
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.customer.choice import certain_product
from desktop_app.pages.search.customer.display import CustomerDisplay
from desktop_app.pages.search.desk.desk import SearchDesk

_PHOTO_SIDE = 2048


class CustomerFollowing(QObject):
    """Shows what is certain by itself, and any product that the clerk chooses to show until the next search.

    Attributes:
        display: the window; None while it is closed.
    """

    def __init__(
        self, engine: SearchEngine, jobs: Jobs, desk: SearchDesk, themes: ThemeSwitch, page: QWidget
    ) -> None:
        super().__init__(page)
        self._engine = engine
        self._jobs = jobs
        self._desk = desk
        self._themes = themes
        self._page = page
        self._shop = ""
        self._chosen: int | None = None
        self._photo: Path | None = None
        self._job: Job | None = None
        self.display: CustomerDisplay | None = None
        desk.turned_to.connect(self.drop_choice)
        desk.learned.connect(self.follow)

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or its name is another."""
        self._shop = facts.name
        if self.display is not None:
            self.display.show_shop(facts.name)

    def toggle(self, product_id: int | None) -> None:
        """Show this product to the customer, or what is certain for None; put it away if that is there."""
        shown = self.display.product.id if self.display is not None and self.display.product else None
        if self.display is not None and product_id in (shown, None):
            self.put_away()
            return
        self._chosen = product_id
        if self.display is None:
            self.display = CustomerDisplay(self._themes, self._page.window())
            self.display.closed.connect(self._on_closed)
            self.display.show_shop(self._shop)
            self.display.open_beside(self._page.window())
        self.follow()

    def put_away(self) -> None:
        """Close the display, if it is open."""
        if self.display is not None:
            self.display.close()

    def follow(self) -> None:
        """Show what is certain now."""
        if self.display is None:
            return
        wanted = self._chosen or certain_product(self._desk.at_hand)
        self._stop()
        if wanted is None:
            self.display.show_product(None)
        else:
            self._job = self._jobs.run(
                lambda _report: self._engine.product(wanted), success=self._show, failure=self._on_failure
            )

    def drop_choice(self) -> None:
        """Something else is asked, or the clerk said what it is: what was chosen before is not of now."""
        self._chosen = None
        self.follow()

    def _show(self, details: ProductDetails) -> None:
        if self.display is None:
            return
        self.display.show_product(details.product)
        shown, self._photo = self._photo, next(iter(details.for_customers), None)
        if self._photo is None:
            self.display.photo.show_image(QImage())
        elif self._photo != shown or self.display.photo.image.isNull():
            photo = self._photo
            self._job = self._jobs.run(
                lambda _report: load_scaled(str(photo), _PHOTO_SIDE), success=self.display.photo.show_image
            )

    def _on_failure(self, _failure: Sentence) -> None:
        """It is no longer in the shop, which the clerk is told where they look."""
        if self.display is not None:
            self.display.show_product(None)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_closed(self) -> None:
        self._stop()
        display, self.display = self.display, None
        if display is not None:
            display.deleteLater()
