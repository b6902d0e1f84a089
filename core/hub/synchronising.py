"""One round with the hub: what others changed comes in, what was changed here goes out.

It may be cut off anywhere and begins where it stopped. Words and numbers go first, then thumbnails, then what
takes long: whole photos, and looking at those that came.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from core.catalog.merged_stock import carry_stock
from core.hub.copied import part_from_copy
from core.hub.holding import Hold, let_go
from core.hub.left_behind import sweep
from core.hub.membership import require_membership
from core.hub.merging.counts import settle_counts
from core.hub.migrations import require_fit
from core.hub.picture_files import fetch_files, send_files, waiting_files
from core.hub.receiving import catch_up, receive_changes
from core.hub.sending import send_changes
from core.hub.tills import require_same_hub, tell_place
from core.hub.vectors.table import networks_lacked
from core.hub.vectors.travel import exchange_vectors
from core.hub.writing import Received
from core.ingest.photo_pipeline import embed_missing
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg


@dataclass(frozen=True, slots=True)
class Synchronised:
    """What a round did.

    Attributes:
        received, sent: changes.
        malformed: changes that no till of ours makes; they were left out.
        photos_received, photos_sent: whole photos.
        files_waiting: photos and thumbnails that are still to go or to come.
        let_go: products of other stores alone that are not held any more.
        networks_lacked: names of networks that other tills look with and this one does not have.
        parted: whether the folder turned out to be a copy, and goes on as a till of its own.
    """

    received: int
    sent: int
    malformed: int
    photos_received: int
    photos_sent: int
    files_waiting: int
    let_go: int = 0
    parted: bool = False
    networks_lacked: tuple[str, ...] = ()


def synchronise(
    shop: Shop, connection: "psycopg.Connection", progress: ReportProgress = ignore_progress
) -> Synchronised:
    """Bring the shop and the hub in step.

    Raises:
        KnownError: the shop can only be read or has joined no hub, the hub is away or refuses, a disk is
            full.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    shop.require_writable()
    joined = require_membership(shop.catalog)
    require_fit(connection)
    require_same_hub(connection, joined)
    parted = part_from_copy(shop.catalog, connection, joined)
    received = receive_changes(shop, connection, progress)
    settle_counts(shop.catalog)
    carry_stock(shop.catalog)
    sent = send_changes(shop.catalog, connection, progress)
    if sent:  # so that the place is behind one's own changes, and what they meet is settled
        again = receive_changes(shop, connection, progress)
        received.changes += again.changes
        received.malformed |= again.malformed
        received.shows |= again.shows
        received.left.photos |= again.left.photos
        received.left.kept |= again.left.kept
    gone = _hold_as_asked(shop, connection, received, progress)
    if received.shows:
        shop.refresh_index()
    sweep(shop, received.left)
    send_files(shop, connection, "thumbnail", progress)
    fetch_files(shop, connection, "thumbnail", progress)
    photos_sent = send_files(shop, connection, "photo", progress)
    photos_received = fetch_files(shop, connection, "photo", progress)
    exchange_vectors(shop, connection, progress)
    if photos_received:
        embed_missing(shop, progress)  # what no till has seen yet
        exchange_vectors(shop, connection, progress)
        shop.refresh_index()
    joined = require_membership(shop.catalog)
    tell_place(connection, UUID(joined.till), joined.place)
    return Synchronised(
        received.changes, sent, len(received.malformed), len(photos_received), photos_sent,
        waiting_files(shop), gone, parted, networks_lacked(connection, shop.models.every_backbone()),
    )  # fmt: skip


def _hold_as_asked(
    shop: Shop, connection: "psycopg.Connection", received: Received, progress: ReportProgress
) -> int:
    """Let go of what other stores alone sell, or fetch it, if that was asked for since the last round.

    Returns:
        How many products went.
    """
    joined = require_membership(shop.catalog)
    if joined.hold == joined.holds:
        return 0
    if joined.hold == Hold.OURS:
        return let_go(shop, connection, joined, progress)
    catch_up(shop, connection, joined, received, progress)
    with shop.catalog.transaction() as db:
        db.execute("UPDATE hub_state SET holds = ?", [Hold.ALL])
    return 0
