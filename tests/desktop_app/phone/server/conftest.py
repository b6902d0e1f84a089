from collections.abc import Iterator

import pytest

from desktop_app.phone.server.key import new_key
from tests.desktop_app.phone.served import Browser, Served, answer, serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that has let one phone in."""
    with serving(tmp_path_factory.mktemp("phone")) as running:
        running.answers["find"] = answer({"search": 7})
        yield running


@pytest.fixture
def phone(served: Served) -> Browser:
    """The one phone that is let in."""
    key = new_key()
    served.let_in(phone=key)
    return served.browser(key)


@pytest.fixture
def stranger(served: Served) -> Browser:
    return served.browser()
