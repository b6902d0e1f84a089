"""``hub embed``: every photo on the hub that a network has not seen is shown to it, here or on Ray."""

from dataclasses import dataclass

from core.embedding.backbone import BackboneSpec
from core.embedding.loading import load_backbone
from core.hub.connection import connected
from core.hub.looking.looker import LookedAt, look_at_batch
from core.hub.looking.queue import queue_unseen
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.indexing import index_network, may_index
from core.hub.vectors.table import make_network_known
from core.imaging.in_advance import worker_pool
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

STAGE = message("core", "Looking at photos of all stores")


@dataclass(frozen=True, slots=True)
class Embedded:
    """What ``hub embed`` did.

    Attributes:
        photos: how many the network has seen now that it had not.
        unreadable: how many could not be shown to it; they are not tried again.
        known: how many somebody else had sent meanwhile.
    """

    photos: int = 0
    unreadable: int = 0
    known: int = 0

    def and_also(self, batch: LookedAt) -> "Embedded":
        """This and a batch more."""
        return Embedded(
            self.photos + batch.seen, self.unreadable + batch.unreadable, self.known + batch.known
        )


def prepare(url: str, secret: str | None, spec: BackboneSpec) -> int:
    """Make the network known, and queue what it has not seen; returns how many photos wait."""
    with connected(url, secret, statement_s=None) as connection:
        make_network_known(connection, spec)
        return queue_unseen(connection, spec.fingerprint)


def finish(url: str, secret: str | None, spec: BackboneSpec) -> None:
    """See to it that the network's vectors are found quickly, where whoever looks may: it takes the owner."""
    with connected(url, secret, statement_s=None) as connection:
        if may_index(connection):
            index_network(connection, spec.fingerprint)


def embed_here(
    url: str, secret: str | None, spec: BackboneSpec, progress: ReportProgress = ignore_progress
) -> Embedded:
    """Show the network what it has not seen, on this machine; others may do so at the same time.

    Raises:
        HubAwayError: the hub is gone; what was stored stays, and the same call goes on.
        Cancelled: ``progress`` asked to stop; as above.
    """
    waiting = prepare(url, secret, spec)
    done, told = Embedded(), 0
    backbone = load_backbone(spec)
    try:
        with connected(url, secret, statement_s=None) as connection, worker_pool() as pool:
            speak_halfvec(connection)
            report(progress, STAGE, 0, waiting)
            while (batch := look_at_batch(connection, backbone, pool)).taken:
                done, told = done.and_also(batch), told + batch.taken
                report(progress, STAGE, min(told, waiting), waiting)
    finally:
        backbone.close()
    finish(url, secret, spec)
    return done
