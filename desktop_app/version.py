"""The program's version, read from the installed package so that it is written in one place."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("snapshelf")
except PackageNotFoundError:  # run from a folder where nothing was installed
    VERSION = "0"
