"""The search desk: what the user does with searches. No widgets here.

The page tells it what the user did, and shows what :attr:`SearchDesk.shown` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.answer import AskedText, LikeProduct
from core.imaging.cut import Cut
from desktop_app.engine.engine import Origin, PictureSource, Query, QueryPicture
from desktop_app.pages.search.desk.asking import AskedSearches
from desktop_app.pages.search.desk.history import Visit
from desktop_app.pages.search.desk.search import Search


class SearchDesk(AskedSearches):
    """The newest search replaces the one before.

    Without ``shop_jobs`` (an engine that is no shop) it can only be searched.
    """

    # What the user asks

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures, each for itself; whatever was searched before is replaced."""
        searches = [self._picture_search(source, origin) for source in sources]
        self._start(searches)
        self._thread.submit([search.submit() for search in searches])
        if not self.shop_is_open:
            self._looks.load(searches[0])
        self._turn()

    def add(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Further pictures of the thing that is searched: all together are one query from now on."""
        if not self.film.rowCount():
            self.search(sources, origin)
            return
        searches = [self._picture_search(source, origin) for source in sources]
        self.words, self.is_together, self.row = None, True, self.film.rowCount()
        self.film.append(searches)
        for search in searches:
            self._looks.load(search)
        self._ask_together()
        self._turn()

    def set_together(self, together: bool) -> None:
        """Search all pictures as one thing, or each for itself."""
        if together == self.is_together or self.film.rowCount() < 2:
            return
        self.is_together = together
        if together:
            self._ask_together()
        self._turn()

    def choose(self, row: int) -> None:
        """Look at another picture."""
        search = self.film.at(row)
        if search is None or row == self.row:
            return
        self.row = row
        if search.submitted is not None:
            self._thread.prefer(search.submitted.id)
        if self.at_hand is search:
            self._turn()
        else:
            self.learned.emit()

    def set_cut(self, cut: Cut) -> None:
        """Search with this part of the chosen picture; what was found stays on show until then."""
        search = self.picture
        if search is None or search.query.pictures[0].cut == cut:
            return
        part = QueryPicture(search.query.pictures[0].source, cut)
        for old in (search, self.together if self.is_together else None):
            if old is not None and old.submitted is not None:
                self._thread.hurry(old.submitted.id)  # the answer follows the hand
        search.ask(replace(self._query((part,), search.query.origin), beside=search.query.beside))
        if self.is_together:
            self._ask_together()
        self._turn(rests=True)

    def say_beside(self, text: str) -> None:
        """Search what is like the chosen picture and fits these words; none asks what it is, as before."""
        search, text = self.picture, " ".join(text.split())
        if search is None or search.query.beside == text:
            return
        for row in self.film.rows() if self.is_together else [search]:
            row.ask(replace(self._query(row.query.pictures, row.query.origin), beside=text))
        if self.is_together:
            self._ask_together()
        self._turn(rests=True)

    def ask_words(self, text: str) -> None:
        """Search these words, number or barcode; none brings the pictures back."""
        text = " ".join(text.split())
        if text == (self.words.query.text if self.words is not None else ""):
            return
        query = self._query(AskedText(text), "text")
        if not text:
            self.words = None
        elif self.words is None:
            self.words = Search(query)
        else:
            self.words.ask(query)
        self._turn(rests=True)

    def like(self, product_id: int, title: str) -> None:
        """Show what looks like this product."""
        self._trail.append(Search(self._query(LikeProduct(product_id), "text"), title))
        self._pursue()

    def back(self) -> None:
        """One step back from there, at last to the search at hand."""
        if self._trail:
            self._trail.pop()
            self._show()

    def clear(self) -> None:
        """Put the search away; the history leads back to it."""
        self._thread.submit(())
        self._start(())
        self._note()
        self.turned_to.emit()

    def go_back(self) -> None:
        """To the search before; from what is like a product, to what it was found by."""
        if self._trail:
            self.back()
        elif self.history.earlier is not None:
            self.go_to(self.history.earlier)

    def go_forward(self) -> None:
        """To the search after this one, if one has gone back."""
        if self.history.later is not None:
            self.go_to(self.history.later)

    def go_to(self, visit: Visit) -> None:
        """Show an earlier search as it was left; asked anew where the shop or the filter is another now."""
        self._note()
        self._thread.submit(())
        self._start(visit.pictures)
        self.row, self.together, self.is_together = visit.row, visit.together, visit.is_together
        self.words = visit.words
        for search in visit.searches():
            search.come_back(self.new_id())
        if self.is_together and self.together is None:  # from an earlier day
            self._ask_together()
        self._turn()

    def ask_again(self) -> None:
        """The clerk said something of the search at hand: ask it anew, and come back to it."""
        if self._trail:
            self._turn()
        else:
            self._pursue()
            self.learned.emit()

    def ask_anew(self) -> None:
        """The shop is another than it was: a price, a photo, a lesson. No older answer stays on show."""
        self._changed_at = self.new_id()
        self._narrow()
        self._pursue()
        self.learned.emit()
        self.shop_changed.emit()

    # Inside

    def _query(self, asked: tuple[QueryPicture, ...] | AskedText | LikeProduct, origin: Origin) -> Query:
        return Query(self.new_id(), asked, origin, self.filters.now)

    def _picture_search(self, source: PictureSource, origin: Origin) -> Search:
        return Search(self._query((QueryPicture(source),), origin))

    def _ask_together(self) -> None:
        rows = self.film.rows()
        query = self._query(tuple(row.query.pictures[0] for row in rows), rows[0].query.origin)
        query = replace(query, beside=rows[self.row].query.beside)
        if self.together is None:
            self.together = Search(query)
        else:
            self.together.ask(query)

    def _turn(self, *, rests: bool = False) -> None:
        """Show the search at hand; ``rests`` asks the engine in a moment, when more of the same came."""
        self._trail.clear()
        self._show(rests=rests)
