from dataclasses import replace

import pytest

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.efficientnet_lite import LITE0, LITE2


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
        replace(LITE0, weights=replace(LITE0.weights, sha256="0" * 64)),
    ],
)
def test_whatever_changes_the_vectors_changes_the_fingerprint(other: BackboneSpec) -> None:
    assert other.fingerprint != LITE0.fingerprint


def test_names_and_places_do_not_change_the_fingerprint() -> None:
    moved = replace(LITE0, name="renamed", weights=replace(LITE0.weights, package="elsewhere", file="x.pth"))
    assert moved.fingerprint == LITE0.fingerprint
