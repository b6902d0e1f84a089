"""A photo that ends the look at it, or at which it hangs, costs itself alone, and waits for a person."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.catalog.moderation.findings import findings_of
from core.catalog.photos.label_words import photos_to_read
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.upsert import ProductDraft
from core.errors import KnownError
from core.finding import FindingKind
from core.ingest.shop_edits import NewPicture, add_product
from core.moderation.apart import MOST_DEATHS, PATIENCE, Look
from core.moderation.keeping import Kept, SeenApart, look_and_keep, looking, photos_waiting
from core.moderation.looking import moderated
from core.moderation.waiting import products_that_wait
from core.moderation.writing.word_lists import add_words
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import carton
from tests.core.moderation.deadly import deadly, mark
from tests.core.moderation.pasted import with_code

ITSELF = "This photo could not be looked at by the program. Look at it yourself."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("apart")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        for number in range(6):
            image = with_code("https://example.com/buy") if number == 5 else carton(number)
            add_product(shop, ProductDraft(str(number)), [NewPicture(str(number), image=image)], who="Kim")
    return folder / "shop"


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(shutil.copytree(made, tmp_path / "shop"), device="cpu") as shop:
        yield shop


def photo(shop: Shop, number: int) -> str:
    (product,) = shop.catalog.db.execute("SELECT id FROM products WHERE sku = ?", [str(number)]).fetchone()
    return photos_of_product(shop.catalog, product)[0].sha256


def kept(
    shop: Shop,
    hashes: list[str],
    using: Callable[[Shop], Look[SeenApart]] = looking,
    patience: float = PATIENCE,
) -> list[Kept]:
    looked = look_and_keep(shop, hashes, using=using, patience=patience)
    return [one for one in looked if one is not None]


def test_where_it_ends_one_photo_is_lost_and_waits_for_a_person(shop: Shop) -> None:
    dead, bad, good = photo(shop, 0), photo(shop, 2), photo(shop, 5)
    mark(shop, dead, "ends")
    mark(shop, bad, "cannot be opened")
    told = kept(shop, [dead, bad, good], deadly)
    assert [(one.sha256, str(one.problem or "")) for one in told] == [
        (dead, ""),
        (bad, "Damaged."),
        (good, ""),
    ]
    (finding,) = moderated(shop, [dead])[0].open_findings
    assert (finding.kind, str(finding.text), finding.score) == (FindingKind.UNSEEN, ITSELF, 1.0)
    assert FindingKind.CODE in {one.kind for one in findings_of(shop.catalog, [good])[good]}
    assert len(products_that_wait(shop.catalog)) == 2


def test_no_machine_looks_at_a_lost_photo_again_also_for_a_new_word_but_the_next_version_does(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead, good = photo(shop, 0), photo(shop, 5)
    mark(shop, dead, "ends")
    kept(shop, [dead, good], deadly)
    assert not {dead, good}.intersection(photos_waiting(shop))
    add_words(shop.catalog, "zh", ["shopkeeper"])
    assert dead not in photos_waiting(shop) and good in photos_waiting(shop)
    monkeypatch.setattr("core.moderation.keeping.program_version", lambda: "next")
    assert dead in photos_waiting(shop)
    kept(shop, [dead])
    assert dead not in photos_waiting(shop) and moderated(shop, [dead])[0].findings == ()


def test_where_it_hangs_it_is_ended_and_the_next_photo_is_looked_at(shop: Shop) -> None:
    hanging, after = photo(shop, 1), photo(shop, 3)
    mark(shop, hanging, "hangs")
    mark(shop, after, "nothing")
    # The patience is that with the next photo, too, which a busy machine must not lose.
    assert [one.sha256 for one in kept(shop, [hanging, after], deadly, patience=10)] == [hanging, after]
    assert [len(one.findings) for one in moderated(shop, [hanging, after])] == [1, 0]


def test_what_was_read_is_kept_for_the_text_search(shop: Shop) -> None:
    before = photos_to_read(shop.catalog, shop.label_reader.name).tolist()
    kept(shop, [photo(shop, 5)])
    assert len(photos_to_read(shop.catalog, shop.label_reader.name)) == len(before) - 1


@pytest.mark.long
def test_where_it_ends_again_and_again_it_is_given_up(shop: Shop) -> None:
    asked = [photo(shop, number) for number in range(MOST_DEATHS + 2)]
    for sha256 in asked:
        mark(shop, sha256, "ends")
    with pytest.raises(KnownError, match="ended unexpectedly 4 times and was given up"):
        kept(shop, asked, deadly)
    assert asked[-1] in photos_waiting(shop)
