"""Signs the log's newest line in the very transaction that wrote it, so that no line is ever left unsigned.

Of each day and key the last signature stays: it covers the lines before it, and a log of years has some
hundreds of them.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message
from core.signed_log.key import KEY_FILE, UnusableKeyError, make_key, public_hex, read_key
from core.signed_log.signatures import head_text, signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_log = logging.getLogger(__name__)


class LogSigner:
    """Signs the log of one catalog, which this process writes, with the key in its folder."""

    def __init__(self, catalog: Catalog, shop: Path) -> None:
        self._catalog = catalog
        self._shop = shop
        self._key: Ed25519PrivateKey | None = None

    def sign_what_is_new(self) -> None:
        """Sign the newest line if it has no signature yet; called within a transaction.

        Where that fails the line stays unsigned until the next transaction, and is told to be so: photos
        are worth more than their log.
        """
        db = self._catalog.db
        newest = db.execute(
            "SELECT number, digest FROM photo_log"
            " WHERE number > (SELECT coalesce(max(number), 0) FROM photo_log_heads)"
            " ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if newest is None:
            return
        try:
            self._key = self._key or read_key(self._shop) or make_key(self._shop)
        except (OSError, UnusableKeyError, KnownError) as error:
            _log.warning("the log of photos is not signed: %s", type(error).__name__)
            return
        number, digest = newest
        now, public_key = utc_now(), public_hex(self._key)
        signed = signature(self._key, head_text(number, digest, now))
        db.execute(
            "DELETE FROM photo_log_heads WHERE public_key = ? AND substr(signed, 1, 10) = ?",
            [public_key, now[:10]],
        )
        db.execute("INSERT INTO photo_log_heads VALUES (?, ?, ?, ?)", [number, now, public_key, signed])


def shop_key(shop: Path) -> Ed25519PrivateKey:
    """The shop's key, to sign a report with.

    Raises:
        KnownError: it has none, or it cannot be read.
    """
    try:
        key = read_key(shop)
    except (OSError, UnusableKeyError) as error:
        raise KnownError(
            message(
                "core",
                "The shop's key {file} cannot be used: bring it back from where you keep a copy of it, or "
                "delete it, and the shop makes itself another.",
            ),
            file=shop / KEY_FILE,
        ) from error
    if key is None:
        raise KnownError(
            message(
                "core",
                "The log of the shop's photos is not signed yet: import photos, or call “evidence log” once.",
            )
        )
    return key
