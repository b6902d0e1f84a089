"""Where things lie: what ships with the program, and what it keeps for its user.

The only module that looks at ``sys.frozen``. ``SNAPSHELF_HOME`` puts all that the program keeps for the
user under one folder: for tests and for portable installs.
"""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="Snapshelf", appauthor=False)


def is_frozen() -> bool:
    """True in the program that PyInstaller built, False when run from source."""
    return bool(getattr(sys, "frozen", False))


def resources() -> Path:
    """The read-only folder of icons, styles, translations, fonts, exported backbones and the demo."""
    if is_frozen():
        return Path(sys._MEIPASS) / "resources"  # type: ignore[attr-defined]  # set by PyInstaller alone
    return Path(__file__).resolve().parent.parent / "resources"


def user_data() -> Path:
    """Where the program keeps what must last: the demo shop, backbones that were added, last searches."""
    home = os.environ.get("SNAPSHELF_HOME")
    return Path(home) / "data" if home else _DIRS.user_data_path


def user_cache() -> Path:
    """Where the program keeps what it can make again: exported backbones."""
    home = os.environ.get("SNAPSHELF_HOME")
    return Path(home) / "cache" if home else _DIRS.user_cache_path


def settings_file() -> Path:
    """The user's settings: JSON, only what differs from the defaults."""
    home = os.environ.get("SNAPSHELF_HOME")
    return (Path(home) / "config" if home else _DIRS.user_config_path) / "settings.json"


def hub_passwords() -> Path:
    """The passwords of hubs that shops of this user have joined; nobody else on this computer may read it."""
    return settings_file().with_name("hubs.json")


def log_file() -> Path:
    """What the window and the commands did last; private to the user, without customer data."""
    home = os.environ.get("SNAPSHELF_HOME")
    return (Path(home) / "state" if home else _DIRS.user_log_path) / "snapshelf.log"


def policy_file() -> Path:
    """What the administrator of this computer decided, for all its users; only they can write it."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "Snapshelf" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Snapshelf/policy.json")
    return Path("/etc/snapshelf/policy.json")


def past_searches() -> Path:
    """The last searches with their pictures, where the user keeps them; a folder a shop."""
    return user_data() / "searches"


def finished_demo() -> Path:
    """The read-only folder of the demo shop as it ships, with photos to search it with."""
    return resources() / "demo"


def demo_shop() -> Path:
    """The folder of the demo shop; unpacked on first use."""
    return user_data() / "demo" / "Demo shop"
