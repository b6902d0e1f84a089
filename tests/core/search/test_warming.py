"""After a blank picture nothing is left to load for the first true one; tested in a program of its own."""

import json
import subprocess
import sys
from pathlib import Path

from core.search.warming import KINDS, warm_up
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import carton, held_up
from tests.what_is_stored import recent_searches

_SCRIPT = """
import json, sys
from PIL import Image
from pathlib import Path
from core.progress import ignore_progress
from core.feedback import NOTHING_SAID
from core.answer import Seen
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.engine.shop_engine import ShopEngine

engine = ShopEngine(Path(sys.argv[1]), device="cpu")
engine.open(ignore_progress)
for _piece in range(3):
    engine.prepare_next()
from core.embedding.runtimes.onnx_session import OnnxSession

loaded = []
load = OnnxSession.__init__
OnnxSession.__init__ = lambda *model, **said: loaded.append("a network") or load(*model, **said)
before = set(sys.modules)
for name in sys.argv[2:]:
    picture = QueryPicture(PictureSource(name, path=Path(name)))
    seen = engine.see(engine.cut(picture))
    engine.answer(Seen((seen,)), None, NOTHING_SAID, lambda _first: None, lambda: True)
engine.shop.label_reader.read(Image.open(sys.argv[2]).convert("RGB"))
print(json.dumps(sorted(set(sys.modules) - before) + loaded))
engine.close()
"""


def test_nothing_is_imported_or_loaded_in_a_query_once_the_engine_is_warm(
    cartons: Shop, tmp_path: Path
) -> None:
    folder = cartons.folder
    cartons.close()
    files = []
    for kind in KINDS:
        files.append(str(tmp_path / f"query.{kind.lower()}"))
        held_up(carton(1)).save(files[-1])
    ran = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(folder), *files], capture_output=True, text=True, check=True
    )
    assert json.loads(ran.stdout) == []


def test_the_blank_picture_is_no_search(cartons: Shop) -> None:
    assert len(list(warm_up(cartons))) == 3
    assert recent_searches(cartons.catalog) == []


def test_an_empty_shop_is_warmed_as_well(tmp_path: Path) -> None:
    with open_shop(tmp_path / "empty", create=True, device="cpu") as shop:
        assert len(list(warm_up(shop))) == 3
