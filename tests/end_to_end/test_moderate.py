"""``snapshelf moderate`` and ``forbidden-words`` as the contract has them."""

import json
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.faces import choose_blurring
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.ingest.shop_edits import NewPicture, add_product
from core.shop.opening import open_shop
from tests.core.cartons import carton
from tests.core.moderation.pasted import with_code
from tests.end_to_end.answers import Run

FACE = Path(__file__).parents[1] / "core" / "faces" / "astronaut.jpg"
LEADS = "A code leads to https://example.com/buy."


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop of two photos, one of which has a code that leads away."""
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        for name, image in (("a", with_code("https://example.com/buy")), ("b", carton(3))):
            image.save(tmp_path / f"{name}.png")
            picture = NewPicture(name, path=tmp_path / f"{name}.png")
            add_product(shop, ProductDraft(name, title=name), [picture], who="Kim")
    return tmp_path / "shop"


def test_photos_are_looked_at_decided_about_and_the_decision_is_undone(shop: Path, run: Run) -> None:
    code, out, _err = run("--shop", shop, "moderate", "--json")
    first, second = json.loads(out)
    assert code == 0 and set(first) == {"photo", "findings"} and second["findings"] == []
    (finding,) = first["findings"]
    assert (finding["kind"], finding["score"], finding["text"]) == ("code", 1.0, LEADS)
    assert len(finding["box"]) == 4
    code, out, _err = run(
        "--shop", shop, "moderate", "--decide", "not-shown", shop.parent / "a.png", "--json"
    )
    assert code == 0 and json.loads(out)["shown"] is False
    _code, out, _err = run("--shop", shop, "moderate", "--json")
    assert json.loads(out)[0]["decision"]["shown"] is False
    _code, out, _err = run("--shop", shop, "undo", "--json")
    assert json.loads(out)["step"]["kind"] == "decision"
    code, out, _err = run("--shop", shop, "moderate")
    assert out.startswith("a [a] ") and f"codes that lead away 1.00  {LEADS}" in out
    assert out.endswith("2 pictures looked at, 1 with findings that wait for a decision.\n")


def test_other_pictures_are_looked_at_and_wrong_ones_are_named(shop: Path, run: Run) -> None:
    folder = shop.parent / "others"
    folder.mkdir()
    with_code("weixin://contacts/abc", seed=4).save(folder / "code.png")
    (folder / "bad.jpg").write_bytes(b"no picture")
    code, out, err = run("--shop", shop, "moderate", folder, "--json")
    assert code == 1 and "bad.jpg" in err
    (found,) = json.loads(out)
    assert found["photo"] == str(folder / "code.png") and found["findings"][0]["kind"] == "code"
    code, _out, err = run("--shop", shop, "moderate", "--decide", "shown", folder / "code.png")
    assert code == 1 and "is no photo of this shop" in err


def test_faces_on_counter_photos_that_are_kept_go_and_the_photos_with_them_last(shop: Path, run: Run) -> None:
    photo = shop.parent / "passer-by.png"
    scene = Image.new("RGB", (300, 300), (206, 190, 160))
    scene.paste(Image.open(FACE), (10, 30))
    scene.save(photo)
    with open_shop(shop) as opened:
        choose_blurring(opened.catalog, False)
        pictures = [NewPicture(photo.name, path=photo)]
        add_product(opened, ProductDraft("c"), pictures, who="Kim", kind=PhotoKind.COUNTER)
    code, out, _err = run("--shop", shop, "blur-faces", "--dry-run", "--json")
    (found,) = json.loads(out)
    assert code == 0 and len(found["faces"]) == 1
    code, out, _err = run("--shop", shop, "blur-faces", photo, "--json")
    (changed,) = json.loads(out)
    assert code == 0 and changed["photo"] == found["photo"]
    assert Path(changed["photo"]).exists() and Path(changed["copy"]).exists()
    code, out, _err = run("--shop", shop, "blur-faces", "--delete-originals", "--json")
    assert (code, json.loads(out)) == (0, {"deleted": 1})
    assert not Path(changed["photo"]).exists()
    code, out, _err = run("--shop", shop, "blur-faces")
    assert (code, out) == (0, "There is no face on any of these photos.\n")
    code, _out, err = run("--shop", shop, "moderate", "--decide", "shown")
    assert code == 1 and err.startswith("Name the photos")


def test_what_is_told_is_the_shops_choice(shop: Path, run: Run) -> None:
    _code, out, _err = run("--shop", shop, "moderate", "--tell", "code=off", "nudity=0.95", "--json")
    told = json.loads(out)
    assert (told["code"], told["nudity"]) == ("off", 0.95)
    _code, out, _err = run("--shop", shop, "moderate", "--json")
    assert all(one["findings"] == [] for one in json.loads(out))
    for wrong in ("code", "code=much", "size=0.5", "code=2"):
        code, _out, err = run("--shop", shop, "moderate", "--tell", wrong)
        assert code == 1 and err.count("\n") == 1


def test_the_lists_of_words_are_the_shops_to_edit(shop: Path, run: Run) -> None:
    arguments = ("--language", "en", "--add", "dragon oil", "--remove", "heals", "--json")
    _code, out, _err = run("--shop", shop, "forbidden-words", *arguments)
    words = {one["word"]: one["source"] for one in json.loads(out)}
    assert words["dragon oil"] == "the shop's own list" and "heals" not in words
    assert words["cures"] == "Regulation (EU) No 1169/2011, Article 7 (3)"
    code, _out, err = run("--shop", shop, "forbidden-words", "--add", "dragon oil")
    assert code == 1 and "There is no list of words" in err


def test_an_import_tells_which_of_its_products_wait(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    with_code("https://example.com/buy").save(folder / "a.png")
    carton(3).save(folder / "b.png")
    _code, out, _err = run("--shop", tmp_path / "shop", "import", folder, "--moderate", "--json")
    told = json.loads(out)
    assert (told["products"], told["waiting"]) == (2, 1)
