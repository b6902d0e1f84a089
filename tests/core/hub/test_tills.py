"""Tills whose folder is gone are listed no longer; one that is there all the same comes back by itself."""

from pathlib import Path

import pytest

from core.hub.connection import connected
from core.hub.errors import HubRefusedError
from core.hub.logins import lock_out
from core.hub.membership import require_membership
from core.hub.status import hub_status
from core.hub.tills import forget_till
from tests.core.hub.fixtures import LetIn
from tests.core.hub.tills import joined_till, sync


def there(hub: str) -> set[str]:
    with connected(hub) as connection:
        return {till.id for till in hub_status(connection).tills if till.has_left is None}


def test_a_forgotten_till_is_one_that_left_until_it_is_there_again(
    tmp_path: Path, hub: str, url_of: LetIn
) -> None:
    url, other = url_of("Pier"), url_of("Harbour")
    with joined_till(tmp_path / "a", url, "Pier") as a, joined_till(tmp_path / "b", other, "Harbour") as b:
        one, two = (require_membership(till.catalog).till for till in (a, b))
        with connected(other) as connection, pytest.raises(HubRefusedError, match="Only the hub's owner"):
            forget_till(connection, one)
        with connected(hub) as connection:
            forget_till(connection, one[:8])
            for unknown in (one, one[:7], "%%%%%%%%"):
                with pytest.raises(HubRefusedError, match="no till that is there"):
                    forget_till(connection, unknown)
        assert there(hub) == {two}
        sync(a, url)
        assert there(hub) == {one, two}


def test_the_tills_of_a_name_that_is_locked_out_are_listed_no_longer(
    tmp_path: Path, hub: str, url_of: LetIn
) -> None:
    with joined_till(tmp_path / "a", url_of("Pier", name="the_stolen_one"), "Pier"):
        assert len(there(hub)) == 1
    with connected(hub) as connection:
        lock_out(connection, "the_stolen_one")
    assert there(hub) == set()
