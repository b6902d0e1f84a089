"""Only what a library names itself counts: what stays out of the program draws nothing in behind it."""

import subprocess
import sys
from pathlib import Path

import pytest
from linked_libraries import linked_to


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing tells more than a library's own words")
def test_what_a_needed_library_needs_is_not_its_users_need(tmp_path: Path) -> None:
    (tmp_path / "deep.c").write_text("int deep(void) { return 1; }")
    (tmp_path / "middle.c").write_text("int deep(void); int middle(void) { return deep(); }")
    (tmp_path / "plugin.c").write_text("int middle(void); int plugin(void) { return middle(); }")
    for name, needed in (("deep", []), ("middle", ["-ldeep"]), ("plugin", ["-lmiddle"])):
        command = ["g++", "-x", "c", "-shared", "-fPIC", "-o", f"lib{name}.so", f"{name}.c", "-L.", *needed]
        subprocess.run(command, check=True, cwd=tmp_path)
    assert "libmiddle.so" in linked_to(tmp_path / "libplugin.so")
    assert "libdeep.so" not in linked_to(tmp_path / "libplugin.so")
