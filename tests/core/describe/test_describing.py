"""What is said of photos: colours and patterns of the product, not of its ground; kept, found, forgotten."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.lists.text_search import Why, find_text
from core.catalog.photos.photos import photos_of_product
from core.catalog.photos.seen_words import photos_to_describe, seen_on_products
from core.catalog.tags.tags import add_tag
from core.describe.describing import describe_in_advance, describe_photos, look_words
from core.describe.proposals import described_tags
from core.errors import Cancelled
from core.ingest.shop_edits import remove_picture
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.tagging.session import start_tagging
from core.tagging.step import TagScope
from tests.core.describe.goods import checked, dotted, striped, thing

RED, BLUE, GREEN, WHITE, BLACK = (200, 30, 40), (40, 70, 190), (40, 150, 70), (250, 250, 250), (18, 18, 20)
YELLOW, ORANGE, PURPLE, PINK, BROWN = (
    (240, 210, 40),
    (240, 130, 30),
    (120, 50, 160),
    (244, 150, 190),
    (110, 66, 36),
)


@pytest.fixture(scope="module")
def described_folder(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop whose photos were described; not to be changed."""
    folder = Path(shutil.copytree(imported / "shop", tmp_path_factory.mktemp("described") / "shop"))
    with open_shop(folder, device="cpu") as shop:
        assert describe_photos(shop) == 4
    return folder


@pytest.fixture
def described(described_folder: Path, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(Path(shutil.copytree(described_folder, tmp_path / "shop")), device="cpu") as shop:
        yield shop


def titled(shop: Shop, title: str) -> int:
    return int(shop.catalog.db.execute("SELECT id FROM products WHERE title = ?", [title]).fetchone()[0])


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        (RED, "red"), (BLUE, "blue"), (GREEN, "green"), (BLACK, "black"), (YELLOW, "yellow"),
        (ORANGE, "orange"), (PURPLE, "purple"), (PINK, "pink"), (BROWN, "brown"),
    ],
)  # fmt: skip
def test_a_colour_is_named_as_people_name_it_and_the_ground_is_not(
    colour: tuple[int, int, int], name: str
) -> None:
    words = look_words(thing(colour))
    assert words[f"colour:{name}"] == 1
    assert words["pattern:plain"] > 0.9
    assert "colour:white" not in words


def test_the_ground_may_be_coloured() -> None:
    words = look_words(thing(RED, ground=(60, 120, 90)))
    assert words["colour:red"] == 1
    assert "colour:green" not in words


@pytest.mark.parametrize(("drawn", "name"), [(striped, "striped"), (checked, "checked"), (dotted, "dotted")])
def test_a_pattern_is_told_with_both_its_colours(drawn: Callable[..., Image.Image], name: str) -> None:
    words = look_words(drawn(BLUE, YELLOW))
    assert [word for word in words if word.startswith("pattern:")] == [f"pattern:{name}"]
    assert words["colour:blue"] > 0.5
    assert words["colour:yellow"] > 0.2


def test_an_empty_picture_says_nothing() -> None:
    assert look_words(Image.new("RGB", (200, 200), WHITE)) == {}


def test_what_no_title_says_is_found_in_both_languages(described: Shop) -> None:
    blue = titled(described, "blue ball")
    with described.catalog.transaction() as db:
        db.execute("UPDATE products SET title = 'Thing', sku = 'N' || id")
    for text in ("blue thing", "blue things", "蓝色 thing", "蓝色"):
        hits = find_text(described.catalog, text).hits
        assert [(hit.product_id, hit.why) for hit in hits] == [(blue, Why.SEEN)], text
    assert find_text(described.catalog, "purple thing").hits == []


def test_what_people_wrote_comes_before_what_is_seen(described: Shop) -> None:
    blue, green = titled(described, "blue ball"), titled(described, "green box")
    add_tag(described.catalog, [green], "navy", who="test")
    with described.catalog.transaction() as db:
        db.execute("UPDATE products SET title = 'Ball', sku = 'N' || id WHERE id = ?", [blue])
    hits = find_text(described.catalog, "navy").hits
    assert (hits[0].product_id, hits[0].why) == (green, Why.WORDS)
    assert all(hit.why is Why.SEEN for hit in hits[1:])


def test_each_photo_is_described_once_and_a_stop_keeps_what_was_done(shop: Shop) -> None:
    def stop(progress: Progress) -> bool:
        return progress.done < 1

    with pytest.raises(Cancelled):
        describe_photos(shop, stop)
    assert sum(1 for _ in describe_in_advance(shop)) == 3
    assert describe_photos(shop) == 0
    assert len(photos_to_describe(shop.catalog, "another maker")) == 4


def test_words_go_with_their_photo(described: Shop) -> None:
    blue = titled(described, "blue ball")
    (photo,) = photos_of_product(described.catalog, blue)
    assert seen_on_products(described.catalog, [blue])[blue]["colour:blue"] > 0.5
    remove_picture(described, blue, photo.sha256, who="test")
    assert seen_on_products(described.catalog, [blue]) == {}


def test_tags_are_proposed_in_the_shops_own_spelling_or_in_the_users_language(described: Shop) -> None:
    blue = titled(described, "blue ball")
    assert "blue" in described_tags(described, [blue], [], "en")
    assert "蓝色" in described_tags(described, [blue], [], "zh_CN")
    assert "Blue" in described_tags(described, [blue], ["Blue"], "zh_CN")


def test_who_tags_is_proposed_what_is_seen_before_anybody_has_given_a_tag(described: Shop) -> None:
    session = start_tagging(described, TagScope(), language="zh_CN")
    names = {"red": "红色", "green": "绿色", "blue": "蓝色", "yellow": "黄色"}
    step = session.step()
    while len(step.members) > 1:
        step = session.split()
    name = names[step.members[0].title.split()[0]]
    assert name in [proposal.tag for proposal in step.proposals]
    assert name not in [proposal.tag for proposal in session.refuse([name]).proposals]
