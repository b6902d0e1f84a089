"""The label's word: it settles between packages that only their writing tells apart."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.catalog.photos.counter_writing import store_counter_writing
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo
from core.embedding.measures import Measure
from core.feedback import NOTHING_SAID
from core.ingest.folder import folder_entries
from core.ingest.label_reading import read_labels
from core.ingest.product_import import import_entries
from core.label.same_writing import PlacedText
from core.search.answering import answer
from core.search.nearest import nearest_to_seen
from core.search.see import see
from core.search.witnesses.label import LABEL, QueryLabel
from core.search.witnesses.print import PRINT
from core.search.witnesses.text_image import TEXT_IMAGE
from core.search.witnesses.witness import Case
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.label.written import package

FLAVOURS = ("Vanilla", "Strawberry", "Blueberry", "Natural")


def held_up(image: Image.Image) -> Image.Image:
    """A package on the counter, a little askew, smaller, under another light."""
    counter = Image.new("RGB", (700, 560), (92, 84, 71))
    turned = image.resize((480, 360)).rotate(6, expand=True, fillcolor=(92, 84, 71))
    counter.paste(turned, (110, 80))
    return counter.point([min(255, round(0.85 * value + 12)) for value in range(256)] * 3)


@pytest.fixture(scope="module")
def imported_yoghurts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of four packages, their words not read; not to be changed."""
    folder = tmp_path_factory.mktemp("yoghurts")
    (folder / "pictures").mkdir()
    for number, flavour in enumerate(FLAVOURS):
        package("Yoggi", flavour).save(folder / "pictures" / f"{number}.png")
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
    return folder / "shop"


@pytest.fixture(scope="module")
def read_yoghurts(imported_yoghurts: Path) -> Path:
    """That shop, its words read; not to be changed."""
    folder = Path(shutil.copytree(imported_yoghurts, imported_yoghurts.with_name("read")))
    with open_shop(folder, device="cpu") as shop:
        read_labels(shop)
    return folder


@pytest.fixture
def unread(imported_yoghurts: Path, tmp_path: Path) -> Iterator[Shop]:
    """The shop before any label was read."""
    with open_shop(shutil.copytree(imported_yoghurts, tmp_path / "yoghurts"), device="cpu") as shop:
        yield shop


@pytest.fixture
def yoghurts(read_yoghurts: Path, tmp_path: Path) -> Iterator[Shop]:
    """Four packages; their titles are numbers, so that their photos alone say what they are."""
    with open_shop(shutil.copytree(read_yoghurts, tmp_path / "yoghurts"), device="cpu") as shop:
        yield shop


def ids_of(shop: Shop) -> list[int]:
    """The products in the order of their SKUs, which are numbers."""
    return [row[0] for row in shop.catalog.db.execute("SELECT id FROM products ORDER BY sku").fetchall()]


def title_all(shop: Shop) -> None:
    """Give each the title that a merchant's table has."""
    with shop.catalog.transaction() as db:
        for number, flavour in enumerate(FLAVOURS):
            db.execute("UPDATE products SET title = ? WHERE sku = ?", [f"Yoggi {flavour}", str(number)])


def test_titles_and_the_words_read_on_the_catalog_photos_settle_which_flavour_it_is(yoghurts: Shop) -> None:
    title_all(yoghurts)
    for number, flavour in enumerate(FLAVOURS):
        found = ask(yoghurts, held_up(package("Yoggi", flavour)), without={"print"})
        assert found.results[0].sku == str(number)
        assert [str(sentence) for sentence in found.results[0].why] == [f"the label says {flavour}"]
        assert not any(result.why for result in found.results[1:]), "the others say another flavour"


def test_where_no_title_says_it_the_words_read_on_the_catalog_photo_speak_for_it(yoghurts: Shop) -> None:
    for number, flavour in enumerate(FLAVOURS):
        seen = see(yoghurts, [held_up(package("Yoggi", flavour))])
        sure, plain = (
            {
                result.sku: result.confidence
                for result in answer(yoghurts, seen, without={"print", *others}).results
            }
            for others in ((), ("label",))
        )
        assert sure[str(number)] > 1.5 * plain[str(number)]
        assert all(sure[sku] <= plain[sku] for sku in sure if sku != str(number))


