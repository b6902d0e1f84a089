"""Opening the shop that ``--shop`` names, as every command does it."""

import argparse

from core.care.backup import daily_backup
from core.errors import KnownError
from core.messages import message
from core.settings import Settings
from core.shop.opening import open_shop
from core.shop.shop import Shop


def open_named_shop(
    arguments: argparse.Namespace, settings: Settings, *, create: bool = False, write: bool = False
) -> Shop:
    """The shop of ``--shop``; with ``write`` it may be changed, and is backed up first, as the settings say.

    Raises:
        KnownError: no ``--shop`` was given, there is no shop, another program is changing it,
            or the disk is too full for the backup.
    """
    if arguments.shop is None:
        raise KnownError(message("cli", "Say which shop is meant: snapshelf --shop DIR …"))
    shop = open_shop(arguments.shop.absolute(), create=create, write=write, device=settings.device)
    if write:
        try:
            shop.require_writable()
            daily_backup(shop.catalog, often=settings.backups)
        except KnownError:
            shop.close()
            raise
    return shop
