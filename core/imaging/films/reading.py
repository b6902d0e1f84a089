"""A film read in a child process, so that a decoder that crashes, hangs or takes all memory ends there.

The pipe is the life line: when this process ends in whatever way, its end closes, and the child leaves.
"""

import contextlib
import os
import signal
import traceback
from collections.abc import Generator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from PIL import Image

from core.errors import KnownError
from core.imaging.films.decoding import broken, film_frames
from core.imaging.films.frame import Frame

MAX_MEMORY = 4 * 2**30
"""Bytes of addresses that the child may use; where the system knows such a limit."""

PATIENCE_SECONDS = 120.0
"""So long the child may be silent: a minute of film in 4K takes less on two busy cores."""


def read_film(path: Path, max_side: int) -> Generator[Frame, None, None]:
    """The sharp frames of a film in their order, at most two a second, each no larger than ``max_side``.

    Whoever stops early ends the child.

    Raises:
        KnownError: it is no film that can be read, it is too large or too long, or its decoder died.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(theirs, path, max_side), name="film", daemon=True)
    child.start()
    theirs.close()  # now only the child holds its end, and its death closes it
    try:
        while (frame := _received(ours, path)) is not None:
            yield frame
    finally:
        ours.close()
        child.join(0.5)
        if child.is_alive():
            child.kill()
            child.join()


def _received(connection: Connection, path: Path) -> Frame | None:
    try:
        if not connection.poll(PATIENCE_SECONDS):
            raise broken(path)
        told = connection.recv()
        if isinstance(told, Exception):
            raise told
        if told is None:
            return None
        width, height, at_ms, of_ms = told
        return Frame(Image.frombytes("RGB", (width, height), connection.recv_bytes()), at_ms, of_ms)
    except (EOFError, OSError) as error:
        raise broken(path) from error


def _serve(connection: Connection, path: Path, max_side: int) -> None:
    """The child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent; it then closes the pipe
    _bound_itself()
    try:
        try:
            for frame in film_frames(path, max_side):
                connection.send((*frame.image.size, frame.at_ms, frame.of_ms))
                connection.send_bytes(frame.image.tobytes())
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
