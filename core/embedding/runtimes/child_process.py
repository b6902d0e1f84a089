"""A backbone whose network lives in a child process, so that this one never imports torch.

The child is spawned by multiprocessing rather than as ``python -m …``, because that works in a frozen
program, too (its ``main`` must call ``multiprocessing.freeze_support``). Batches and vectors travel through
one pipe, and the pipe is also the life line: when this process ends in whatever way, its end closes, and
the child leaves.
"""

import logging
import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.errors import KnownError
from core.messages import message

if TYPE_CHECKING:
    from core.embedding.runtimes.torch_runtime import TorchDevice

_log = logging.getLogger(__name__)
_ATTEMPTS = 2  # a batch is retried once: one death may be an accident, two are a property of the batch
_SECONDS_TO_LEAVE = 5.0

_Answer = TypeVar("_Answer")


class _ChildDiedError(Exception):
    """The child is gone, whatever killed it."""


class ChildProcessBackbone:
    """torch's backbone (see torch_runtime.py) in a child process; may be called from any thread."""

    def __init__(self, spec: BackboneSpec, device: "TorchDevice") -> None:
        """Start the child and wait until its network is loaded, some seconds.

        Raises:
            KnownError: the weights are missing or damaged, the device cannot be used, or the child dies.
        """
        self.spec = spec
        self._torch_device = device
        self._lock = threading.Lock()
        self._closed = False
        self._child: _Child | None = None
        self.device = self._persistently(lambda child: child.device)

    @property
    def child_pid(self) -> int | None:
        """The process id of the child, if one is running."""
        child = self._child
        return child.pid if child is not None else None

    def embed(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim).

        If the child dies meanwhile, a new one gets the same batch once more.

        Raises:
            KnownError: the child died twice over this batch.
        """
        if len(batch) == 0:
            return np.empty((0, self.spec.dim), dtype=np.float32)
        return self._persistently(lambda child: child.embed(batch))

    def close(self) -> None:
        """End the child, after the batch that it is working on; may be called twice."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                self._child.end()
                self._child = None

    def _persistently(self, ask: "Callable[[_Child], _Answer]") -> _Answer:
        """What the child answers; a child that dies before it does is replaced, once."""
        with self._lock:
            if self._closed:
                raise RuntimeError("this backbone was closed")
            for _ in range(_ATTEMPTS):
                try:
                    if self._child is None:
                        self._child = _Child(self.spec, self._torch_device)
                    return ask(self._child)
                except _ChildDiedError as death:
                    _log.warning("the process of %s died: %s", self.spec.name, death)
                    self._child = None
                except KnownError:
                    raise
                except BaseException:  # a fault, or Ctrl+C with half an answer in the pipe: start afresh
                    if self._child is not None:
                        self._child.end(patience=0)
                        self._child = None
                    raise
        raise KnownError(
            message(
                "core",
                "The process that reads pictures stopped twice. Close other programs to free memory, "
                "then try again; if it happens again, choose the processor instead of the graphics card.",
            )
        )


class _Child:
    """One child process, from its start to its end."""

    def __init__(self, spec: BackboneSpec, device: "TorchDevice") -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, spec, device), name=f"backbone {spec.name}", daemon=True
        )
        self._process.start()
        theirs.close()  # now only the child holds its end, and its death closes it
        self.pid = self._process.pid
        try:
            self.device: str = self._receive()
        except BaseException:
            self.end(patience=0)
            raise

    def embed(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        try:
            self._connection.send(batch.shape)
            self._connection.send_bytes(np.ascontiguousarray(batch).data.cast("B"))
        except OSError as error:
            raise self._death() from error
        vectors: NDArray[np.float32] = self._receive()
        return vectors

    def _receive(self) -> Any:
        try:
            answer = self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._death() from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _death(self) -> _ChildDiedError:
        self.end()
        return _ChildDiedError(f"exit code {self._process.exitcode}")

    def end(self, patience: float = _SECONDS_TO_LEAVE) -> None:
        self._connection.close()
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(connection: Connection, spec: BackboneSpec, device: "TorchDevice") -> None:
    """The child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent; it then closes the pipe
    # torch's threads on the processor wait by spinning unless told otherwise; beside a process that decodes
    # photos that makes everything many times slower. Read when torch's library is loaded, so set before.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        try:
            from core.embedding.runtimes.torch_runtime import TorchBackbone

            backbone = TorchBackbone(spec, device)
        except Exception as error:
            connection.send(_portable(error))
            return
        connection.send(backbone.device)
        while True:
            batch = np.empty(connection.recv(), dtype=np.float32)
            connection.recv_bytes_into(batch.data.cast("B"))
            try:
                connection.send(backbone.embed(batch))
            except Exception as error:
                connection.send(_portable(error))
    except (EOFError, OSError):  # the parent is gone or has closed the pipe
        return


def _portable(error: Exception) -> Exception:
    """An exception that survives the pipe; a fault of ours keeps its traceback as text."""
    return error if isinstance(error, KnownError) else RuntimeError(traceback.format_exc())
