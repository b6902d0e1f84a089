"""Passwords of hubs: in a file that its user alone may read, never in a shop, an address or a log.

A shop folder is copied, backed up and handed on; so what lies in it names the hub without the password. One
that the administrator gave otherwise (PGPASSWORD, ~/.pgpass, a client's certificate) is libpq's own matter.
"""

import json
import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from core import paths
from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.hub.errors import BAD_ADDRESS, HubRefusedError
from core.messages import message


def split_password(url: str) -> tuple[str, str | None]:
    """A hub's address without its password, and the password if it had one.

    Raises:
        HubRefusedError: it is no address of a PostgreSQL database.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:  # a bracket of an IPv6 address is missing
        raise HubRefusedError(BAD_ADDRESS, reason=error) from error
    if parts.scheme not in ("postgresql", "postgres"):
        raise HubRefusedError(
            message("core", "A hub's address looks like postgresql://name@computer/database.")
        )
    options = parse_qsl(parts.query)
    name, has_name, place = parts.netloc.rpartition("@")
    user, _, written = name.partition(":")
    password = unquote(written) or dict(options).get("password")
    query = urlencode([option for option in options if option[0] != "password"], quote_via=quote, safe="/")
    bare = f"{parts.scheme}://{user}{has_name}{place}{parts.path}"
    return f"{bare}?{query}" if query else bare, password


def password_of(url: str) -> str | None:
    """The password that was kept for an address without one; None if there is none.

    Raises:
        KnownError: others can read the file.
    """
    file = paths.hub_passwords()
    if os.name == "posix" and file.exists() and file.stat().st_mode & 0o077:
        raise KnownError(
            message("core", "Others can read {file}: let only its owner read it (chmod 600), or delete it."),
            file=file,
        )
    found = _kept().get(url)
    return found if isinstance(found, str) else None


def keep_password(url: str, password: str) -> None:
    """Keep the password of an address that has none, instead of the one before.

    Raises:
        KnownError: the file cannot be written.
    """
    _write({**_kept(), url: password})


def forget_password(url: str) -> None:
    """Keep the password of an address no longer; nothing where none was kept.

    Raises:
        KnownError: the file cannot be written.
    """
    kept = _kept()
    if url in kept:
        _write({other: kept[other] for other in kept.keys() - {url}})


def _kept() -> Mapping[str, object]:
    try:
        content = parse_json(paths.hub_passwords().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(kept: Mapping[str, object]) -> None:
    file = paths.hub_passwords()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(kept, ensure_ascii=False, indent=2).encode(), private=True)
    except OSError as error:
        raise KnownError(
            message("core", "The hub's password cannot be kept in {file}: {reason}."),
            file=file,
            reason=error.strerror or error,
        ) from error
