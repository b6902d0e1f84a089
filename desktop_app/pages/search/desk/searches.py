"""The searches at hand, and which of them is on show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_app.pages.search.desk.film import FilmModel
from desktop_app.pages.search.desk.search import Search


class Searches(QObject):
    """Beside the pictures' own searches stand all pictures together as one thing, words, and what is like a
    product. Each is kept while the user looks at another.

    Attributes:
        film: the pictures.
        row: the picture that is chosen in the film strip; -1 for none.
        is_together: whether all pictures are searched as one thing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.film = FilmModel(self)
        self.row = -1
        self.together: Search | None = None
        self.words: Search | None = None
        self.is_together = False
        self._trail: list[Search] = []

    @property
    def shown(self) -> Search | None:
        """The search whose answer the window shows: the one at hand, or what is like a product of it."""
        like = (search for search in reversed(self._trail) if search.answer is not None)
        return next(like, self.at_hand)

    @property
    def at_hand(self) -> Search | None:
        """The search that the user asked: of the chosen picture, of all together, of words."""
        return self.words or (self.together if self.is_together else self.picture)

    @property
    def picture(self) -> Search | None:
        """The picture that is chosen in the film strip."""
        return self.film.at(self.row)

    @property
    def is_away(self) -> bool:
        """Whether the user went on to what is like a product."""
        return bool(self._trail)

    def _start(self, pictures: Sequence[Search]) -> None:
        """These pictures replace everything."""
        self.words, self.together, self.is_together = None, None, False
        self.row = 0 if pictures else -1
        self._trail.clear()
        self.film.start(pictures)

    def _submitted_as(self, query_id: int) -> Search | None:
        """The search of which the engine has this question."""
        searches = (*self.film.rows(), self.together, self.words, *self._trail)
        return next((one for one in searches if one and one.submitted and one.submitted.id == query_id), None)

    def _unasked(self) -> list[Search]:
        """The searches that were changed since they were asked, of which the engine can be asked now."""
        pictures = (self.together,) if self.is_together else self.film.rows()
        searches = (*pictures, self.words, *self._trail)
        return [one for one in searches if one and one.is_to_be_asked]
