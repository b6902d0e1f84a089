"""Who works here, for the stock movements that both clients book."""

import getpass


def user_name() -> str:
    """The platform's name of the user; "" where it does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