def test_it_counts_for_less_between_products_that_are_known_by_counter_photos(yoghurts: Shop) -> None:
    seen = see(yoghurts, [held_up(package("Yoggi", FLAVOURS[0]))])
    alone = answer(yoghurts, seen, without={"print"}).heard
    with yoghurts.catalog.transaction() as db:
        db.execute("UPDATE photos SET kind = 'counter'")
    beside = answer(yoghurts, seen, without={"print"}).heard
    assert alone is not None and beside is not None
    said, says = (np.abs(heard.odds["label"]).max() for heard in (alone, beside))
    assert 0 < says < said / 2


def test_the_writing_on_counter_photos_settles_it_though_no_title_or_catalog_photo_says_it(
    yoghurts: Shop,
) -> None:
    kept = {
        key: [PlacedText("Yoggi", 0.5, 0.4), PlacedText(f"{flavour} 2%", 0.5, 0.6)]
        for key, flavour in zip(ids_of(yoghurts), ("Banana", "Blueberry", "Vanilla", "Cherry"), strict=True)
    }
    seen = see(yoghurts, [held_up(package("Yoggi", "Cherry 2%"))])
    before = answer(yoghurts, seen, without={"print"}).heard
    for number, product_id in enumerate(ids_of(yoghurts)):
        file = PhotoFile(f"{number:064x}", 600, 450)
        added = add_photo(yoghurts.catalog, product_id, file, kind=PhotoKind.COUNTER).photo
        store_counter_writing(yoghurts.catalog, added.id, yoghurts.label_reader.name, kept[product_id])
    found = answer(yoghurts, seen, without={"print"})
    after = found.heard
    assert before is not None and after is not None
    assert found.results[0].sku == "3"
    assert [str(why) for why in found.results[0].why] == ["the same writing as on its photos"]
    assert not any(result.why for result in found.results[1:])
    assert after.odds["label"].max() == 0, "what speaks for one speaks against the others"
    gained = after.odds["label"] - before.odds["label"]
    assert gained.argmax() == list(after.products).index(ids_of(yoghurts)[3])


def test_counter_photos_on_which_nothing_was_read_speak_neither_for_nor_against_a_product(
    yoghurts: Shop,
) -> None:
    seen = see(yoghurts, [held_up(package("Yoggi", "Cherry 2%"))])
    texts = {"0": "Banana 5%", "1": "Vanilla", "2": "", "3": "Cherry 2%"}
    for number, (key, text) in enumerate(zip(ids_of(yoghurts), texts.values(), strict=True)):
        file = PhotoFile(f"{number:064x}", 600, 450)
        added = add_photo(yoghurts.catalog, key, file, kind=PhotoKind.COUNTER).photo
        read = [PlacedText(text, 0.5, 0.5)] if text else []
        store_counter_writing(yoghurts.catalog, added.id, yoghurts.label_reader.name, read)
    heard = answer(yoghurts, seen, without={"print"}).heard
    assert heard is not None
    said = dict(zip(heard.products.tolist(), heard.odds["label"].tolist(), strict=True))
    banana, vanilla, unread, cherry = (said[key] for key in ids_of(yoghurts))
    assert max(banana, vanilla) < unread < cherry


def test_without_it_and_again_under_the_same_picture(yoghurts: Shop) -> None:
    seen = see(yoghurts, [held_up(package("Yoggi", "Blueberry"))])
    with_, again = (answer(yoghurts, seen) for _ in range(2))
    assert [result.confidence for result in with_.results] == pytest.approx(
        [result.confidence for result in again.results]
    )
    without = answer(yoghurts, seen, without={"label"})
    assert all(not str(why).startswith("the label") for one in without.results for why in one.why)
    first = with_.results[0]
    assert first.confidence > {one.sku: one.confidence for one in without.results}[first.sku]


def test_a_title_counts_before_any_photo_was_read(unread: Shop) -> None:
    title_all(unread)
    for number, flavour in enumerate(FLAVOURS):
        found = ask(unread, held_up(package("Yoggi", flavour)), without={"print"})
        assert found.results[0].sku == str(number)


