"""A shop that lost something says so on every command that answers with less, and keeps the JSON as it is."""

import json
from pathlib import Path

import pytest

from core.shop.opening import open_shop
from tests.core.models.test_store import keep
from tests.end_to_end.answers import Run

LESS = "without what it has learned"


@pytest.fixture
def unlearned(shop: Path) -> Path:
    """A shop whose lesson is damaged."""
    with open_shop(shop, device="cpu") as opened:
        opened.searched_by.use_lesson(keep(opened, "0001-quick"))
    path = shop / "models" / "0001-quick" / "lesson.json"
    path.write_text(path.read_text().replace("0.05", "0.06"))
    return shop


def test_search_evaluation_and_backup_say_once_that_the_lesson_is_not_used(
    unlearned: Path, ball: Path, tmp_path: Path, run: Run
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"photo,sku\n{ball},red ball\n")
    for command in (("search", ball, ball, "--json"), ("evaluate", table, "--json")):
        code, out, err = run("--shop", unlearned, *command)
        assert (code, err.count(LESS)) == (0, 1)
        assert json.loads(out)
    code, _out, err = run("--shop", unlearned, "backup", tmp_path / "shop.zip")
    assert (code, err.count(LESS)) == (0, 1)
    code, out, _err = run("--shop", unlearned, "check", "--json")
    assert (code, len(json.loads(out)["problems"])) == (1, 1)


def test_a_photo_that_cannot_be_mended_is_named_by_every_check_and_by_backups(
    shop: Path, tmp_path: Path, run: Run
) -> None:
    photo = sorted((shop / "photos").glob("*/*.jpg"))[0]
    photo.write_bytes(photo.read_bytes()[:500])
    for arguments in (("check",), ("check", "--repair"), ("check",), ("check", "--repair"), ("check",)):
        code, out, _err = run("--shop", shop, *arguments, "--json")
        (problem,) = json.loads(out)["problems"]
        assert code == 1 and photo.name in problem
        assert any(name in problem for name in ("red ball", "green box", "blue pie"))
    code, _out, err = run("--shop", shop, "backup", tmp_path / "shop.zip")
    assert code == 0 and "1 photos are missing or damaged: " in err
