"""A text–picture network from a file: checked, kept, seen by `check`, and searched with words."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.care.check import check_shop
from core.catalog.lists.filters import Filter
from core.catalog.lists.text_search import Why
from core.embedding.text_image.package import read_package
from core.embedding.text_image.tokenizer import Marks, Tokenizer
from core.embedding.text_image.towers import add_towers, stored_towers
from core.errors import KnownError
from core.ingest.text_image import add_text_image, remove_text_image
from core.search.answering import answer
from core.search.by_words import alike_to_words, find_by_words
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.embedding.text_image.tiny_towers import tiny_package, zipped
from tests.what_is_stored import vector_counts


@pytest.fixture(scope="session")
def package() -> dict[str, bytes]:
    return tiny_package()


@pytest.fixture
def wordless(shop: Shop) -> dict[str, int]:
    """What the four products were called, before all words about them were taken away."""
    rows = shop.catalog.db.execute("SELECT title, id FROM products").fetchall()
    with shop.catalog.transaction() as db:
        db.execute(
            "UPDATE products SET title = 'Thing', sku = 'N' || id, category = '',"
            " sku_key = snapshelf_sku_key('N' || id)"
        )
    return dict(rows)


def test_words_find_what_is_on_the_photos_and_the_network_goes_without_a_trace(
    shop: Shop, wordless: dict[str, int], package: dict[str, bytes], tmp_path: Path
) -> None:
    assert find_by_words(shop, "blue ball").hits == []
    stored = add_text_image(shop, zipped(package, tmp_path / "tiny.zip"))
    assert (stored.spec.name, stored.facts.licence) == ("tiny", "none needed")
    for text, product_id in wordless.items():
        hits = find_by_words(shop, text).hits
        assert (hits[0].product_id, hits[0].why) == (product_id, Why.SEEN), text
    other = Filter(among=tuple(set(wordless.values()) - {wordless["blue ball"]}))
    assert wordless["blue ball"] not in alike_to_words(shop, "blue ball", other, 5)
    assert vector_counts(shop.catalog)[stored.spec.fingerprint] == 4
    assert check_shop(shop).ok
    folder = shop.folder
    shop.close()
    with open_shop(folder, device="cpu") as again:
        assert find_by_words(again, "red ball").hits[0].product_id == wordless["red ball"]
        (stored.folder / "text-tower.onnx").write_bytes(b"damaged")
    with open_shop(folder, device="cpu") as again:
        assert alike_to_words(again, "red ball", Filter(), 5) == {}
        remove_text_image(again, "tiny")
        assert stored.spec.fingerprint not in vector_counts(again.catalog)
        assert again.text_image.stored is None and not stored.folder.exists()


def test_with_words_beside_a_picture_the_network_is_heard_too(
    shop: Shop, wordless: dict[str, int], package: dict[str, bytes], tmp_path: Path, blue_ball: Path
) -> None:
    add_text_image(shop, zipped(package, tmp_path / "tiny.zip"))
    found = answer(shop, replace(see(shop, [blue_ball]), beside="but red ball")).results
    assert found[0].product_id == wordless["red ball"]


def without(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {key: content for key, content in files.items() if key != name}


def manifest_with(files: dict[str, bytes], **changes: object) -> dict[str, bytes]:
    manifest = json.loads(files["text-image.json"])
    manifest["image"] |= {key: value for key, value in changes.items() if key in manifest["image"]}
    manifest["text"] |= {key: value for key, value in changes.items() if key in manifest["text"]}
    manifest |= {key: value for key, value in changes.items() if key in manifest}
    return {**files, "text-image.json": json.dumps(manifest).encode()}


@pytest.mark.parametrize(
    "broken",
    [
        lambda files: without(files, "text.onnx"),
        lambda files: without(files, "text-image.json"),
        lambda files: manifest_with(files, side=9_999_999),
        lambda files: manifest_with(files, length="long"),
        lambda files: manifest_with(files, file="../../catalog.db"),
        lambda files: manifest_with(files, format=2),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused_in_one_sentence(
    broken: Callable[[dict[str, bytes]], dict[str, bytes]], package: dict[str, bytes], tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="no text–picture network"):
        read_package(zipped(broken(package), tmp_path / "broken.zip"))


@pytest.mark.parametrize(
    "broken",
    [
        lambda files: {**files, "image.onnx": files["text.onnx"]},
        lambda files: {**files, "tokenizer.json": b"[" * 100_000},
    ],
)  # fmt: skip
def test_towers_that_cannot_be_used_are_refused_and_leave_nothing(
    broken: Callable[[dict[str, bytes]], dict[str, bytes]], package: dict[str, bytes], tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="no text–picture network"):
        add_towers(tmp_path / "models", zipped(broken(package), tmp_path / "broken.zip"))
    assert stored_towers(tmp_path / "models") is None
    assert not list((tmp_path / "models").glob("text-image/*"))


def test_byte_level_pieces_are_merged_by_their_rank() -> None:
    pieces = ["<s>", "</s>", "r", "e", "d", "d</w>", "re", "red</w>", "é"]
    model = {
        "type": "BPE", "end_of_word_suffix": "</w>", "merges": ["r e", ["re", "d</w>"]],
        "vocab": {piece: number for number, piece in enumerate(pieces)},
    }  # fmt: skip
    content = json.dumps({"model": model}).encode()
    tokenizer = Tokenizer(content, Marks("<s>", "</s>", ""), length=6, lowercase=True)
    rows = tokenizer.rows(["Red", "red red red red red red"])
    assert rows.tolist() == [[0, 7, 1, 0, 0, 0], [0, 7, 7, 7, 7, 1]]
    assert tokenizer.lengths(rows).tolist() == [[1, 1, 1, 0, 0, 0], [1] * 6]
