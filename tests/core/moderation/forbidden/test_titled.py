"""Products whose own words name goods that are never sold."""

from core.catalog.edits.product_change import ProductChange
from core.catalog.moderation.never_sell import add_word
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import product_by_sku
from core.ingest.shop_edits import edit_shop
from core.moderation.deciding import decide
from core.moderation.forbidden.titled import named_products
from core.moderation.looking import moderated
from core.shop.shop import Shop


def test_title_category_brand_and_tags_are_looked_at(shop: Shop) -> None:
    skus = ["Balls/red ball", "Balls/blue ball", "Boxes/green box"]
    ids = [product.id for sku in skus if (product := product_by_sku(shop.catalog, sku)) is not None]
    edit_shop(
        shop,
        {ids[0]: ProductChange(title="Rum truffles"), ids[1]: ProductChange(tags=("rum",))},
        who="Kim",
    )
    assert named_products(shop.catalog) == []
    add_word(shop.catalog, "Rum", who="Kim")
    assert [named.product_id for named in named_products(shop.catalog)] == sorted(ids[:2])


def test_a_title_that_changed_is_heard_at_once_and_a_decision_settles_it(shop: Shop) -> None:
    product = product_by_sku(shop.catalog, "Balls/red ball")
    assert product is not None
    add_word(shop.catalog, "vodka", who="Kim")
    photo = photos_of_product(shop.catalog, product.id)[0].sha256
    assert moderated(shop, [photo])[0].findings == ()
    edit_shop(shop, {product.id: ProductChange(title="Vodka 0.7 l")}, who="Kim")
    (finding,) = moderated(shop, [photo])[0].open_findings
    assert str(finding.text) == "The product is called “Vodka 0.7 l”: “vodka” is never sold here."
    decide(shop, [photo], shown=True, who="Kim")
    assert moderated(shop, [photo])[0].open_findings == ()
