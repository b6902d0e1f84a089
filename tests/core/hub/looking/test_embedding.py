"""``hub embed``: a network sees what it has not seen, each photo once, whoever looks and whoever dies."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import psycopg
import pytest
from psycopg import sql

from core.embedding.loading import available_backbones, load_backbone
from core.embedding.networks.efficientnet_lite import LITE2
from core.errors import Cancelled
from core.hub.connection import connected
from core.hub.logins import let_in
from core.hub.looking.embedding import Embedded, embed_here, prepare
from core.hub.looking.looker import look_at_batch
from core.hub.looking.queue import take_photos
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.table import SentVector, make_network_known, send_vectors, vectors_on_hub
from core.imaging.decode import decode_bytes
from core.imaging.preprocess import to_tensor
from core.progress import Progress
from desktop_app.__main__ import main
from tests.core.hub.looking.conftest import PHOTOS, UnseenHub, picture
from tests.core.hub.postgres import Postgres, database_name
from tests.core.hub.told import Store

NETWORK = LITE2.fingerprint


def sent(url: str, photos: tuple[str, ...]) -> dict[str, SentVector]:
    with connected(url) as connection:
        speak_halfvec(connection)
        return {one.photo: one for one in vectors_on_hub(connection, NETWORK, photos)}


def count(connection: "psycopg.Connection[Any]", table: str) -> int:
    statement = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
    ((rows,),) = connection.execute(statement).fetchall()
    return int(rows)


def test_every_photo_is_seen_as_a_till_would_see_it_and_only_once(unseen: UnseenHub) -> None:
    assert embed_here(unseen.url, None, LITE2) == Embedded(photos=PHOTOS)
    found = sent(unseen.url, unseen.photos)
    assert {photo: one.looks for photo, one in found.items()} == {
        photo: 2 if photo == unseen.photos[0] else 1 for photo in unseen.photos
    }
    backbone = load_backbone(LITE2, device="cpu")
    for data in map(picture, range(3)):
        photo = hashlib.sha256(data).hexdigest()
        if found[photo].looks == 1:
            seen = to_tensor(decode_bytes(data, name="", max_side=1600), LITE2.preprocessing)
            np.testing.assert_allclose(
                found[photo].numbers, backbone.embed(seen[np.newaxis])[0], rtol=2e-3, atol=2e-3
            )
    backbone.close()
    assert embed_here(unseen.url, None, LITE2) == Embedded()
    with connected(unseen.url) as connection:
        name = f"vectors_{NETWORK}"
        assert connection.execute("SELECT FROM pg_indexes WHERE indexname = %s", [name]).rowcount == 1


def test_what_a_till_has_sent_is_not_looked_at(unseen: UnseenHub) -> None:
    prepare(unseen.url, None, LITE2)
    with connected(unseen.url) as connection:
        speak_halfvec(connection)
        mine = SentVector(unseen.photos[3], 1, np.ones(LITE2.dim, np.float16))
        send_vectors(connection, NETWORK, [mine])
    assert embed_here(unseen.url, None, LITE2) == Embedded(photos=PHOTOS - 1, known=1)
    np.testing.assert_array_equal(sent(unseen.url, unseen.photos)[mine.photo].numbers, mine.numbers)


def test_a_file_that_is_no_picture_is_named_and_not_tried_again(unseen: UnseenHub) -> None:
    data = b"no picture at all"
    with connected(unseen.url) as connection:
        bad = hashlib.sha256(data).hexdigest()
        store = Store(connection, "Main")
        store.shows(store.makes("BAD"), bad)
        connection.execute("INSERT INTO pictures (sha256, size, bytes) VALUES (%s, 'photo', %s)", [bad, data])
        assert embed_here(unseen.url, None, LITE2) == Embedded(photos=PHOTOS, unreadable=1)
        rows = connection.execute("SELECT photo, reason FROM not_looked_at").fetchall()
        assert [photo for photo, _reason in rows] == [bad] and "picture" in rows[0][1]
    assert embed_here(unseen.url, None, LITE2) == Embedded()


def test_two_who_look_at_once_never_hold_the_same_photo(unseen: UnseenHub) -> None:
    prepare(unseen.url, None, LITE2)
    with (
        connected(unseen.url) as one,
        connected(unseen.url) as other,
        one.transaction(),
        other.transaction(),
    ):
        _, mine = take_photos(one, NETWORK, 8)
        _, theirs = take_photos(other, NETWORK, 8)
        assert (len(mine), len(theirs)) == (8, PHOTOS - 8)
        assert not {photo.photo for photo in mine} & {photo.photo for photo in theirs}


def test_photos_of_one_who_dies_are_there_for_the_next(unseen: UnseenHub) -> None:
    prepare(unseen.url, None, LITE2)
    with connected(unseen.url) as owner:
        with connected(unseen.url) as dying:
            dying.execute("BEGIN")
            taken, _ = take_photos(dying, NETWORK, PHOTOS)
            assert taken == PHOTOS and take_photos(owner, NETWORK, PHOTOS) == (0, [])
            owner.execute("SELECT pg_terminate_backend(%s, 10000)", [dying.info.backend_pid])
        assert count(owner, "to_look_at") == PHOTOS
    assert embed_here(unseen.url, None, LITE2) == Embedded(photos=PHOTOS)


def test_a_batch_is_stored_whole_or_not_at_all(unseen: UnseenHub) -> None:
    prepare(unseen.url, None, LITE2)
    backbone = load_backbone(LITE2, device="cpu")
    with connected(unseen.url) as connection, ThreadPoolExecutor(1) as pool:
        speak_halfvec(connection)
        connection.execute("CREATE TABLE full_disk (photo text CHECK (photo = ''))")
        connection.execute(
            "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN INSERT INTO full_disk VALUES (NEW.photo); RETURN NEW; END $$;"
            " CREATE TRIGGER fill AFTER INSERT ON vectors FOR EACH ROW EXECUTE FUNCTION fill()"
        )
        with pytest.raises(psycopg.errors.CheckViolation):
            look_at_batch(connection, backbone, pool)
        assert (count(connection, "vectors"), count(connection, "to_look_at")) == (0, PHOTOS)
    backbone.close()


def test_stopping_keeps_what_was_seen_and_the_next_call_goes_on(
    unseen: UnseenHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.hub.looking.looker.look_at_batch.__kwdefaults__", {"most": 5})
    told: list[int] = []

    def stop_after_five(progress: Progress) -> bool:
        told.append(progress.done)
        return progress.done < 5

    with pytest.raises(Cancelled):
        embed_here(unseen.url, None, LITE2, stop_after_five)
    assert told == [0, 5] and len(sent(unseen.url, unseen.photos)) == 5
    assert embed_here(unseen.url, None, LITE2) == Embedded(photos=PHOTOS - 5)


def test_a_network_that_the_hub_knows_stays_as_it_is(unseen: UnseenHub) -> None:
    with connected(unseen.url) as connection:
        make_network_known(connection, LITE2)
        make_network_known(connection, LITE2)
        assert connection.execute("SELECT fingerprint, dim, pooled FROM networks").fetchall() == [
            (NETWORK, LITE2.dim, LITE2.parts[0].length)
        ]


def test_a_manager_looks_too_and_leaves_the_index_to_the_owner(unseen: UnseenHub, postgres: Postgres) -> None:
    name = f"{database_name(unseen.url)}_manager"
    with connected(unseen.url) as connection:
        password = let_in(connection, name, "manager")
    url = postgres.url(database_name(unseen.url), name, password=password)
    assert embed_here(url, None, LITE2) == Embedded(photos=PHOTOS)
    assert set(sent(unseen.url, unseen.photos)) == set(unseen.photos)


def test_a_new_hub_has_the_indexes_of_the_program_s_networks(empty_database: str) -> None:
    assert main(["hub", "init", empty_database]) == 0
    with connected(empty_database) as connection:
        rows = connection.execute("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%hnsw%'").fetchall()
    assert {name for (name,) in rows} == {f"vectors_{spec.fingerprint}" for spec in available_backbones()}
