"""How a picture that is searched with is shown to the network."""

from dataclasses import replace

import numpy as np
from PIL import Image

from core.embedding.networks.efficientnet_lite import LITE2
from core.imaging.query_looks import catalog_look, query_looks

RECIPE = replace(LITE2.preprocessing, mean=0.0, scale=255.0)


def stick(width: int, height: int) -> Image.Image:
    """White, its first quarter red, its last blue."""
    image = Image.new("RGB", (width, height), "white")
    upper, lower = ((0, 0, width, height // 4), (0, height - height // 4, width, height))
    image.paste((255, 0, 0), upper)
    image.paste((0, 0, 255), lower)
    return image


def test_a_tall_thing_is_seen_from_top_to_bottom_on_a_light_ground_as_on_its_catalog_photo() -> None:
    side = RECIPE.side
    look = catalog_look(stick(200, 800), RECIPE).transpose(1, 2, 0)
    assert look.shape == (side, side, 3)
    middle = look[:, side // 2]
    reach = round(side * 0.75 / 2)
    assert np.allclose(middle[side // 2 - reach + 4], (1, 0, 0), atol=0.05)
    assert np.allclose(middle[side // 2 + reach - 4], (0, 0, 1), atol=0.05)
    assert (look[[0, 0, -1, -1, side // 2], [0, -1, 0, -1, 30]] > 0.9).all()
    # The other looks show its white middle alone.
    assert (query_looks(stick(200, 800), RECIPE) > 0.95).all()


def test_a_wide_thing_is_seen_whole_too_and_a_small_one_enlarged() -> None:
    look = catalog_look(stick(4, 16).rotate(90, expand=True), RECIPE).transpose(1, 2, 0)
    row = look[RECIPE.side // 2]
    reach = round(RECIPE.side * 0.75 / 2)
    assert row[RECIPE.side // 2 - reach + 8][0] > 0.9 > row[RECIPE.side // 2 - reach + 8][1]
    assert catalog_look(Image.new("RGB", (1, 900)), RECIPE).shape == (3, RECIPE.side, RECIPE.side)
