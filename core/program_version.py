"""The program's version, read from the installed package so that it is written in one place."""

from functools import lru_cache


@lru_cache(maxsize=1)
def program_version() -> str:
    """As ``1.2.3``; "0" where the program runs from a folder and nothing was installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow: not on the way to the window

    try:
        return version("snapshelf")
    except PackageNotFoundError:
        return "0"
