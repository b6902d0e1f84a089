"""Draw the demo shop and finish it, in resources/demo; part of the set-up.

Run it again at any time: what is up to date is left alone, and then nothing of the program is imported.
"""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FINISHED = ROOT / "resources" / "demo"
WORK = ROOT / "build"
_MADE_FROM = FINISHED / "made-from.txt"
_SOURCES = (
    "demo_drawing/**/*.py",
    "core/imaging/rendering/*.py",
    "core/catalog/database/schema/*.py",
    "resources/models/*.json",  # tell the networks by their fingerprints
    "tools/draw_demo.py",
)


def main() -> int:
    """Make what is missing or older than what draws it; 0 when all is there."""
    fingerprint = fingerprint_of_sources()
    if _MADE_FROM.exists() and _MADE_FROM.read_text(encoding="utf-8").strip() == fingerprint:
        return 0
    print("Drawing the demo shop (about half a minute, once)", flush=True)
    sys.path.insert(0, str(ROOT))
    from core.errors import KnownError
    from demo_drawing.build import draw_demo
    from demo_drawing.finish import finish_demo

    # Elsewhere, and moved when all is there: what was killed leaves nothing that looks finished.
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="demo-", dir=WORK) as scratch:
        new = Path(scratch) / "demo"
        try:
            finish_demo(draw_demo(Path(scratch) / "drawn"), new)
        except KnownError as error:
            print(error, file=sys.stderr)
            return 1
        (new / _MADE_FROM.name).write_text(fingerprint + "\n", encoding="utf-8")
        shutil.rmtree(FINISHED, ignore_errors=True)
        new.rename(FINISHED)
    return 0


def fingerprint_of_sources() -> str:
    """Changes when anything does that the finished demo is made of."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _SOURCES for path in ROOT.glob(pattern)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
