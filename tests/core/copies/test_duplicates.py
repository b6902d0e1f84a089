"""Products that are one are found and told why; variants, and what was said to be different, are not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageOps

from core.catalog.photos.label_words import store_label
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.different import say_different
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.copies.alignment import align
from core.copies.duplicates import Duplicates, find_duplicates
from core.copies.merging import merge_products
from core.copies.same_colours import compare_colours
from core.copies.variants import Variant
from core.ingest.shop_edits import NewPicture, add_product
from core.label.lines import Line
from core.print.sift import sift_points
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import carton, held_up

CODE, WRITTEN_OTHERWISE, ANOTHER = "036000291452", "0036000291452", "4006381333931"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        yield shop


def add(shop: Shop, sku: str, title: str, *images: Image.Image, **fields: object) -> int:
    draft = ProductDraft(sku, title=title, **fields)  # type: ignore[arg-type]
    pictures = [NewPicture(f"{sku}.png", image=image) for image in images]
    return add_product(shop, draft, pictures, who="Kim").product_id


def skus(found: Duplicates) -> list[tuple[str, ...]]:
    return [tuple(product.sku for product in same.products) for same in found.products]


def why(found: Duplicates) -> list[str]:
    return [str(sentence) for same in found.products for sentence in same.why]


def test_one_barcode_written_in_two_ways_tells_one_product(empty: Shop) -> None:
    add(empty, "A", "Kleenex", barcode=CODE)
    add(empty, "B", "Tissues", barcode=WRITTEN_OTHERWISE)
    add(empty, "C", "Pens", barcode=ANOTHER)
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B")] and why(found) == [f"Both have the barcode {CODE}."]


def test_a_barcode_that_a_table_repeats_for_every_size_tells_nothing(empty: Shop) -> None:
    add(empty, "A", "Rice 500 g", barcode=CODE)
    add(empty, "B", "Rice 1 kg", barcode=CODE)
    for number in range(9):
        add(empty, f"P{number}", f"Thing {'abcdefghi'[number] * 4}", barcode=ANOTHER)
    assert skus(find_duplicates(empty)) == []


def test_the_same_photo_and_its_copies_tell_one_product_and_its_variants_do_not(empty: Shop) -> None:
    photo = carton(1)
    smaller = photo.resize((300, 300), Image.Resampling.LANCZOS)
    add(empty, "A", "Oat drink 1 l", photo)
    add(empty, "B", "Oat drink organic 1 l", photo)
    add(empty, "C", "Oat drink 1000 ml", smaller)
    add(empty, "D", "Oat drink 2 l", photo)
    add(empty, "E", "Almond drink 1 l", smaller)
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B", "C")]
    assert {"Both have the same photo.", "A photo of one is a copy of a photo of the other."} < set(
        why(found)
    )
    (copies,) = found.photos
    assert [image.width for image in copies.photos] == [420, 300] and copies.score > 0.9


def test_packages_of_one_design_are_not_copies_of_one_another(cartons: Shop) -> None:
    found = find_duplicates(cartons)
    assert not found.products and not found.photos


def test_a_package_in_another_colour_is_no_copy(empty: Shop) -> None:
    blue = carton(1)
    red, green, rest = blue.split()
    add(empty, "A", "Oat drink", blue)
    add(empty, "B", "Barley drink", Image.merge("RGB", (rest, green, red)))
    assert find_duplicates(empty).photos == ()


def test_two_photos_of_one_package_agree_in_its_print(empty: Shop) -> None:
    add(empty, "A", "Oat drink", carton(1))
    add(empty, "B", "Oat drink barista", held_up(carton(1)))
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B")] and "points of print" in why(found)[0] and found.photos == ()


def test_the_same_words_read_on_both_tell_one_product_whatever_the_titles_and_photos(empty: Shop) -> None:
    def read(sku: str, title: str, image: Image.Image, *lines: str) -> None:
        product = add(empty, sku, title, image)
        (photo,) = photos_of_product(empty.catalog, product)
        label = [Line(text, ((0, 0), (1, 0), (1, 1), (0, 1)), 0.9) for text in lines]
        store_label(empty.catalog, photo.id, "reader", label)

    read("A", "Oat drink", carton(1), "OATLY organic", "barista edition", "1 l")
    read("B", "Milk without milk", Image.new("RGB", (90, 90), "red"), "Oatly barista", "edition organic 1l")
    read("C", "Barista", carton(4), "OATLY organic", "barista edition", "500 ml")
    read("D", "Soap", carton(5), "natural soap")
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B")] and why(found) == ["The same words are read on both."]


def test_titles_that_share_no_word_leave_it_to_the_print(empty: Shop) -> None:
    shaded = Image.linear_gradient("L").resize((420, 420)).point(lambda value: 128 + value // 2)
    lit = ImageChops.multiply(carton(1), Image.merge("RGB", (shaded, shaded, shaded)))
    lit.paste("tan", (0, 0, 100, 420))
    add(empty, "A", "Oat drink", carton(1))
    add(empty, "B", "Havredryck", lit)
    add(empty, "C", "Something else", carton(4))
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B")] and found.products[0].score < 0.5
    assert "points of print" in why(found)[0]


def test_a_photo_with_a_sticker_and_a_mirrored_one_are_copies(empty: Shop) -> None:
    photo = carton(1)
    marked = photo.copy()
    ImageDraw.Draw(marked).ellipse((120, 250, 190, 320), "red")
    add(empty, "A", "Oat drink", photo, ImageOps.mirror(photo), marked)
    (copies,) = find_duplicates(empty).photos
    assert len(copies.photos) == 3


def test_the_same_title_tells_one_product_unless_brand_number_or_option_differ(empty: Shop) -> None:
    add(empty, "A", "Green apples 1 kg", brand="Orchard")
    add(empty, "B", "apples, green 1000 g")
    add(empty, "C", "Green apples 1 kg", brand="Garden")
    add(empty, "S", "Shirt", extra={"Size": "M"})
    add(empty, "T", "Shirt", extra={"Size": "L"})
    add(empty, "U", "Mug", barcode=CODE)
    add(empty, "V", "Mug", barcode=ANOTHER)
    found = find_duplicates(empty)
    assert skus(found) == [("A", "B")]
    assert set(why(found)) == {"Both have the same title."}


def test_a_photo_that_stands_for_many_is_a_placeholder(empty: Shop) -> None:
    grey = Image.new("RGB", (200, 200), "grey")
    for sku, title in (("A", "Apples"), ("B", "Soap"), ("C", "Candles")):
        add(empty, sku, title, grey)
    assert skus(find_duplicates(empty)) == []


def test_what_was_said_to_be_different_is_not_shown_again(empty: Shop) -> None:
    a, b, c = (add(empty, sku, "Green apples") for sku in "ABC")
    assert skus(find_duplicates(empty)) == [("A", "B", "C")]
    say_different(empty.catalog, [a, c], who="Kim")
    assert skus(find_duplicates(empty)) == [("A", "B")]
    merge_products(empty, a, [b], who="Kim")
    assert skus(find_duplicates(empty)) == []


def test_photos_that_were_compared_are_not_looked_at_again(empty: Shop) -> None:
    add(empty, "A", "Oat drink", carton(1))
    add(empty, "B", "Oat drink", carton(1).resize((300, 300)))
    first = find_duplicates(empty)
    said: list[Progress] = []
    assert find_duplicates(empty, said.append) == first
    assert {progress.total for progress in said} == {0}
    add(empty, "C", "Oat drink", carton(1).resize((350, 350)))
    assert skus(find_duplicates(empty)) == [("A", "B", "C")]
    (empty.place("points") / "near.4.npz").write_bytes(b"damaged")
    assert skus(find_duplicates(empty)) == [("A", "B", "C")]
    assert product_by_sku(empty.catalog, "C") is not None


FILTERS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "grey": lambda image: image.convert("L").convert("RGB"),
    "paler": lambda image: ImageEnhance.Color(image).enhance(0.4),
    "tinted": lambda image: Image.blend(image, Image.new("RGB", image.size, "orange"), 0.3),
}


def is_filtered(photo: Image.Image, picture: Image.Image) -> bool:
    alignment = align(sift_points(photo), sift_points(picture), Variant())
    assert alignment is not None
    return compare_colours(photo, picture, alignment, (480, 480)).are_filtered


@pytest.mark.parametrize("filtered", FILTERS.values(), ids=FILTERS)
def test_under_a_filter_a_photo_of_several_hues_is_known(
    filtered: Callable[[Image.Image], Image.Image],
) -> None:
    colourful = carton(1)
    ImageDraw.Draw(colourful).rectangle((110, 300, 310, 400), "tomato")
    ImageDraw.Draw(colourful).rectangle((0, 0, 100, 420), "darkgreen")
    assert is_filtered(colourful, filtered(colourful))


def test_one_hue_that_is_grey_on_the_other_may_be_a_variety(empty: Shop) -> None:
    add(empty, "A", "Oat drink", carton(1))
    add(empty, "B", "Barley drink", FILTERS["grey"](carton(1)))
    assert not is_filtered(carton(1), FILTERS["grey"](carton(1)))
    assert find_duplicates(empty).photos == ()
