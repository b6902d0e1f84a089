"""Opening a shop folder: who may write, what a new one is; one of an older version."""

from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.database.sqlite_errors import CatalogOutdatedError
from core.embedding.backbone import BackboneSpec
from core.embedding.loading import DEFAULT_BACKBONE, Device, backbone_spec
from core.errors import KnownError
from core.files.atomic import make_folders
from core.files.links import is_link, links_in, refused
from core.files.os_errors import known_os_error
from core.messages import message
from core.shop.lock import writers_lock
from core.shop.one_switch import STAGE, finish_begun, is_being_restored, tidy
from core.shop.shop import Shop

CATALOG_FILE = "catalog.db"
NO_SHOP_YET = ("shop.lock", STAGE)
"""So begin names of files that may lie in a folder where a shop is to be."""


def open_shop(
    folder: Path,
    *,
    create: bool = False,
    write: bool = True,
    backbone: str = DEFAULT_BACKBONE,
    device: Device = "auto",
) -> Shop:
    """Open the shop in ``folder``.

    Args:
        create: make a new shop if the folder is missing or empty.
        write: ask to be the one that writes; if another process is, the shop is opened for reading and
            ``writer`` says who.
        backbone: name of the backbone whose vectors the shop is searched by.
        device: what runs it.

    Raises:
        KnownError: there is no shop in ``folder``, or it is damaged or from a newer version.
    """
    spec = backbone_spec(backbone)
    while (shop := _opened(folder, create, write, spec, device)) is None:
        pass
    return shop


def _opened(folder: Path, create: bool, write: bool, spec: BackboneSpec, device: Device) -> Shop | None:
    """The shop; None where it was restored while we looked, so that half of it may be of before."""
    linked = links_in(folder)
    for path in linked.values():
        if path.name.startswith(CATALOG_FILE) and (is_link(path) or not path.is_file()):
            raise refused(folder, path)
    if not linked:
        finish_begun(folder)
    lock, writer = None, None
    try:
        if not _has_catalog(folder):
            _prepare_new(folder, create)
        lock, writer = writers_lock(folder) if write and not linked else (None, None)
        if lock is not None:
            tidy(folder, lock)
        shop = Shop(folder, _open_catalog(folder, read_only=lock is None), lock, writer, spec, device, linked)
    except BaseException as error:
        if lock is not None:
            lock.release()
        elif isinstance(error, KnownError) and is_being_restored(folder):
            return None
        raise
    if lock is not None or (shop.catalog.is_in_place() and not is_being_restored(folder)):
        return shop
    shop.close()
    return None


def _has_catalog(folder: Path) -> bool:
    try:
        return (folder / CATALOG_FILE).exists()
    except OSError as error:  # of the folder or of one above it
        raise known_os_error(error, folder) or KnownError(
            message("core", "The shop {folder} cannot be opened ({reason}): check your rights and the disk."),
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error


def _open_catalog(folder: Path, *, read_only: bool) -> Catalog:
    """The catalog; one of an older version is brought up to date even where it is only read afterwards."""
    try:
        return Catalog(folder / CATALOG_FILE, read_only=read_only)
    except CatalogOutdatedError:
        lock, _writer = writers_lock(folder)
        if lock is None:
            raise
        try:
            Catalog(folder / CATALOG_FILE).close()
        finally:
            lock.release()
        return Catalog(folder / CATALOG_FILE, read_only=True)


def _prepare_new(folder: Path, create: bool) -> None:
    if not create:
        raise KnownError(
            message(
                "core", "There is no shop in {folder}. Import a table or a folder of pictures into it first."
            ),
            folder=folder,
        )
    try:
        make_folders(folder)
        occupied = any(not path.name.startswith(NO_SHOP_YET) for path in folder.iterdir())
    except OSError as error:
        raise known_os_error(error, folder) or KnownError(
            message("core", "The folder {folder} cannot be made or read ({reason})."),
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error
    if occupied:
        raise KnownError(
            message(
                "core", "The folder {folder} holds other files. Choose an empty folder for the new shop."
            ),
            folder=folder,
        )
