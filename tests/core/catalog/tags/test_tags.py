"""Tags in bulk, and every operation undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import products_by_ids, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.tags.tag_names import clean_tag, join_tags, split_tags
from core.catalog.tags.tags import (
    TagCount,
    TagOperationKind,
    add_tag,
    merge_tags,
    remove_tag,
    rename_tag,
    tag_counts,
    tag_operations,
    undo_tag_operation,
)
from core.errors import KnownError

State = list[tuple[str, ...]]


@pytest.fixture
def products(catalog: Catalog) -> list[int]:
    tags = [("red", "big"), ("red",), (), ("Blue",)]
    return [upsert_product(catalog, ProductDraft(f"S{n}", tags=t)).product_id for n, t in enumerate(tags)]


def state(catalog: Catalog, products: list[int]) -> State:
    return [product.tags for product in products_by_ids(catalog, products)]


def test_adding_reaches_those_that_lack_it(catalog: Catalog, products: list[int]) -> None:
    operation = add_tag(catalog, products, " RED ", who="Kim")
    assert (operation.kind, operation.tag, operation.products, operation.who) == (
        TagOperationKind.ADD,
        "RED",
        2,
        "Kim",
    )
    assert state(catalog, products) == [("big", "red"), ("red",), ("RED",), ("Blue", "RED")]
    undo_tag_operation(catalog, operation.id)
    assert state(catalog, products) == [("big", "red"), ("red",), (), ("Blue",)]


def test_removing_from_some_or_from_all(catalog: Catalog, products: list[int]) -> None:
    before = state(catalog, products)
    some = remove_tag(catalog, "red", products[:1], who="")
    assert state(catalog, products)[:2] == [("big",), ("red",)]
    every = remove_tag(catalog, "RED", who="")
    assert state(catalog, products)[:2] == [("big",), ()]
    undo_tag_operation(catalog, every.id)
    undo_tag_operation(catalog, some.id)
    assert state(catalog, products) == before


def test_renaming_and_back(catalog: Catalog, products: list[int]) -> None:
    before = state(catalog, products)
    operation = rename_tag(catalog, "red", "röd", who="")
    assert state(catalog, products)[:2] == [("big", "röd"), ("röd",)]
    assert operation.products == 2
    undo_tag_operation(catalog, operation.id)
    assert state(catalog, products) == before


def test_renaming_may_change_the_case_alone(catalog: Catalog, products: list[int]) -> None:
    operation = rename_tag(catalog, "blue", "BLUE", who="")
    assert state(catalog, products)[3] == ("BLUE",)
    undo_tag_operation(catalog, operation.id)
    assert state(catalog, products)[3] == ("Blue",)


def test_renaming_to_a_tag_that_is_there_is_refused(catalog: Catalog, products: list[int]) -> None:
    with pytest.raises(KnownError, match="merge"):
        rename_tag(catalog, "red", "Big", who="")
    assert tag_operations(catalog) == []


def test_merging_leaves_one_of_the_two_and_undo_gives_both_back(
    catalog: Catalog, products: list[int]
) -> None:
    before = state(catalog, products)
    operation = merge_tags(catalog, "red", "big", who="")
    assert state(catalog, products) == [("big",), ("big",), (), ("Blue",)]
    undo_tag_operation(catalog, operation.id)
    assert state(catalog, products) == before


def test_an_undo_happens_once_and_shows_in_the_list(catalog: Catalog, products: list[int]) -> None:
    operation = add_tag(catalog, products, "new", who="")
    assert undo_tag_operation(catalog, operation.id).undone is not None
    with pytest.raises(KnownError, match="undone already"):
        undo_tag_operation(catalog, operation.id)
    assert tag_operations(catalog)[0].undone is not None
    with pytest.raises(KnownError, match="no such change"):
        undo_tag_operation(catalog, 99)


def test_tags_that_nobody_has_cannot_be_renamed(catalog: Catalog) -> None:
    with pytest.raises(KnownError, match="No product has"):
        rename_tag(catalog, "none", "some", who="")


def test_counts_are_of_live_products(catalog: Catalog, products: list[int]) -> None:
    set_archived(catalog, products[:1])
    assert tag_counts(catalog) == [TagCount("Blue", 1), TagCount("red", 1, archived=1)]


def test_whoever_manages_tags_sees_those_that_only_archived_products_have(
    catalog: Catalog, products: list[int]
) -> None:
    set_archived(catalog, products[:1])
    every = tag_counts(catalog, also_archived=True)
    assert every == [TagCount("big", 0, archived=1), TagCount("Blue", 1), TagCount("red", 1, archived=1)]
    assert remove_tag(catalog, "big", who="").products == 1


@pytest.mark.parametrize("name", ["", "  ", "a,b", "a;b", "a|b", "x" * 256, "a\x07b"])
def test_a_name_that_would_not_survive_a_table_is_refused(name: str) -> None:
    with pytest.raises(KnownError):
        clean_tag(name)


def test_a_cell_of_tags_is_split_and_joined() -> None:
    assert split_tags("a, b;c |d\n") == ("a", "b", "c", "d")
    assert split_tags(join_tags(("two words", "x"))) == ("two words", "x")


_NAMES = st.sampled_from(["a", "A", "b", "c"])
_ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _NAMES, st.sets(st.integers(0, 2))),
        st.tuples(st.just("remove"), _NAMES, st.sets(st.integers(0, 2))),
        st.tuples(st.just("rename"), _NAMES, _NAMES),
        st.tuples(st.just("merge"), _NAMES, _NAMES),
    ),
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(_ACTIONS)
def test_undoing_everything_backwards_gives_back_every_state(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, str, object]]
) -> None:
    with Catalog(tmp_path_factory.mktemp("tags") / "catalog.db") as catalog:
        products = [upsert_product(catalog, ProductDraft(f"S{n}")).product_id for n in range(3)]
        history: list[tuple[int, State]] = []
        for kind, name, other in actions:
            before = state(catalog, products)
            try:
                if isinstance(other, set):
                    chosen = [products[place] for place in other]
                    change = (
                        add_tag(catalog, chosen, name, who="")
                        if kind == "add"
                        else remove_tag(catalog, name, chosen, who="")
                    )
                else:
                    change = (rename_tag if kind == "rename" else merge_tags)(
                        catalog, name, str(other), who=""
                    )
            except KnownError:
                assert state(catalog, products) == before
                continue
            history.append((change.id, before))
        for operation, before in reversed(history):
            undo_tag_operation(catalog, operation)
            assert state(catalog, products) == before
