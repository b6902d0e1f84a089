"""The scripts in ``tools/``, which is no package: they import one another by bare name."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
