"""The address of a hub as it was typed, and its password from wherever it is."""

import getpass
import sys

from core.hub.connection import connected
from core.hub.errors import HubAsksPasswordError
from core.hub.passwords import password_of, split_password
from core.messages import message
from desktop_app.console.console import Console


def address_and_password(url: str, console: Console) -> tuple[str, str | None]:
    """The address without a password, and the password: the address's own, a kept one, or what is typed now.

    None where the hub asks for none, or libpq has it (PGPASSWORD, ~/.pgpass).

    Raises:
        HubAwayError: the hub cannot be reached.
        HubRefusedError: it lets nobody in so, and there is no terminal to ask at.
    """
    bare, password = split_password(url)
    password = password or password_of(bare)
    if password is None:
        try:
            with connected(bare):
                pass
        except HubAsksPasswordError:
            if not sys.stdin.isatty():
                raise
            password = getpass.getpass(console.format(message("cli", "Password at the hub: ")))
    return bare, password
