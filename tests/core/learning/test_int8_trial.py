"""An eight-bit variant is given to a shop only if it is measured to be worth it."""

import sys
import threading
import time
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest

from core.embedding.backbone_store import backbones_folder, stored_backbones
from core.embedding.loading import exported_model, load_backbone
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.embedding.quantisation import quantise
from core.embedding.runtimes.half_weights import with_whole_weights
from core.errors import KnownError
from core.imaging.preprocess import to_tensor
from core.ingest.photo_table import add_photos
from core.learning.int8_trial import Int8Trial, add_int8
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw
from tests.what_is_stored import vector_counts

pytestmark = pytest.mark.usefixtures("computed_anew")  # it is measured how long that takes

TRIAL = Int8Trial(LITE2, 500, exact_top1=0.80, int8_top1=0.798, exact_ms=8.0, int8_ms=5.0)


def test_half_a_point_of_top_1_or_no_gain_in_speed_is_a_reason_against_it() -> None:
    assert TRIAL.problem is None
    assert "loses 0.6 points" in str(replace(TRIAL, int8_top1=0.794).problem)
    assert "not faster" in str(replace(TRIAL, int8_ms=7.9).problem)


def test_the_vectors_stay_close_to_the_exact_ones_and_never_mix_with_them(tmp_path: Path) -> None:
    photos = [draw(*shape, shift=shift) for shape in SHAPES.values() for shift in (0, 25)]
    pictures = np.stack([to_tensor(photo, LITE0.preprocessing) for photo in photos])
    variant = quantise(LITE0, exported_model(LITE0), pictures, tmp_path)
    assert variant.fingerprint != LITE0.fingerprint and variant.parts == LITE0.parts
    small, exact = load_backbone(variant, device="cpu"), load_backbone(LITE0, device="cpu")
    mine, theirs = small.embed(pictures), exact.embed(pictures)
    cosines = (mine * theirs).sum(1) / np.linalg.norm(mine, axis=1) / np.linalg.norm(theirs, axis=1)
    assert 0.9 < cosines.min() < 1
    size = (tmp_path / "efficientnet-lite0-int8.onnx").stat().st_size
    assert size < 0.5 * len(with_whole_weights(exported_model(LITE0)))
    with pytest.raises(KnownError, match="No graphics card"):
        load_backbone(variant, device="gpu")


@pytest.mark.long
def test_the_shop_measures_it_on_its_own_photos_and_keeps_nothing_of_what_it_refuses(
    shop: Shop, tmp_path: Path
) -> None:
    rows = ["sku,photo"]
    for sku, (shape, colour) in SHAPES.items():
        for number in range(6):
            path = tmp_path / f"{sku.replace('/', '-')}-{number}.jpg"
            draw(shape, colour, shift=6 * number - 12, ground=200 + 8 * number).save(path)
            rows.append(f"{sku},{path.name}")
    (tmp_path / "more.csv").write_text("\n".join(rows))
    with pytest.raises(KnownError, match="too few photos"):
        add_int8(shop)
    add_photos(shop, tmp_path / "more.csv")
    try:
        trial = add_int8(shop)
    except KnownError as refusal:  # on a processor without instructions for it
        assert "was measured and not added" in str(refusal)
        assert not list(backbones_folder(shop.models.folder).iterdir())
        assert vector_counts(shop.catalog) == {LITE2.fingerprint: 28}
    else:
        assert trial.problem is None and trial.held_out == 24
        assert [spec.name for spec in stored_backbones(shop.models.folder)] == ["efficientnet-lite2-int8"]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
def test_a_child_that_is_killed_is_a_sentence_and_leaves_nothing(shop: Shop) -> None:
    others = set(active_children())

    def kill() -> None:
        while not (started := set(active_children()) - others):
            time.sleep(0.01)
        for child in started:
            child.kill()

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    with pytest.raises(KnownError, match="was not added: making it was stopped"):
        add_int8(shop)
    assert not list(backbones_folder(shop.models.folder).iterdir())
