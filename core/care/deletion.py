"""Products deleted for good, with every byte of the shop's folder that was theirs alone."""

from collections.abc import Iterable

from core.catalog.edits.deletion import Deletion, delete_products
from core.catalog.log.search_feedback import kept_hashes
from core.catalog.moderation.decisions import forget_decisions
from core.catalog.moderation.findings import forget_findings
from core.catalog.moderation.readings import forget_readings
from core.catalog.photos.faces import forget_faces
from core.progress import ReportProgress, ignore_progress
from core.search.kept import delete_kept_files
from core.search.print_points import forget_points
from core.shop.shop import Shop


def delete_for_good(
    shop: Shop, product_ids: Iterable[int], progress: ReportProgress = ignore_progress
) -> Deletion:
    """Delete archived products and the files of photos that no other product uses, thumbnails too.

    There is no undo. Backups hold what they held; a backup of the catalog alone brings such a product back
    without its photos.

    Raises:
        KnownError: as :func:`core.catalog.edits.deletion.delete_products`, the shop can only be read, or a
            file cannot be deleted.
        Cancelled: ``progress`` asked to stop; nothing is deleted then.
    """
    shop.require_writable()
    kept = kept_hashes(shop.catalog)
    gone, unused = delete_products(shop.catalog, product_ids, progress)
    delete_unused_photos(shop, unused, kept)
    return gone


def delete_unused_photos(shop: Shop, unused: set[str], kept: set[str]) -> None:
    """Delete the files of photos of products that were taken out, and all that was known of them.

    Args:
        unused: hashes that nothing in the catalog names any more.
        kept: those of pictures kept with searches, as they were before.

    Raises:
        KnownError: a file cannot be deleted.
    """
    shop.refresh_index()
    shop.files.delete(unused)
    forget_points(shop, unused)
    forget_findings(shop.catalog, unused)
    forget_readings(shop.catalog, unused)
    forget_decisions(shop.catalog, unused)
    forget_faces(shop.catalog, unused)
    delete_kept_files(shop, kept - kept_hashes(shop.catalog))
