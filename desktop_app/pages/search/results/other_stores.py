"""Below an answer that the shop does not have it: what looks most like it in the other stores of its hub.

Asked off the GUI thread once the shop's own answer stands, which waits for nothing; a shop on its own, or
whose hub is away, shows nothing here. No verdict is told of what other stores have (core/hub/asking.py): a
person looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.answer import Answer, Seen, Verdict
from core.errors import KnownError
from core.messages import Sentence
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import elsewhere
from desktop_app.look.wording import dotted, price
from desktop_app.widgets.labels import ShortenedLabel, text_label

if TYPE_CHECKING:
    from core.hub.asking import FoundElsewhere
    from core.shop.shop import Shop

_MOST = 3
_CANDIDATES = 12
"""Asked for, as what no store has left is no help."""


class OtherStores(Translated, QWidget):
    """Up to three products, each with the stores that have some; hidden while there are none."""

    def __init__(self, shop_jobs: ShopJobs | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop_jobs = shop_jobs
        self._asking = Question(shop_jobs, Lane.OTHER_STORES) if shop_jobs is not None else None
        self.found: tuple[FoundElsewhere, ...] = ()
        self.heading = text_label("section")
        self.places = [_Place(self) for _ in range(_MOST)]
        for number, place in enumerate(self.places):
            place.button.clicked.connect(lambda _, number=number: self._take_in(number))
        places = QHBoxLayout()
        places.setSpacing(24)
        for place in self.places:
            places.addWidget(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(places)
        self._show(())

    def ask(self, answer: Answer | None) -> None:
        """Ask the hub where the shop does not know what was seen; nothing is shown until it has answered."""
        self._show(())
        if self._asking is None:
            return
        self._asking.drop()
        if answer is not None and answer.verdict is Verdict.UNKNOWN and isinstance(answer.asked, Seen):
            seen = answer.asked
            self._asking.ask(lambda shop, _report: _find(shop, seen), self._show)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.heading.setText(self.tr("Most like it in other stores"))
        for number, place in enumerate(self.places):
            place.show_product(self.found[number] if number < len(self.found) else None)

    def _take_in(self, number: int) -> None:
        """This store sells it, too: it comes with all that is its, and is a product of this shop then."""
        if self._shop_jobs is None or number >= len(self.found):
            return
        place, uid = self.places[number], self.found[number].product
        place.button.setEnabled(False)
        self._shop_jobs.run(
            lambda shop, _report: _say_that_it_is_sold(shop, uid),
            success=lambda _: place.show_coming(),
            failure=place.show_failure,
            lane=Lane.WRITING,
            whose=self,
        )

    def _show(self, found: tuple[FoundElsewhere, ...]) -> None:
        self.found = found
        self.retranslate()
        self.setVisible(bool(found))


class _Place(Translated, QWidget):
    """One product: its name, below it who has some and at what price, and that it is sold here, too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ShortenedLabel("strong")
        self.facts = ShortenedLabel("muted")
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the button's text into the language of now."""
        self.button.setText(self.tr("We sell this too"))

    def show_coming(self) -> None:
        """Say that it comes."""
        self.facts.show_text(self.tr("It comes with the next changes"))

    def show_failure(self, sentence: Sentence) -> None:
        """Say why it does not come, and let it be tried again."""
        self.facts.show_text(in_words(sentence))
        self.button.setEnabled(True)

    def show_product(self, one: FoundElsewhere | None) -> None:
        """Show this product; None leaves the place empty."""
        title = facts = ""
        if one is not None:
            costs = "" if one.price_minor is None else price(one.price_minor, one.currency)
            title, facts = one.title or one.sku, dotted(elsewhere(one.stores), costs)
        self.button.setVisible(one is not None)
        self.button.setEnabled(one is not None)
        self.title.show_text(title)
        self.facts.show_text(facts)


def _find(shop: Shop, seen: Seen) -> tuple[FoundElsewhere, ...]:
    from core.hub.membership import membership

    joined = membership(shop.catalog) if shop.writable else None
    if joined is None:
        return ()
    from core.hub.asking import ask_other_stores  # the driver comes with it

    try:
        found = ask_other_stores(shop, joined, seen, _CANDIDATES)
    except KnownError:  # the foot of the window says how the shop stands with its hub
        return ()
    return tuple(one for one in found if one.stores)[:_MOST]


def _say_that_it_is_sold(shop: Shop, uid: str) -> None:
    from core.hub.holding import take_in

    take_in(shop.catalog, uid)
