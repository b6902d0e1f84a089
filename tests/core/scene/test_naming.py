"""What one thing of many is called."""

from pathlib import Path

from PIL import Image, ImageDraw

from core.answer import Verdict
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.scene.naming import named
from core.shop.opening import open_shop

ENDS = ("stripes", "bare", "zigzag")


def bottle(ends: str) -> Image.Image:
    """Tall; which one it is shows at its ends alone."""
    image = Image.new("RGB", (130, 520), (90, 120, 170))
    pencil = ImageDraw.Draw(image)
    pencil.ellipse((25, 215, 105, 305), fill=(235, 235, 235))
    for top in (0, 350):
        for step in range(0, 170, 34):
            if ends == "stripes":
                pencil.rectangle((0, top + step, 130, top + step + 16), fill=(200, 40, 40))
            if ends == "zigzag":
                edge = [(x, top + step + 14 * (x // 13 % 2)) for x in range(0, 131, 13)]
                pencil.line(edge, fill=(20, 20, 20), width=7)
    return image


def test_a_tall_thing_known_by_its_catalog_photo_is_named_by_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for ends in ENDS:
        photo = Image.new("RGB", (640, 640), (252, 252, 252))
        photo.paste(bottle(ends), (255, 60))
        photo.save(tmp_path / "pictures" / f"{ends}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(tmp_path / "pictures"))
        for ends in ENDS:
            cut = bottle(ends).rotate(2, fillcolor=(90, 84, 80)).resize((60, 240))
            found = named(shop, [cut], by_catalog=True)
            assert found.results[0].title == ends and found.verdict is not Verdict.UNKNOWN
            alike = {result.title for result in named(shop, [cut], by_catalog=False).results[:1]}
            assert alike == {"bare"}  # in its middle all are
