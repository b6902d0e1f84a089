"""``hub embed --ray``: the same on a Ray cluster, one who looks for each GPU, or for each core without any.

Each of them talks to the hub itself: no photo passes through the machine that started the work. One that dies
is started anew by Ray and takes the next photos; those that it held are there again. Every machine of the
cluster needs this program installed, and must reach the hub under the same address.
"""

import contextlib
import os
import socket
from collections.abc import Iterator
from typing import Any

from core.embedding.backbone import BackboneSpec
from core.embedding.loading import load_backbone
from core.errors import KnownError
from core.hub.connection import connected
from core.hub.looking.embedding import STAGE, Embedded, finish, prepare
from core.hub.looking.looker import LookedAt, look_at_batch
from core.hub.vectors.halfvec import speak_halfvec
from core.imaging.in_advance import worker_pool
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

HERE = "local"
"""The address of a cluster that is started for this work, on this machine alone."""


_STARTS = 3
"""How often a cluster of this machine is started: a busy one may be too slow for Ray's patience."""
_PATIENCE_S = 10


class Looker:
    """One who looks, in a process of Ray's."""

    def __init__(self, url: str, secret: str | None, spec: BackboneSpec, threads: int | None) -> None:
        self._backbone = load_backbone(spec, threads=threads)
        self._stack = contextlib.ExitStack()
        self._connection = self._stack.enter_context(connected(url, secret, statement_s=None))
        speak_halfvec(self._connection)
        self._pool = self._stack.enter_context(worker_pool())

    def look(self) -> LookedAt:
        """See :func:`core.hub.looking.looker.look_at_batch`."""
        return look_at_batch(self._connection, self._backbone, self._pool)


def embed_on_ray(
    url: str,
    secret: str | None,
    spec: BackboneSpec,
    address: str,
    progress: ReportProgress = ignore_progress,
    *,
    workers: int | None = None,
) -> Embedded:
    """Show the network what it has not seen, on the cluster at ``address``; as ``embed_here`` otherwise.

    Args:
        address: ``ray://host:10001``, ``host:6379`` from a machine of the cluster, or ``local``.
        workers: how many look at once; by default one for each GPU, or for each core without any.

    Raises:
        KnownError: Ray is not installed, or the cluster cannot be reached.
    """
    waiting = prepare(url, secret, spec)
    with _cluster(address) as ray:
        lookers = _lookers(ray, workers, url, secret, spec)
        done, told = Embedded(), 0
        report(progress, STAGE, 0, waiting)
        under_way = {looker.look.remote(): looker for looker in lookers}
        while under_way:
            for reference in ray.wait(list(under_way), timeout=1)[0]:
                looker = under_way.pop(reference)
                batch: LookedAt = ray.get(reference)
                if batch.taken:
                    done, told = done.and_also(batch), told + batch.taken
                    under_way[looker.look.remote()] = looker
            report(progress, STAGE, min(told, waiting), waiting)
    finish(url, secret, spec)
    return done


def _lookers(ray: Any, workers: int | None, *given: Any) -> list[Any]:
    resources = ray.cluster_resources()
    gpus = int(resources.get("GPU", 0))
    count = workers or gpus or max(1, int(resources.get("CPU", 1)))
    actor = ray.remote(
        # A call that was on its way when its process died is made again; the dead one's photos were let go.
        max_restarts=-1, max_task_retries=-1, num_cpus=1, num_gpus=1 if gpus else 0
    )(Looker)  # fmt: skip
    return [actor.remote(*given, None if gpus else 1) for _number in range(count)]


@contextlib.contextmanager
def _cluster(address: str) -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # it would tell its makers of every cluster that it starts
    try:
        import ray
    except ImportError as error:
        raise KnownError(
            message("core", "Ray is not installed here. Install it with the extra “ray”, or leave --ray out.")
        ) from error
    try:
        _connect(ray, address)
    except (OSError, ValueError, RuntimeError) as error:
        raise KnownError(
            message("core", "The Ray cluster {address} cannot be reached: {reason}"),
            address=address,
            reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
        ) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _connect(ray: Any, address: str) -> None:
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    if address != HERE:
        _require_listener(address)
        ray.init(address, **quiet)
        return
    late: Exception | None = None
    for _attempt in range(_STARTS):
        try:
            ray.init(include_dashboard=False, **quiet)
        except Exception as error:  # Ray has no other name for taking more than thirty seconds to start
            ray.shutdown()
            late = error
        else:
            return
    raise TimeoutError(str(late)) from late


def _require_listener(address: str) -> None:
    """Raise an OSError where nobody listens there: Ray itself would try for minutes."""
    host, _, port = address.rpartition("/")[2].rpartition(":")
    if port.isdecimal():
        socket.create_connection((host, int(port)), timeout=_PATIENCE_S).close()
