"""The scripts in ``packaging/``, which is no package: a package of that name would hide the one on PyPI."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
