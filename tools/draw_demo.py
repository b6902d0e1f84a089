"""Draw the demo shop and finish it, in resources/demo; part of the set-up.

Run it again at any time: what is up to date is left alone, and then nothing of the program is imported.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from made_files import DEMO, fingerprint_of_sources, is_current

ROOT = Path(__file__).resolve().parent.parent
FINISHED = ROOT / "resources" / "demo"
WORK = ROOT / "build"


def main() -> int:
    """Make what is missing or older than what draws it; 0 when all is there."""
    if is_current(DEMO, ROOT):
        return 0
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
        (new / Path(DEMO.stamp).name).write_text(fingerprint_of_sources(DEMO, ROOT), encoding="utf-8")
        shutil.rmtree(FINISHED, ignore_errors=True)
        new.rename(FINISHED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
