"""Pictures looked at in a child process: one that brings a detector down costs itself alone.

The detectors are networks and readers made elsewhere, and pictures are strangers'. Where the child ends or is
silent for too long, the picture that it looked at is known: it is told as lost, and the next child goes on
with the next one.
"""

import contextlib
import os
import signal
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

from core.errors import KnownError
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.shop.opening import open_shop
from core.shop.shop import Shop

PATIENCE, STARTED_WITHIN = 120.0, 300.0
"""Seconds that the child may be silent about one picture, the first of which waits for the networks, too; and
before that until it has opened the shop."""
MOST_DEATHS = 3
"""Children that may be lost one after the other: more of them, and it is not the pictures."""
_STEP = 0.05
"""Seconds after which whoever waits hears that there is nothing yet."""
_NICENESS = 5

_Seen = TypeVar("_Seen")
Look = Callable[[str], _Seen]
"""What the child does with one picture, by its name; raises KnownError where it cannot be opened."""


@dataclass(frozen=True, slots=True)
class Looked(Generic[_Seen]):
    """What came of one picture.

    Attributes:
        name: of the picture, as it was given.
        seen: None where it could not be opened, or was lost.
        problem: why it could not be opened.
    """

    name: str
    seen: _Seen | None
    problem: Sentence | None = None

    @property
    def is_lost(self) -> bool:
        """Whether the child ended at it, or hung."""
        return self.seen is None and self.problem is None


def looked_apart(
    shop: Shop,
    names: Sequence[str],
    using: Callable[[Shop], Look[_Seen]],
    *,
    patience: float = PATIENCE,
) -> Generator[Looked[_Seen] | None, None, None]:
    """Look at pictures in their order, and let searches pass; None as long as there is nothing yet.

    Args:
        using: makes what looks, in the child, which has the shop open to be read; a function of a module.
        patience: seconds that the child may be silent.

    Raises:
        KnownError: more than :data:`MOST_DEATHS` children were lost one after the other.
    """
    left = iter(names)
    waiting = next(left, None)
    deaths = 0
    while waiting is not None:
        if deaths > MOST_DEATHS:
            raise _given_up()
        with _child(shop.folder, using) as connection:
            is_ready = False
            while waiting is not None:
                shop.right_of_way.give_way()
                try:
                    if not is_ready:
                        yield from _waited(connection, STARTED_WITHIN)
                        is_ready = True
                    connection.send(waiting)
                    told = yield from _waited(connection, patience)
                except (EOFError, OSError):
                    deaths += 1
                    yield Looked(waiting, None)
                    waiting = next(left, None)
                    break
                is_problem = isinstance(told, KnownError)
                deaths = 0
                yield Looked(waiting, None, told.sentence) if is_problem else Looked(waiting, told)
                waiting = next(left, None)


def lost() -> Finding:
    """What is told of a picture that was lost: it waits for a person."""
    text = message("core", "This photo could not be looked at by the program. Look at it yourself.")
    return Finding(FindingKind.UNSEEN, 1.0, Sentence(text))


def _waited(connection: Connection, patience: float) -> Generator[None, None, Any]:
    """What the child says.

    Raises:
        EOFError: it has ended, or is silent for too long.
        RuntimeError: a bug of ours, with its traceback.
    """
    end = time.monotonic() + patience
    while not connection.poll(_STEP):
        if time.monotonic() > end:
            raise EOFError
        yield
    told = connection.recv()
    if isinstance(told, Exception) and not isinstance(told, KnownError):
        raise told
    return told


def _given_up() -> KnownError:
    return KnownError(
        message(
            "core",
            "Looking for what must not be shown ended unexpectedly {count} times and was given up. "
            "Close other programs and try again.",
        ),
        count=MOST_DEATHS + 1,
    )


@contextlib.contextmanager
def _child(folder: Path, using: Callable[[Shop], Look[Any]]) -> Iterator[Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(
        target=_serve, args=(theirs, folder, using), name="snapshelf-looking", daemon=True
    )
    child.start()
    theirs.close()  # now only the child holds its end, and its death closes it
    try:
        yield ours
    finally:
        ours.close()
        child.join(0.5)
        if child.is_alive():
            child.kill()
            child.join()


def _serve(connection: Connection, folder: Path, using: Callable[[Shop], Look[Any]]) -> None:
    """The child's whole life; it leaves when the parent's end of the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    with contextlib.suppress(EOFError, OSError), open_shop(folder, write=False) as shop:
        look = using(shop)
        connection.send(None)
        while True:
            connection.send(_answer(look, connection.recv()))


def _answer(look: Look[Any], name: str) -> Any:
    try:
        return look(name)
    except KnownError as error:
        return error
    except Exception:
        return RuntimeError(traceback.format_exc())
