"""Which queries still wait to be answered: the newest batch replaces the one before it."""

from collections.abc import Iterable
from threading import Lock

from desktop_app.engine.engine import Query


class QueryMailbox:
    """Hands queries from the GUI thread to the engine thread. Safe on both; never blocks for long."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Query] = []
        self._wanted: set[int] = set()
        self._hurried: set[int] = set()

    def replace(self, queries: Iterable[Query]) -> None:
        """Forget every earlier query, also one that is being searched, and want these, in their order."""
        with self._lock:
            self._waiting = list(queries)
            self._wanted = {query.id for query in self._waiting}
            self._hurried.clear()

    def put_first(self, query: Query, instead_of: int | None = None) -> None:
        """Want this one too, and take it next; the others stay, but for the one that it is instead of."""
        with self._lock:
            self._wanted.discard(-1 if instead_of is None else instead_of)
            self._waiting.insert(0, query)
            self._wanted.add(query.id)

    def hurry(self, query_id: int) -> None:
        """Another one will be asked instead: the first answer is enough."""
        with self._lock:
            self._hurried.add(query_id)

    def prefer(self, query_id: int) -> None:
        """Take this one next, if it still waits."""
        with self._lock:
            self._waiting.sort(key=lambda query: query.id != query_id)

    def take(self) -> Query | None:
        """The next query; None if none waits."""
        with self._lock:
            return self._waiting.pop(0) if self._waiting else None

    def is_wanted(self, query_id: int) -> bool:
        """False once a newer batch has replaced the query's own."""
        with self._lock:
            return query_id in self._wanted

    def is_to_be_settled(self, query_id: int) -> bool:
        """Whether a closer look is wanted after the first answer."""
        with self._lock:
            return query_id in self._wanted and query_id not in self._hurried
