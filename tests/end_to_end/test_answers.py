"""What a clerk does with an answer, in the real window on the real shop."""

from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import products_by_ids
from tests.end_to_end.playing import play
from tests.end_to_end.test_window import photo_of
from tests.what_is_stored import feedback_of, recent_searches


def test_refused_filtered_compared_added_gone_back_to_confirmed_and_logged(
    grocery: Path, corner_shop: Path, tmp_path: Path
) -> None:
    shop = corner_shop
    picture = photo_of(grocery, "Granny-Smith")
    scenario = "answer_scenarios:refuse_filter_compare_and_confirm"
    seen = play(scenario, shop, tmp_path, pictures=[picture])["seen"]
    (answer,) = seen["answers"]
    refused = answer["products"][0].split(" · ")[0]
    steps = {step["step"]: step for step in seen["steps"]}
    print("seconds a step:", {name: round(step["after_s"], 3) for name, step in steps.items()})
    assert list(steps) == [
        "wrong", "in stock", "no filter", "compare", "matching parts", "like", "back", "right", "undo",
        "form", "added", "off the shelf", "words", "gone back", "right again",
    ]  # fmt: skip
    assert refused not in steps["wrong"]["products"]
    assert f"Ranked again without “{refused}”" in steps["wrong"]["told"]
    assert steps["no filter"]["products"] == steps["wrong"]["products"]
    confirmed = steps["right"]["products"][0]
    assert confirmed == steps["wrong"]["products"][0]
    assert steps["right"]["headline"].startswith(f"This is {confirmed}")
    assert steps["undo"]["products"] == steps["wrong"]["products"]
    with Catalog(shop / "catalog.db") as catalog:
        (search,) = [one for one in recent_searches(catalog) if one.origin == "file"]
        said = feedback_of(catalog, search.id)
        assert search.origin == "file"
        assert search.feedback == "instead"  # it was not the first of the answer
        assert said.right == search.chosen_product_id
        titles = {
            product.id: product.title for product in products_by_ids(catalog, [said.right or 0, *said.wrong])
        }
        assert (titles[said.right or 0], [titles[wrong] for wrong in said.wrong]) == (confirmed, [refused])
    assert not (shop / "kept_searches").exists()  # nobody allowed it
