"""How fast each runtime loads a backbone and embeds pictures, in one run.

    python benchmarks/embedding.py [--backbone NAME] [--rounds N] [--json]

Every runtime is measured in a fresh process of its own, and the rounds go through all runtimes in turn, so
that a busy moment of the computer does not fall on one of them alone. Figures are medians over the rounds;
milliseconds are per picture. OpenVINO takes part where it happens to be installed; it does not ship.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.loading import DEFAULT_BACKBONE, available_backbones, backbone_spec, exported_model
from core.embedding.runtimes.child_process import ChildProcessBackbone
from core.embedding.runtimes.gpu import gpu_is_worth_asking_for
from core.embedding.runtimes.onnx_runtime import OnnxBackbone
from core.embedding.runtimes.processor import usable_cores

Embed = Callable[[NDArray[np.float32]], object]

BATCHES = (1, 8, 16, 32)
PICTURES_EACH = 64  # embedded for each batch size and round, after one batch to warm up


@dataclass(frozen=True)
class Row:
    """One runtime's figures."""

    runtime: str
    load_s: float
    ms_per_picture: dict[int, float]


def load_onnx(spec: BackboneSpec) -> Embed:
    """ONNX Runtime, as the program uses it."""
    return OnnxBackbone(spec, exported_model(spec)).embed


def load_torch(spec: BackboneSpec) -> Embed:
    """torch in the measuring process itself."""
    from core.embedding.runtimes.torch_runtime import TorchBackbone

    return TorchBackbone(spec, "cpu").embed


def load_torch_child(spec: BackboneSpec) -> Embed:
    """torch in a child process: what the pipe costs is the difference to torch alone."""
    return ChildProcessBackbone(spec, "cpu").embed


def load_cuda_child(spec: BackboneSpec) -> Embed:
    """torch on the GPU, as the program uses it."""
    return ChildProcessBackbone(spec, "cuda").embed


def load_openvino(spec: BackboneSpec) -> Embed:
    """OpenVINO on the same exported network, with the same number of threads."""
    openvino = import_module("openvino")
    settings = {
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_NUM_THREADS": usable_cores(),
        "INFERENCE_PRECISION_HINT": "f32",
    }
    core = openvino.Core()
    request = core.compile_model(
        core.read_model(exported_model(spec)), "CPU", settings
    ).create_infer_request()
    return lambda batch: request.infer([batch])


def runtimes() -> dict[str, Callable[[BackboneSpec], Embed]]:
    """What can be measured on this computer."""
    found: dict[str, Callable[[BackboneSpec], Embed]] = {
        "onnxruntime": load_onnx,
        "torch": load_torch,
        "torch in a child": load_torch_child,
    }
    if gpu_is_worth_asking_for():
        found["torch on the GPU, in a child"] = load_cuda_child
    if find_spec("openvino") is not None:
        found["openvino"] = load_openvino
    return found


def measure(runtime: str, name: str) -> Row:
    """One round of one runtime; meant for a fresh process."""
    spec = backbone_spec(name)
    side = spec.preprocessing.side
    start = time.perf_counter()
    embed = runtimes()[runtime](spec)
    loaded = time.perf_counter() - start
    pictures = np.random.default_rng(1).uniform(-1, 1, (max(BATCHES), 3, side, side)).astype(np.float32)
    figures = {}
    for size in BATCHES:
        batch = np.ascontiguousarray(pictures[:size])
        embed(batch)
        seconds = []
        for _ in range(max(2, PICTURES_EACH // size)):
            start = time.perf_counter()
            embed(batch)
            seconds.append(time.perf_counter() - start)
        figures[size] = statistics.median(seconds) / size * 1000
    return Row(runtime, loaded, figures)


def run(name: str, rounds: int) -> list[Row]:
    """All runtimes, ``rounds`` times each."""
    exported_model(backbone_spec(name))  # an export made now would count as loading
    measured: dict[str, list[Row]] = {runtime: [] for runtime in runtimes()}
    for number in range(rounds):
        for runtime, rows in measured.items():
            print(f"round {number + 1} of {rounds}: {runtime}", file=sys.stderr)
            with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as fresh_process:
                rows.append(fresh_process.submit(measure, runtime, name).result())
    return [
        Row(
            runtime,
            round(statistics.median(row.load_s for row in rows), 3),
            {size: round(statistics.median(row.ms_per_picture[size] for row in rows), 2) for size in BATCHES},
        )
        for runtime, rows in measured.items()
    ]


def main() -> None:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(description="Measure the runtimes that embed pictures.")
    names = [spec.name for spec in available_backbones()]
    parser.add_argument("--backbone", choices=names, default=DEFAULT_BACKBONE)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = run(arguments.backbone, arguments.rounds)
    if arguments.json:
        answer = {
            "backbone": arguments.backbone,
            "cores": usable_cores(),
            "rows": [asdict(row) for row in rows],
        }
        print(json.dumps(answer, indent=2))
        return
    print(f"{arguments.backbone}, {usable_cores()} cores; milliseconds per picture")
    print("runtime".ljust(30), "load s".rjust(8), *(f"batch {size}".rjust(9) for size in BATCHES))
    for row in rows:
        figures = (f"{row.ms_per_picture[size]:9.2f}" for size in BATCHES)
        print(row.runtime.ljust(30), f"{row.load_s:8.2f}", *figures)


if __name__ == "__main__":
    main()
