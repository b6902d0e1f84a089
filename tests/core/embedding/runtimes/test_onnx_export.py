import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.efficientnet_lite import LITE0, build_network
from core.embedding.runtimes import onnx_export
from core.embedding.runtimes.onnx_export import (
    HALF_TOLERANCE,
    TOLERANCE,
    ExportMismatchError,
    export_backbone,
)
from core.embedding.runtimes.onnx_model import model_path, read_model
from core.embedding.runtimes.onnx_runtime import OnnxBackbone

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]
REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    assert export_backbone(LITE0, folder)
    return folder


def test_the_exported_network_answers_as_torch_does(exported: Path, batch_for: BatchFor) -> None:
    batch = batch_for(LITE0)
    model = read_model(exported, LITE0)
    assert model is not None
    with torch.inference_mode():
        expected = build_network(LITE0)(torch.from_numpy(batch)).numpy()
    vectors = OnnxBackbone(LITE0, model).embed(batch)
    np.testing.assert_allclose(vectors, expected, atol=HALF_TOLERANCE * max(1.0, expected.max()), rtol=0)
    cosines = (vectors * expected).sum(axis=1) / np.linalg.norm(vectors, axis=1)
    assert (cosines / np.linalg.norm(expected, axis=1)).min() > 0.9999


def test_the_manifest_says_what_was_exported_how_well_and_by_what(exported: Path) -> None:
    manifest = json.loads((exported / "efficientnet-lite0.json").read_text(encoding="utf-8"))
    assert manifest["fingerprint"] == LITE0.fingerprint
    assert 0 < manifest["largest_difference"] < HALF_TOLERANCE
    assert set(manifest["made_with"]) == {"opset", "torch", "timm", "onnx", "onnxruntime"}


def test_an_export_that_is_up_to_date_is_left_alone(exported: Path) -> None:
    before = model_path(exported, LITE0).stat()
    assert not export_backbone(LITE0, exported)
    assert model_path(exported, LITE0).stat().st_mtime_ns == before.st_mtime_ns


def test_a_damaged_export_is_made_anew(exported: Path) -> None:
    path = model_path(exported, LITE0)
    path.write_bytes(path.read_bytes()[:-1000])
    assert export_backbone(LITE0, exported)
    assert read_model(exported, LITE0) is not None


def test_two_exports_at_once_make_it_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: export_backbone(LITE0, tmp_path), range(2)))
    assert sorted(made) == [False, True]


def test_a_network_that_answers_otherwise_than_torch_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_export, "TOLERANCE", 0.0)
    with pytest.raises(ExportMismatchError, match="efficientnet-lite0: the export differs from torch by"):
        export_backbone(LITE0, tmp_path)
    assert read_model(tmp_path, LITE0) is None


def test_a_network_that_half_precision_changes_too_much_is_kept_in_single_precision(
    tmp_path: Path, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_export, "HALF_TOLERANCE", 0.0)
    assert export_backbone(LITE0, tmp_path)
    manifest = json.loads((tmp_path / "efficientnet-lite0.json").read_text(encoding="utf-8"))
    assert manifest["largest_difference"] < TOLERANCE
    whole, half = (model_path(folder, LITE0).stat().st_size for folder in (tmp_path, exported))
    assert whole > 1.9 * half


def test_the_set_up_step_skips_what_is_there_without_importing_torch() -> None:
    script = REPOSITORY / "tools" / "export_backbones.py"
    subprocess.run([sys.executable, str(script)], check=True, capture_output=True)
    code = (
        "import runpy, sys\n"
        f"try: runpy.run_path({str(script)!r}, run_name='__main__')\n"
        "except SystemExit as end: print(end.code, 'torch' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "0 False\n"
