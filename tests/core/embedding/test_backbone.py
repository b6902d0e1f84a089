from dataclasses import replace
from pathlib import Path

import pytest

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.embedding.weights import PackagedWeights, StoredWeights
from core.imaging.denoise import Denoise


def test_a_fingerprint_is_sixteen_hex_digits_and_does_not_change_from_run_to_run() -> None:
    # Written down on purpose: a change here makes every shop's stored vectors worthless.
    assert LITE0.fingerprint == "414e7ea08a8d2f0e"
    assert LITE2.fingerprint == "767afed2eb2443dc"


@pytest.mark.parametrize(
    "other",
    [
        replace(LITE0, code_version=2),
        replace(LITE0, parts=(Part(640),)),
        replace(LITE0, architecture="tf_efficientnet_lite1"),
        replace(LITE0, preprocessing=replace(LITE0.preprocessing, mean=127.5)),
        replace(LITE0, preprocessing=replace(LITE0.preprocessing, crop_share=1.0)),
        replace(LITE0, preprocessing=replace(LITE0.preprocessing, mean=(127.0, 127.0, 126.0))),
        replace(LITE0, preprocessing=replace(LITE0.preprocessing, denoise=Denoise.MEDIAN)),
        replace(LITE0, preprocessing=replace(LITE0.preprocessing, denoise=Denoise.GAUSSIAN)),
        replace(LITE0, weights=StoredWeights(Path("weights.pth"), "0" * 64)),
    ],
)
def test_whatever_changes_the_vectors_changes_the_fingerprint(other: BackboneSpec) -> None:
    assert other.fingerprint != LITE0.fingerprint


def test_names_and_places_do_not_change_the_fingerprint() -> None:
    assert isinstance(LITE0.weights, PackagedWeights)
    weights = replace(LITE0.weights, package="elsewhere", file="x.pth")
    moved = replace(LITE0, name="renamed", weights=weights)
    assert moved.fingerprint == LITE0.fingerprint


def test_a_file_that_moves_keeps_its_fingerprint() -> None:
    here = replace(LITE0, weights=StoredWeights(Path("here.pth"), LITE0.weights.sha256))
    assert here.fingerprint == LITE0.fingerprint
