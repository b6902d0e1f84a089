"""Pictures out of a file, read in a child process: a reader that crashes or hangs ends there, not here.

The pipe is the life line: when this process ends in whatever way, its end closes, and the child leaves.
"""

import contextlib
import os
import signal
import traceback
from collections.abc import Callable, Generator, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar, cast

from PIL import Image

from core.errors import KnownError

MAX_MEMORY = 4 * 2**30
"""Bytes of addresses that the child may use; where the system knows such a limit."""

_Facts = TypeVar("_Facts")

Read = Callable[[Path, int], Iterator[tuple[_Facts, Image.Image | None]]]
"""What runs in the child: what a file holds, each with RGB of so many pixels a side at most, or none."""


def read_apart(
    read: Read[_Facts],
    path: Path,
    max_side: int,
    *,
    name: str,
    patience: float,
    died: Callable[[], KnownError],
) -> Generator[tuple[_Facts, Image.Image | None], None, None]:
    """What ``read`` gives of a file, one after the other; whoever stops early ends the child.

    Args:
        read: a function of a module, which the child imports.
        name: of the child, for whoever looks at processes.
        patience: seconds that the child may be silent.
        died: what is raised where the child is silent for longer, or ends unasked.

    Raises:
        KnownError: what ``read`` raised, or ``died`` says.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(theirs, read, path, max_side), name=name, daemon=True)
    child.start()
    theirs.close()  # now only the child holds its end, and its death closes it
    try:
        while (told := _received(ours, patience, died)) is not None:
            yield cast("tuple[_Facts, Image.Image | None]", told)
    finally:
        ours.close()
        child.join(0.5)
        if child.is_alive():
            child.kill()
            child.join()


def _received(
    connection: Connection, patience: float, died: Callable[[], KnownError]
) -> tuple[Any, Image.Image | None] | None:
    try:
        if not connection.poll(patience):
            raise died()
        told = connection.recv()
        if isinstance(told, Exception):
            raise told
        if told is None:
            return None
        facts, size = told
        return facts, None if size is None else Image.frombytes("RGB", size, connection.recv_bytes())
    except (EOFError, OSError) as error:
        raise died() from error


def _serve(connection: Connection, read: Read[Any], path: Path, max_side: int) -> None:
    """The child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent; it then closes the pipe
    _bound_itself()
    try:
        try:
            for facts, image in read(path, max_side):
                connection.send((facts, None if image is None else image.size))
                if image is not None:
                    connection.send_bytes(image.tobytes())
            connection.send(None)
        except KnownError as error:
            connection.send(error)
        except OSError:
            raise
        except Exception:
            connection.send(RuntimeError(traceback.format_exc()))
    except OSError:  # the parent is gone or has closed the pipe
        return


def _bound_itself() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)
