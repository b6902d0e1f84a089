"""The set-up's step that draws the demo shop."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "draw_demo.py"


def test_it_leaves_alone_what_is_there_without_a_word_and_without_importing_the_program() -> None:
    subprocess.run([sys.executable, str(SCRIPT)], check=True, capture_output=True)
    code = (
        "import runpy, sys\n"
        f"sys.path.insert(0, {str(SCRIPT.parent)!r})\n"
        f"try: runpy.run_path({str(SCRIPT)!r}, run_name='__main__')\n"
        "except SystemExit as end: print(end.code, 'numpy' in sys.modules, 'core' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "0 False False\n"
