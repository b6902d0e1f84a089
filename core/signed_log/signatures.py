"""What is signed, and whether a signature is right.

A text that is signed is a JSON array without spaces, all beyond ASCII escaped, whose first word says what
for: so it cannot be read in two ways.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_HEAD = "snapshelf photo log head 1"


def head_text(number: int, digest: str, signed: str) -> bytes:
    """What is signed of a log whose last line is ``number`` with ``digest``, at the moment ``signed``."""
    return json.dumps([_HEAD, number, digest, signed], separators=(",", ":")).encode("ascii")


def signature(key: Ed25519PrivateKey, text: bytes) -> str:
    """In hexadecimal, 64 bytes."""
    return key.sign(text).hex()


def is_signed(text: bytes, public_key: str, signature: str) -> bool:
    """Whether the key whose public half is ``public_key`` (hex) made this ``signature`` (hex) of ``text``."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), text)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public_key: str) -> str:
    """The SHA-256 of a public key (hex), in groups of four digits, to be read aloud and compared."""
    try:
        digest = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()
    except ValueError:
        return ""
    return " ".join(digest[place : place + 4] for place in range(0, len(digest), 4))
