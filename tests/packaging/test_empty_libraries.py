"""What of FFmpeg is never used is replaced by empty libraries; films of every kind are read all the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest
from bundle_choice import is_wanted
from empty_libraries import EMPTIED, can_be_emptied, empty_library, is_emptied

from tests.core.imaging.films.filmed import film, walk
from tests.core.ingest.unlabelled.views import view

pytestmark = pytest.mark.skipif(
    not can_be_emptied() or not shutil.which("cc"), reason="Linux's libraries, and a C compiler"
)
ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(av.__file__).parent
READ = """
import sys
from pathlib import Path
import av
from core.imaging.films.decoding import film_frames
assert Path(av.__file__).is_relative_to(sys.argv[1]), av.__file__
print([len(list(film_frames(Path(film), 320))) for film in sys.argv[2:]])
"""


def test_films_are_read_by_a_copy_without_encoders_filters_and_tls(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "copy" / "av")
    libraries = Path(shutil.copytree(PACKAGE.with_name("av.libs"), tmp_path / "copy" / "av.libs"))
    emptied = sorted(path for path in libraries.iterdir() if is_emptied(str(path)))
    assert len(emptied) == len(EMPTIED)
    for path in libraries.iterdir():
        if not is_wanted(f"av.libs/{path.name}"):
            path.unlink()
    users = [path for path in (tmp_path / "copy").rglob("*.so*") if path not in emptied]
    for path in emptied:
        made = empty_library(path, users, tmp_path / "made")
        assert made.name == path.name and made.stat().st_size < 100_000
        shutil.copy(made, path)
    views = [view(seed) for seed in range(2)]
    films = [
        film(tmp_path / f"{codec}.mkv", walk(views), codec=codec)
        for codec in ("mpeg4", "libx264", "libx265", "libvpx-vp9", "libsvtav1")
    ]
    ended = subprocess.run(
        [sys.executable, "-c", READ, tmp_path / "copy", *films],
        env={"PYTHONPATH": f"{tmp_path / 'copy'}:{ROOT}", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == str([4] * len(films))


def test_a_library_that_nobody_needs_is_told(tmp_path: Path) -> None:
    library = next(path for path in PACKAGE.with_name("av.libs").iterdir() if is_emptied(str(path)))
    with pytest.raises(ValueError, match="nobody needs"):
        empty_library(library, [], tmp_path)