def test_among_what_has_nothing_written_on_it_nothing_is_read(shop: Shop, blue_ball: Path) -> None:
    read_labels(shop)
    seen = see(shop, [blue_ball])
    answer(shop, seen)
    label = seen.pictures[0].label
    assert isinstance(label, QueryLabel)
    assert label._image is not None, "the label was read"


def test_without_its_networks_the_others_answer(
    yoghurts: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = yoghurts.folder
    yoghurts.close()
    monkeypatch.setattr("core.embedding.runtimes.network_file.resources", lambda: tmp_path)
    with open_shop(folder, device="cpu") as shop:
        found = ask(shop, held_up(package("Yoggi", "Natural")))
        assert len(found.results) == len(FLAVOURS)
        assert not any(str(why).startswith("the label") for one in found.results for why in one.why)


def case_of(shop: Shop, image: Image.Image) -> Case:
    """What the label is asked about where the shop is asked what is on ``image``."""
    seen = see(shop, [image])
    vectors = np.stack([picture.vector for picture in seen.pictures])
    groups = nearest_to_seen(shop, shop.model, vectors, NOTHING_SAID, None, 10, Measure.COSINE)
    return Case(shop, shop.model, Measure.COSINE, seen, "", NOTHING_SAID, groups)


def test_it_may_settle_what_is_in_doubt_between_products_with_something_written_on_them(
    yoghurts: Shop,
) -> None:
    case = case_of(yoghurts, held_up(package("Yoggi", "Natural")))
    assert LABEL.can_settle is not None
    doubtful, sure = np.array([0.6, 0.3, 0.01, 0.01]), np.array([0.96, 0.02, 0.01, 0.01])
    nothing_like_it = np.array([0.3, 0.02, 0.01, 0.01])
    assert LABEL.can_settle(case, doubtful, ())
    assert not LABEL.can_settle(case, doubtful, [PRINT.name]), "the print may settle it sooner"
    assert LABEL.can_settle(case, doubtful, [TEXT_IMAGE.name]), "what is no print settles no print"
    assert not LABEL.can_settle(case, sure, ()), "no other is likely"
    assert not LABEL.can_settle(case, nothing_like_it, ()), "in doubt is that it is any of them"
    with yoghurts.catalog.transaction() as db:
        for group in case.candidates[:2]:
            db.execute("DELETE FROM label_lines WHERE photo_id = ?", [group.best.photo_id])
    case = replace(case)  # what was read on the products is looked up once a case
    assert not LABEL.can_settle(case, doubtful, ()), "nothing is written on what may be meant"
    some_written = np.array([0.6, 0.3, 0.03, 0.03])
    assert LABEL.can_settle(case, some_written, ())
    assert LABEL.can_settle(case, some_written, [PRINT.name]), "what has no writing on it has no print either"


def test_what_was_read_on_the_products_is_looked_up_once(yoghurts: Shop) -> None:
    case = case_of(yoghurts, held_up(package("Yoggi", "Natural")))
    asked: list[str] = []
    assert LABEL.can_settle is not None
    with yoghurts.catalog.db.tracer(lambda sql, _values: asked.append(sql)):
        assert LABEL.can_settle(case, np.array([0.6, 0.3, 0.01, 0.01]), ())
        assert LABEL.says(case).why
    assert sum("JOIN label_readings" in sql for sql in asked) == 1


def test_where_the_print_leaves_no_doubt_nothing_is_read(yoghurts: Shop) -> None:
    seen = see(yoghurts, [package("Yoggi", "Natural")])
    found = answer(yoghurts, seen)
    assert found.results[0].sku == str(FLAVOURS.index("Natural"))
    assert [str(why) for why in found.results[0].why] == ["the same print"]
    label = seen.pictures[0].label
    assert isinstance(label, QueryLabel)
    assert label._image is not None, "the label was read"
    answer(yoghurts, seen, without={"print"})
    assert label._image is None, "the label was not read, though likeness leaves a doubt"
