"""``snapshelf --shop DIR blur-faces``: faces in counter photos that the shop keeps already."""

import argparse
from pathlib import Path

from core.care.originals import delete_originals
from core.catalog.photos.photos import photos_of_hash
from core.catalog.products.products import products_by_ids
from core.ingest.face_removal import blur_kept_photos, look_for_faces
from core.messages import Sentence, message
from core.moderation.own_photos import own_photo
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``blur-faces``."""
    parser.add_argument(
        "photos",
        nargs="*",
        type=Path,
        metavar="PHOTO",
        help=console.format(
            message("cli", "counter photos of the shop; without any, all that nobody looked at for faces yet")
        ),
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--dry-run",
        action="store_true",
        help=console.format(message("cli", "only show on which photos there are faces")),
    )
    instead.add_argument(
        "--delete-originals",
        action="store_true",
        help=console.format(
            message("cli", "delete for good the photos with faces that are kept so that this can be undone")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Blur, or show what would be blurred, or delete what was kept for the undo."""
    with open_named_shop(arguments, settings, write=not arguments.dry_run) as shop:
        if arguments.delete_originals:
            return _delete(shop, console)
        hashes = [own_photo(shop, photo) for photo in arguments.photos] or None
        if arguments.dry_run:
            return _look(shop, console, hashes)
        return _blur(shop, console, hashes)


def _look(shop: Shop, console: Console, hashes: list[str] | None) -> int:
    with console.progress() as progress:
        found = look_for_faces(shop, hashes, progress)
    _tell_skipped(shop, console, found.skipped)
    for one in found.photos:
        text = message("cli", "{photo}: faces: {count}")
        console.line(console.format(text, photo=_title(shop, one.sha256), count=len(one.faces)))
    console.line(console.format(message("cli", "Photos with faces: {count}."), count=len(found.photos)))
    console.document(
        [
            {
                "photo": str(shop.files.path(one.sha256)),
                "faces": [
                    [round(side, 1) for side in (face.left, face.top, face.right, face.bottom)]
                    for face in one.faces
                ],
            }
            for one in found.photos
        ]
    )
    return int(bool(found.skipped))


def _blur(shop: Shop, console: Console, hashes: list[str] | None) -> int:
    with console.progress() as progress:
        blurred = blur_kept_photos(shop, hashes, who=user_name(), progress=progress)
    _tell_skipped(shop, console, blurred.skipped)
    for copy in blurred.copies.values():
        console.line(_title(shop, copy))
    done = message(
        "cli",
        "Photos whose faces are blurred now: {count}. Those with faces stay in the shop's folder, so that "
        "“snapshelf undo” can take this back; “blur-faces --delete-originals” deletes them for good.",
    )
    none = message("cli", "There is no face on any of these photos.")
    console.line(console.format(done if blurred.copies else none, count=len(blurred.copies)))
    files = {str(shop.files.path(old)): str(shop.files.path(new)) for old, new in blurred.copies.items()}
    console.document([{"photo": old, "copy": new} for old, new in files.items()])
    return int(bool(blurred.skipped))


def _delete(shop: Shop, console: Console) -> int:
    count = delete_originals(shop)
    text = message(
        "cli",
        "Photos with faces deleted for good: {count}. Backups that were made before hold what they held: "
        "delete those, too, where the faces must be gone.",
    )
    console.line(console.format(text, count=count))
    console.document({"deleted": count})
    return 0


def _tell_skipped(shop: Shop, console: Console, skipped: dict[str, Sentence]) -> None:
    for sha256, reason in skipped.items():
        console.note(message("cli", "{row}: {reason}"), row=_title(shop, sha256), reason=reason)


def _title(shop: Shop, sha256: str) -> str:
    """The photo's file, and before it the products that show it."""
    ids = [photo.product_id for photo in photos_of_hash(shop.catalog, sha256)]
    products = products_by_ids(shop.catalog, ids)
    return " ".join([*(f"{one.title} [{one.sku}]" for one in products), str(shop.files.path(sha256))])
