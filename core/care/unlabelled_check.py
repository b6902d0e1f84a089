"""Whether the unlabelled photos are as they should be: their pictures whole, and each seen by the network."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.care.file_check import named_elsewhere
from core.catalog.photos.unlabelled import give_up_pictures, unlabelled_hashes
from core.catalog.photos.unlabelled_vectors import drop_unseen, unseen_unlabelled
from core.files.links import leads_out
from core.messages import Sentence, message
from core.shop.shop import Shop
from core.shop.unlabelled_files import FOLDER, unlabelled_files


@dataclass(frozen=True, slots=True)
class UnlabelledCheck:
    """What was found.

    Attributes:
        lost: hashes of pictures that are missing or damaged.
        strays: pictures that the catalog does not name.
        unseen: photos that the network in use has not seen.
    """

    lost: tuple[str, ...] = ()
    strays: tuple[Path, ...] = ()
    unseen: int = 0

    @property
    def sentences(self) -> list[Sentence]:
        """Every problem in words."""
        counted = (
            (
                message(
                    "core", "Missing or damaged pictures of unlabelled photos: {count}. Repair the shop."
                ),
                len(self.lost),
            ),
            (
                message("core", "Pictures that belong to no unlabelled photo: {count}. Repair the shop."),
                len(self.strays),
            ),
            (
                message("core", "Unlabelled photos that were not looked at yet: {count}. Repair the shop."),
                self.unseen,
            ),
        )
        return [Sentence(text, {"count": count}) for text, count in counted if count]


def check_unlabelled(shop: Shop) -> UnlabelledCheck:
    """Look at every picture, and whether the network in use has seen it."""
    files = unlabelled_files(shop)
    known = unlabelled_hashes(shop.catalog)
    return UnlabelledCheck(
        tuple(sha256 for sha256 in sorted(known) if not _is_whole(files.path(sha256), sha256)),
        tuple(_strays(shop, known)),
        len(unseen_unlabelled(shop.catalog, shop.spec.fingerprint)),
    )


def give_up_lost(shop: Shop, found: UnlabelledCheck) -> None:
    """Keep the vectors alone of photos whose picture is lost, and delete what the catalog does not name."""
    give_up_pictures(shop.catalog, found.lost)
    known = unlabelled_hashes(shop.catalog)
    for path in (*found.strays, *map(unlabelled_files(shop).path, found.lost)):
        if path.stem not in known:
            with contextlib.suppress(OSError):  # it stays listed
                path.unlink(missing_ok=True)


def drop_what_nobody_can_see(shop: Shop) -> None:
    """Delete what has neither a vector of the network in use nor a picture; after all others were seen."""
    drop_unseen(shop.catalog, shop.spec.fingerprint)


def _strays(shop: Shop, known: set[str]) -> Iterator[Path]:
    """Not those of a catalog that may be restored: a restore leaves what it replaces where it is."""
    pictures = sorted((shop.folder / FOLDER).glob("photos/*/*.jpg"))
    strays = [path for path in pictures if path.stem not in known and not leads_out(shop.folder, path)]
    wanted = named_elsewhere(shop) if strays else set()
    yield from (path for path in strays if path.stem not in wanted)


def _is_whole(path: Path, sha256: str) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    return False
