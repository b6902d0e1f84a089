"""The shop's own key (Ed25519, RFC 8032): a file in the shop's folder that only its user may read.

It moves with the folder. Backups and copies of the shop do not hold it: they are handed around, and whoever
has the key can sign. A shop that was restored elsewhere makes itself another, and the log shows both.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.files.atomic import write_atomically
from core.files.hostile import require_plain_file
from core.files.links import is_link

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_FILE = "signing-key.pem"
_MOST_BYTES = 4_096


class UnusableKeyError(ValueError):
    """The file is there, and is no key of ours."""


def has_key(shop: Path) -> bool:
    """Whether the shop in this folder has signed something; else it must be opened for writing to do so."""
    return (shop / KEY_FILE).exists()


def read_key(shop: Path) -> Ed25519PrivateKey | None:
    """The key of the shop in this folder; None where it has none yet.

    Raises:
        UnusableKeyError: the file is damaged, a link, or another kind of key.
        OSError: it cannot be read.
    """
    from cryptography.exceptions import UnsupportedAlgorithm  # late: most who open a shop never ask
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    path = shop / KEY_FILE
    if is_link(path):
        raise UnusableKeyError
    if not path.exists():
        return None
    require_plain_file(path)
    if path.stat().st_size > _MOST_BYTES:
        raise UnusableKeyError
    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UnusableKeyError from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKeyError
    return key


def make_key(shop: Path) -> Ed25519PrivateKey:
    """A new key, kept in the shop's folder before it signs anything.

    Raises:
        OSError: it cannot be written.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.generate()
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_atomically(shop / KEY_FILE, written, private=True)
    return key


def public_hex(key: Ed25519PrivateKey) -> str:
    """Its public half: 32 bytes in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()
