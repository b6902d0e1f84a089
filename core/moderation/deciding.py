"""A person's decision about photos of the shop, as a step that can be taken back."""

from collections.abc import Iterable

from core.catalog.edits.edit_log import (
    Edit,
    EditKind,
    begin_edit,
    edit_by_id,
    forget_old_edits,
    log_change,
)
from core.catalog.edits.product_fields import Field
from core.catalog.moderation.decisions import as_json, decisions_of, new_decision, write_decisions
from core.catalog.moderation.thresholds import thresholds
from core.catalog.photos.photos import photos_of_hash
from core.errors import KnownError
from core.messages import message
from core.moderation.looking import findings_now, told
from core.shop.shop import Shop


def decide(shop: Shop, hashes: Iterable[str], *, shown: bool | None, who: str) -> Edit | None:
    """Decide that photos may be shown, or not; None asks for a decision again.

    Nothing else changes: the photos stay where they are, and products are found by them as before.

    Returns:
        The edit, which :func:`core.steps.undo.undo_step` takes back; None if all was decided so already.

    Raises:
        KnownError: a photo is not of this shop, or the shop can only be read.
    """
    shop.require_writable()
    catalog = shop.catalog
    with catalog.transaction() as db:
        wanted = list(dict.fromkeys(hashes))
        before, seen, least = decisions_of(catalog, wanted), findings_now(shop, wanted), thresholds(catalog)
        edit_id = begin_edit(catalog, EditKind.DECISION, who)
        by_product: dict[int, list[str]] = {}
        for sha256 in wanted:
            photos = photos_of_hash(catalog, sha256)
            if not photos:
                raise KnownError(message("core", "This photo is no longer in the shop: reload the list."))
            by_product.setdefault(photos[0].product_id, []).append(sha256)
        changed = False
        for product_id, own in by_product.items():
            kinds = {sha256: {one.kind for one in told(seen.get(sha256, ()), least)} for sha256 in own}
            old = {sha256: before.get(sha256) for sha256 in own}
            new = {
                sha256: None if shown is None else new_decision(shown, kinds[sha256], who) for sha256 in own
            }
            for sha256, one in old.items():
                after = new[sha256]
                if one and after and (one.shown, one.kinds) == (after.shown, after.kinds):
                    new[sha256] = one  # who decided it first stays known
            if write_decisions(catalog, as_json(old), as_json(new)):
                changed = True
                log_change(catalog, edit_id, product_id, Field.DECISION, as_json(old), as_json(new), None)
        if not changed:
            db.execute("DELETE FROM edits WHERE id = ?", [edit_id])
            return None
        forget_old_edits(catalog, edit_id)
        return edit_by_id(catalog, edit_id)
