"""Lessons through the hub: learned of all stores or in one, offered with what they saw, proven where used."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest
from numpy.typing import NDArray

from core.embedding.networks.efficientnet_lite import LITE2
from core.errors import KnownError
from core.hub.connection import connected
from core.hub.lessons.learning import gathered_examples, kept_for_the_stores, teach_hub_lesson
from core.hub.lessons.offer import Offer, make_offer, offers_on_hub
from core.hub.lessons.trying import offer_own_lesson, try_offers
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.table import SentVector, make_network_known, send_vectors
from core.learning.examples import shop_examples, stamp_of
from core.learning.proof import LEAST_HELD_OUT
from core.learning.quick import teach_quick_lesson
from core.models.projection import Projection
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.__main__ import main
from tests.core.hub.lessons.offers import offer_of
from tests.core.hub.tills import joined_till
from tests.core.hub.told import Store
from tests.painted_shop import make_shop

PRODUCTS, PHOTOS = 12, 10


@pytest.fixture
def connection(hub: str) -> Iterator["psycopg.Connection[Any]"]:
    with connected(hub) as found:
        speak_halfvec(found)
        make_network_known(found, LITE2)
        yield found


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(make_shop(tmp_path / "shop"), device="cpu") as opened:
        yield opened


def vectors_of_two_stores(random: np.random.Generator) -> NDArray[np.float16]:
    """(products, photos, dim): what tells products apart is small beside what light does to all."""
    products = np.zeros((PRODUCTS, 1, LITE2.dim))
    products[:, 0, :40] = random.standard_normal((PRODUCTS, 40)) / 4
    light = random.standard_normal((PRODUCTS, PHOTOS, 3)) @ random.standard_normal((3, LITE2.dim)) / 4
    noise = random.standard_normal((PRODUCTS, PHOTOS, LITE2.dim)) / 50
    return np.asarray(4 + products + light + noise, np.float16)


def label(connection: "psycopg.Connection[Any]") -> dict[str, NDArray[np.float16]]:
    """Two stores label photos, one of them per product from a catalog; what is on the hub then, by photo."""
    numbers = vectors_of_two_stores(np.random.default_rng(3))
    stores = [Store(connection, name) for name in ("Main", "Side")]
    told = {}
    with connection.transaction():
        for product in range(PRODUCTS):
            uid = stores[0].makes(f"P{product}")
            for place in range(PHOTOS):
                photo = f"{product * 100 + place:05x}".ljust(64, "0")
                stores[place % 2].shows(uid, photo, "counter" if place else "catalog")
                told[photo] = numbers[product, place]
        sent = [SentVector(photo, 1, vector) for photo, vector in told.items()]
        send_vectors(connection, LITE2.fingerprint, sent)
    return told


def test_what_all_stores_labelled_is_gathered_with_whose_photo_it_is(
    connection: "psycopg.Connection[Any]",
) -> None:
    told = label(connection)
    store = Store(connection, "Main")
    twice, first = store.makes("TWICE"), next(iter(told))
    store.shows(twice, first)  # a photo of two products teaches nothing
    examples = gathered_examples(connection, LITE2)
    assert sorted(examples.stamps.tolist()) == sorted(stamp_of(photo) for photo in told if photo != first)
    by_stamp = {stamp_of(photo): vector for photo, vector in told.items()}
    for row, stamp in enumerate(examples.stamps.tolist()):
        np.testing.assert_array_equal(examples.vectors[row], by_stamp[stamp].astype(np.float32))
    assert len(np.unique(examples.products)) == PRODUCTS
    assert examples.counter.sum() == PRODUCTS * (PHOTOS - 1)


def test_a_lesson_of_all_stores_is_offered_and_never_saw_a_fifth_of_the_photos_from_shops(
    connection: "psycopg.Connection[Any]",
) -> None:
    label(connection)
    lesson = teach_hub_lesson(connection, LITE2)
    assert (lesson.stores, lesson.products, lesson.photos) == (2, PRODUCTS, PRODUCTS * PHOTOS)
    assert lesson.proof.promoted and lesson.proof.held_out == PRODUCTS * (PHOTOS - 1)
    (offer,) = offers_on_hub(connection, LITE2)
    assert (offer.digest, offer.store) == (lesson.digest, None)
    examples = gathered_examples(connection, LITE2)
    kept = kept_for_the_stores(examples)
    assert 0.1 < kept.sum() / examples.counter.sum() < 0.4
    assert not np.isin(examples.stamps[kept], offer.learned_from).any()
    assert set(offer.learned_from.tolist()) == set(examples.stamps[~kept].tolist())


def test_without_anything_labelled_there_is_a_sentence(connection: "psycopg.Connection[Any]") -> None:
    with pytest.raises(KnownError, match="too little"):
        teach_hub_lesson(connection, LITE2)


def test_an_offer_comes_back_as_it_was_made_and_once(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Side")
    offer = offer_of(shop, 2)
    assert make_offer(connection, offer) and not make_offer(connection, offer)
    (found,) = offers_on_hub(connection, shop.spec)
    assert found.digest == offer.digest and found.projection.fingerprint == offer.projection.fingerprint
    assert (found.store, found.examples, found.held_out) == ("Side", offer.examples, 50)
    assert (found.before_top1, found.after_top1, found.gain_interval) == (0.5, 0.75, (0.125, 0.25))


def test_a_store_examines_an_offer_on_its_photos_that_it_did_not_learn_from_and_only_once(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Side")
    offer = offer_of(shop, 2)  # a catalog photo and one from the shop
    make_offer(connection, offer)
    (lesson,) = try_offers(shop, connection)
    assert (lesson.version, lesson.kind, lesson.held_out) == ("0001-hub", "hub", 6 * 4)
    assert lesson.gain_interval is not None
    assert lesson.promoted == (lesson.gain_interval[0] > 0)
    assert shop.model.version == ("0001-hub" if lesson.promoted else None)
    assert shop.models.load("0001-hub").fingerprint == offer.projection.fingerprint
    assert shop.models.learned_from("0001-hub").tolist() == offer.learned_from.tolist()
    assert try_offers(shop, connection) == []


def test_a_lesson_that_harms_here_is_rejected_whatever_its_proof_says(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Side")
    matrix = np.random.default_rng(0).standard_normal((shop.spec.dim, 1)).astype(np.float32)
    nonsense = Projection(shop.spec.fingerprint, shop.spec.parts, np.zeros(shop.spec.dim, np.float32), matrix)
    nothing = np.empty(0, np.int64)
    make_offer(connection, Offer("Side", nonsense, nothing, 9, 900, 0.1, 1.0, (0.8, 0.95)))
    (lesson,) = try_offers(shop, connection)
    assert not lesson.promoted and lesson.after_top1 is not None and lesson.before_top1 is not None
    assert lesson.after_top1 < lesson.before_top1 and shop.model.version is None


def test_where_too_few_photos_could_prove_it_an_offer_waits(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Side")
    offer = offer_of(shop, 4)
    unseen = int((~np.isin(shop_examples(shop).stamps, offer.learned_from)).sum())
    assert unseen < LEAST_HELD_OUT
    make_offer(connection, offer)
    assert try_offers(shop, connection) == [] and shop.models.lessons() == []


def test_the_lesson_in_use_is_offered_and_one_that_came_from_the_hub_is_not_sent_back(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Main")
    assert not offer_own_lesson(shop, connection, "Main")  # nothing was learned
    shop.searched_by.use_lesson(teach_quick_lesson(shop).version)
    assert offer_own_lesson(shop, connection, "Main") and not offer_own_lesson(shop, connection, "Main")
    (offer,) = offers_on_hub(connection, shop.spec)
    assert (offer.store, offer.projection.fingerprint) == ("Main", shop.model.fingerprint)
    assert try_offers(shop, connection) == []  # it is known here


@pytest.mark.parametrize("part", ["mean", "matrix", "learned_from"])
def test_an_offer_whose_numbers_do_not_fit_is_left_out(
    connection: "psycopg.Connection[Any]", shop: Shop, part: str
) -> None:
    Store(connection, "Side")
    make_offer(connection, offer_of(shop, 2))
    cut = psycopg.sql.SQL(
        "UPDATE lessons SET {part} = substr({part}, 2),"
        " digest = encode(sha256(CASE %s WHEN 'mean' THEN substr(mean, 2) || matrix || learned_from"
        " WHEN 'matrix' THEN mean || substr(matrix, 2) || learned_from"
        " ELSE mean || matrix || substr(learned_from, 2) END), 'hex')"
    ).format(part=psycopg.sql.Identifier(part))
    connection.execute(cut, [part])
    assert offers_on_hub(connection, shop.spec) == []


def test_numbers_that_are_not_those_of_the_digest_are_refused_by_the_hub(
    connection: "psycopg.Connection[Any]", shop: Shop
) -> None:
    Store(connection, "Side")
    make_offer(connection, offer_of(shop, 2))
    with pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE lessons SET mean = mean || mean")


def test_learning_offers_the_lesson_to_the_others_and_examines_theirs(
    tmp_path: Path, manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_shop(tmp_path / "side")
    with joined_till(folder, manager, "Side") as shop, connected(manager) as connection:
        speak_halfvec(connection)
        make_network_known(connection, shop.spec)
        connection.execute("INSERT INTO stores (name) VALUES ('Main')")
        make_offer(connection, replace(offer_of(shop, 2), store="Main"))
    capsys.readouterr()
    assert main(["--shop", str(folder), "learn", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    (other,) = document["of_others"]
    assert (other["lesson"], other["kind"], other["held_out"]) == ("0002-hub", "hub", 6 * 4)
    with connected(manager) as connection:
        stores = {offer.store for offer in offers_on_hub(connection, LITE2)}
    assert stores == ({"Main", "Side"} if document["promoted"] else {"Main"})
