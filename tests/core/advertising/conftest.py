"""The program's own typefaces, read once."""

import pytest

from core import paths
from core.paper.typefaces import Typefaces


@pytest.fixture(scope="session")
def typefaces() -> Typefaces:
    return Typefaces(paths.resources() / "fonts")
