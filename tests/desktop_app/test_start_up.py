"""The window is painted before anything heavy is imported."""

import subprocess
import sys

HEAVY = [
    "numpy",
    "PIL",
    "sqlite3",
    "sqlite_utils",
    "onnxruntime",
    "annoy",
    "torch",
    "torchvision",
    "timm",
    "PySide6.QtMultimedia",
]


def test_importing_the_window_imports_nothing_heavy() -> None:
    program = (
        "import sys, desktop_app.app, desktop_app.shop_choice; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
