"""Several rows, one product: what its variants are called, and what any of its rows tells."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.parse import parse_table
from core.catalog.tables.profiles.variants import MadeSkus, says_all
from core.quantities.quantity import whole


def drafts(folder: Path, text: str) -> dict[str, ProductDraft]:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    table = parse_table(path)
    assert table.skipped == ()
    return {row.draft.sku: row.draft for row in table.rows}


def test_a_group_is_told_of_by_whichever_of_its_rows_has_it(tmp_path: Path) -> None:
    """Merchants sort such tables in a spreadsheet."""
    found = drafts(
        tmp_path,
        "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,"
        "Variant Inventory Qty,Variant Price,Variant Grams,Image Src,Status\n"
        "mug,,,,,,,Blue,MUG-B,7,9.90,,,\n"
        'mug,Mug,<p>Stoneware</p>,Potter,Kitchen,"gift, new",Colour,Red,MUG-R,12,9.90,300,,active\n'
        "bowl,Bowl,,Potter,Kitchen,,Title,Default Title,,3,5,,,draft\n"
        "mug,,,,,late,,,,,,,,\n",
    )
    blue = found["MUG-B"]
    assert (blue.title, blue.category, blue.brand, blue.description) == (
        "Mug – Blue",
        "Kitchen",
        "Potter",
        "Stoneware",
    )
    assert (blue.archived, blue.stock, blue.extra) == (False, whole(7), None)
    assert blue.tags == found["MUG-R"].tags == ("gift", "new", "late")
    assert found["bowl"].archived


def test_signs_keep_the_skus_apart_that_we_make(tmp_path: Path) -> None:
    found = drafts(
        tmp_path,
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
        "glasses,Glasses,Strength,+1.00,,19\nglasses,,,-1.00,,19\nglasses,,,+2.00,,19\nglasses,,,−2.00,,19\n",
    )
    assert [draft.title for draft in found.values()] == [
        "Glasses – +1.00",
        "Glasses – -1.00",
        "Glasses – +2.00",
        "Glasses – −2.00",
    ]
    assert list(found) == [
        "glasses-plus-1-00",
        "glasses-minus-1-00",
        "glasses-plus-2-00",
        "glasses-minus-2-00",
    ]


@given(st.lists(st.tuples(st.text(alphabet="aA1½+-−/.,% <>#°", max_size=5)), unique=True, max_size=12))
def test_no_two_variants_are_given_one_sku_and_each_gets_it_again(options: list[tuple[str]]) -> None:
    def made(order: Iterable[tuple[str]]) -> list[str]:
        skus = MadeSkus("mug")
        return [skus.of(values) for values in order]

    first = made(options)
    assert len(set(first)) == len(options)
    assert made(options) == first


def test_a_variation_is_called_by_every_option(tmp_path: Path) -> None:
    """WooCommerce leaves attributes out of the name from three on, or of two words."""
    head = "ID,Type,SKU,Name,Published,Stock,Regular price,Parent"
    attributes = ",".join(f"Attribute {n} name,Attribute {n} value(s)" for n in (1, 2, 3))
    found = drafts(
        tmp_path,
        f"{head},{attributes}\n"
        '1,variable,SHIRT,Shirt,1,,,,Colour,"Red, Blue",Size,"S, M",Fit,"Slim, Wide"\n'
        "2,variation,,Shirt,1,4,19,id:1,Colour,Red,Size,S,Fit,Slim\n"
        "3,variation,,Shirt,1,4,19,id:1,Colour,Red,Size,S,Fit,Wide\n"
        '4,variation,S-BM,"Shirt - Blue, M",1,4,19,SHIRT,Colour,Blue,Size,M,Fit,Wide\n'
        "5,variation,S-ALL,Shirt - Slim Blue S,1,4,19,SHIRT,Colour,Blue,Size,S,Fit,Slim\n"
        "6,variation,ORPH,Cap - XL,1,2,9,id:99,Size,XL,Colour,Red,,\n"
        "7,variation,ANY,Shirt,1,2,9,id:1,Colour,,Size,,Fit,\n",
    )
    assert {sku: draft.title for sku, draft in found.items()} == {
        "woo-2": "Shirt – Red / S / Slim",
        "woo-3": "Shirt – Red / S / Wide",
        "S-BM": "Shirt – Blue / M / Wide",
        "S-ALL": "Shirt - Slim Blue S",
        "ORPH": "Cap - XL – Red",
        "ANY": "Shirt",
    }


def test_an_option_is_said_as_a_word_not_within_one() -> None:
    assert says_all("Shirt - S", ["S"])
    assert not says_all("Shirt", ["S"])
    assert not says_all("Cap XL", ["L"])


def test_texts_of_a_web_page_are_read_as_they_are_shown(tmp_path: Path) -> None:
    found = drafts(
        tmp_path,
        "ID,Type,SKU,Name,Published,Description,Regular price,Categories,Tags,Brands\n"
        r'1,simple,TC,Salt &amp; Vinegar crisps,1,"<p>Crisp.</p>\n<p>Salty.</p>\nThird line",2,'
        '"Food &amp; Drink > Crisps","salt, vinegar &amp; co",Fields &#8211; Sons\n'
        r'2,simple,GC,"Tea \, loose",1,plain\nlines,5,"Tea\, Coffee > Loose, Sale",,' + "\n"
        r"3,simple,BS,R&D,1,C:\\new & old,5,AT&T;,," + "\n",
    )
    crisps, tea, books = found.values()
    assert (crisps.title, crisps.category) == ("Salt & Vinegar crisps", "Food & Drink > Crisps")
    assert (crisps.tags, crisps.brand) == (("salt", "vinegar & co"), "Fields – Sons")
    assert (crisps.description or "").splitlines() == ["Crisp.", "Salty.", "Third line"]
    assert (tea.title, tea.category, tea.description) == (
        "Tea , loose",
        "Tea, Coffee > Loose",
        "plain\nlines",
    )
    assert (books.title, books.category, books.description) == ("R&D", "AT&T;", r"C:\new & old")


def test_in_a_table_of_our_own_an_entity_is_what_somebody_wrote(tmp_path: Path) -> None:
    assert drafts(tmp_path, "sku,title\nA,use &amp; here\n")["A"].title == "use &amp; here"


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("gift, 👨‍👩‍👧 family, new", ("gift", "👨‍👩‍👧 family", "new")),
        ("می‌خواهم, new", ("می‌خواهم", "new")),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿 tartan", ("🏴󠁧󠁢󠁳󠁣󠁴󠁿 tartan",)),
        (f"new, {'x' * 255}", ("new", "x" * 255)),
    ],
)
def test_tags_are_spelt_as_people_spell_them(tmp_path: Path, cell: str, tags: tuple[str, ...]) -> None:
    assert drafts(tmp_path, f'sku,title,tags\nA,a,"{cell}"\n')["A"].tags == tags


def test_one_strange_tag_costs_only_itself_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        f'sku,title,tags\nA,a,"new, {"x" * 256}, {chr(0xAD)}soft, old"\nB,b,{"y" * 300}\n', "utf-8"
    )
    table = parse_table(path)
    assert [row.draft.tags for row in table.rows] == [("new", "old"), None]
    assert [(note.row, str(note.reason)) for note in table.notes] == [
        (2, "The tag “xxxxxxxxxxxxxxxxxxxx…” is too long: use at most 255 characters."),
        (2, "The tag “\xadsoft” holds a sign that is not seen: type it again."),
        (3, "The tag “yyyyyyyyyyyyyyyyyyyy…” is too long: use at most 255 characters."),
    ]
