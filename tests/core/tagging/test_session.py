"""Tagging a real shop group by group: what is written, what comes next, and the way back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import product_by_id
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.tags.tags import add_tag, tag_counts, tag_operations
from core.errors import KnownError
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.tagging.session import TaggingSession, start_tagging
from core.tagging.step import TaggingStep, TagScope

COLOURS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (40, 60, 200)}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four shades of each of three colours."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, (red, green, blue) in COLOURS.items():
        for shade in range(4):
            step = 6 * shade
            Image.new("RGB", (120, 120), (red + step, green + step, blue + step)).save(
                folder / f"{name} {shade}.png"
            )
    return folder


@pytest.fixture(scope="module")
def imported(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop of them; not to be changed."""
    folder = tmp_path_factory.mktemp("imported") / "shop"
    with open_shop(folder, create=True, device="cpu") as opened:
        import_entries(opened, folder_entries(pictures), who="test")
    return folder


@pytest.fixture
def shop(imported: Path, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(shutil.copytree(imported, tmp_path / "shop"), device="cpu") as opened:
        yield opened


@pytest.fixture
def session(shop: Shop) -> TaggingSession:
    return start_tagging(shop, TagScope())


def titles(step: TaggingStep) -> set[str]:
    return {member.title.split()[0] for member in step.members}


def give_all(session: TaggingSession) -> TaggingStep:
    """Give every group its colour until nothing is left."""
    step = session.step()
    while step.members:
        colour = step.members[0].title.split()[0]
        others = [m.product_id for m in step.members if not m.title.startswith(colour)]
        step = session.give([colour], others, who="Ann")
    return step


def test_a_shop_without_tags_starts_by_naming_groups(session: TaggingSession) -> None:
    step = session.step()
    assert len(titles(step)) == 1 and len(step.members) > 1
    assert step.proposals == () and step.known_tags == ()
    assert (step.tagged, step.products, step.can_undo) == (0, 12, False)
    assert all(Path(member.thumbnail).exists() for member in step.members)


def test_every_product_gets_its_tag_and_the_catalog_has_it(session: TaggingSession, shop: Shop) -> None:
    step = give_all(session)
    assert (step.tagged, step.products, step.skipped) == (12, 12, 0)
    assert {(found.tag, found.products) for found in tag_counts(shop.catalog)} == {
        ("red", 4),
        ("green", 4),
        ("blue", 4),
    }


def test_what_was_tagged_is_proposed_for_what_looks_like_it(session: TaggingSession) -> None:
    first = session.step()
    step = session.give([next(iter(titles(first)))], [first.members[0].product_id], who="Ann")
    assert step.tagged == len(first.members) - 1
    while step.members and titles(step) != titles(first):
        step = session.give([next(iter(titles(step)))], who="Ann")
    assert {member.product_id for member in step.members} == {first.members[0].product_id}
    assert step.proposals[0].tag in titles(first)


def test_undo_takes_back_tags_refusals_skips_and_splits_in_turn(session: TaggingSession, shop: Shop) -> None:
    steps = [session.step()]
    steps.append(session.give(["a", "b"], who="Ann"))
    steps.append(session.skip())
    steps.append(session.split())
    steps.append(session.refuse(["a"]))
    for earlier in reversed(steps[:-1]):
        assert session.undo() == earlier
    assert session.undo() == steps[0]
    assert tag_counts(shop.catalog) == []
    assert all(operation.undone for operation in tag_operations(shop.catalog))


def test_undo_reaches_back_across_a_new_plan(session: TaggingSession) -> None:
    """What was left out comes again in a plan of its own; taking everything back leads to the beginning."""
    first = step = session.step()
    taken = 0
    while step.members:
        step = session.give(["x"], [step.members[0].product_id] if len(step.members) > 1 else [], who="Ann")
        taken += 1
    for _ in range(taken):
        step = session.undo()
    assert step == first


def test_skipped_groups_come_again_at_the_end(session: TaggingSession) -> None:
    first = session.step()
    step = session.skip()
    assert step.skipped == len(first.members)
    while {member.product_id for member in step.members} != {m.product_id for m in first.members}:
        step = session.give(["x"], who="Ann")
    assert step.skipped == 0 and step.tagged == 12 - len(first.members)


def test_a_category_and_a_single_tag_can_be_gone_through(shop: Shop, session: TaggingSession) -> None:
    red = [m.product_id for m in session.step().members]
    add_tag(shop.catalog, red[:2], "sale", who="Ann")
    whole = start_tagging(shop, TagScope(without="sale")).step()
    assert (whole.tagged, whole.products) == (2, 12)
    assert {proposal.tag for proposal in whole.proposals} <= {"sale"}
    # The most likely ones first: the two that look like those on sale.
    assert set(red[2:]) <= {member.product_id for member in whole.members}
    for product_id in red:
        product = product_by_id(shop.catalog, product_id)
        assert product is not None
        upsert_product(shop.catalog, ProductDraft(product.sku, category="Warm"))
    warm = start_tagging(shop, TagScope(category="Warm"))
    assert (warm.step().tagged, warm.step().products) == (2, 4)


def test_a_tag_keeps_the_spelling_that_the_shop_has(session: TaggingSession, shop: Shop) -> None:
    session.give(["Rot"], who="Ann")
    session.give(["rot", "ROT"], who="Ann")
    assert [found.tag for found in tag_counts(shop.catalog)] == ["Rot"]


def test_a_name_that_is_none_is_refused_and_nothing_is_written(session: TaggingSession, shop: Shop) -> None:
    before = session.step()
    with pytest.raises(KnownError, match="too long"):
        session.give(["fine", "x" * 300], who="Ann")
    assert tag_counts(shop.catalog) == []
    assert session.step() == before


def test_a_shop_that_is_only_read_says_so(shop: Shop) -> None:
    with open_shop(shop.folder, write=False) as reader:
        session = start_tagging(reader, TagScope())
        assert session.step().members
        with pytest.raises(KnownError, match="only be read"):
            session.give(["a"], who="Ann")


def test_products_without_photos_are_tagged_too(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("NO-PHOTO", title="voucher"))
    session = start_tagging(shop, TagScope())
    seen: list[str] = []
    step = session.step()
    while step.members:
        seen += [member.title for member in step.members]
        step = session.give(["x"], who="Ann")
    assert "voucher" in seen and step.tagged == 13


def test_products_that_are_removed_meanwhile_are_passed_over(shop: Shop, session: TaggingSession) -> None:
    gone = [member.product_id for member in session.step().members]
    with shop.catalog.transaction() as db:
        for product_id in gone:
            assert photos_of_product(shop.catalog, product_id)
            db.execute("DELETE FROM products WHERE id = ?", [product_id])
    step = session.step()
    assert step.members and not {member.product_id for member in step.members} & set(gone)
    assert give_all(session).members == ()
