"""The phones that were let in: a small file in the user's own folder, with a hash in place of each key."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.plain_text import plain_line

MOST = 50
_LONGEST_NAME = 40
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PairedPhone:
    """One phone.

    Attributes:
        id: by which it is known here.
        name: what the shop calls it.
        key_hash: SHA-256 of its key, in hexadecimal.
        since: the day on which it was let in, ISO 8601.
    """

    id: str
    name: str
    key_hash: str
    since: str


def load_phones(file: Path) -> tuple[PairedPhone, ...]:
    """The phones in ``file``, the first one first; none where it is missing or damaged."""
    try:
        stored = parse_json(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(stored, list):
        return ()
    return tuple(phone for one in stored[:MOST] if (phone := _phone(one)) is not None)


def save_phones(file: Path, phones: tuple[PairedPhone, ...]) -> None:
    """Keep ``phones``, readable by this user alone.

    Raises:
        OSError: the folder cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps([asdict(phone) for phone in phones], ensure_ascii=False, indent=2)
    write_atomically(file, text.encode(), private=True)


def with_phone(
    phones: tuple[PairedPhone, ...], name: str, key_hash: str, since: str
) -> tuple[PairedPhone, ...]:
    """``phones`` with one more; the oldest one leaves where they are too many."""
    phone = PairedPhone(secrets.token_hex(8), _name(name), key_hash, since)
    return (*phones, phone)[-MOST:]


def renamed(phones: tuple[PairedPhone, ...], phone_id: str, name: str) -> tuple[PairedPhone, ...]:
    """``phones`` with another name for one of them."""
    return tuple(replace(phone, name=_name(name)) if phone.id == phone_id else phone for phone in phones)


def without(phones: tuple[PairedPhone, ...], phone_id: str) -> tuple[PairedPhone, ...]:
    """``phones`` without one of them: its key opens nothing any more."""
    return tuple(phone for phone in phones if phone.id != phone_id)


def _name(name: str) -> str:
    return plain_line(name)[:_LONGEST_NAME].strip()


def _phone(stored: object) -> PairedPhone | None:
    names = ("id", "name", "key_hash", "since")
    if not isinstance(stored, dict) or not all(isinstance(stored.get(name), str) for name in names):
        return None
    if not _HASH.fullmatch(stored["key_hash"]):
        return None
    return PairedPhone(*(stored[name] for name in names))
