"""A till that stays in step finds out that nobody answers any more, also where bytes are still taken."""

from pathlib import Path

import pytest

from core.errors import Cancelled
from core.hub import connection as hub_connection
from core.hub import watching
from core.hub.following import join_hub
from core.hub.passwords import keep_password, split_password
from core.hub.standing import HubState, Standing
from core.hub.watching import watch
from core.progress import Progress
from core.shop.opening import open_shop
from tests.core.hub.postgres import Postgres
from tests.core.hub.silence import silenced


def test_a_hub_that_falls_silent_while_nothing_happens_is_away_before_the_next_round_is_due(
    tmp_path: Path, manager: str, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watching._ASK_EVERY_S + watching._ANSWERED_IN_S + hub_connection.CONNECT_S <= 30
    monkeypatch.setattr(hub_connection, "CONNECT_S", 2)
    monkeypatch.setattr(watching, "_AT_LEAST_EVERY_S", 3600.0)
    monkeypatch.setattr(watching, "_ASK_EVERY_S", 0.3)
    monkeypatch.setattr(watching, "_ANSWERED_IN_S", 0.3)
    standings: list[Standing | None] = []
    with open_shop(tmp_path / "till", create=True) as shop:
        join_hub(shop, manager, None, "Harbour")
        with silenced(postgres.port) as (port, silence):
            bare, password = split_password(manager.replace(f":{postgres.port}/", f":{port}/"))
            assert password is not None
            keep_password(bare, password)
            shop.catalog.db.execute("UPDATE hub_state SET url = ?", [bare])

            def tell(state: HubState) -> None:
                standings.append(state.standing)
                silence.set()  # whoever comes again, finds nobody

            def is_wanted(_: Progress) -> bool:
                return standings[-1:] != [Standing.AWAY]

            with pytest.raises(Cancelled):
                watch(shop, tell, is_wanted)
    assert standings == [Standing.IN_STEP, Standing.AWAY]
