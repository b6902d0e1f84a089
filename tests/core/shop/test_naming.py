"""What a shop may be called, on this system and on any other that its folder is copied to."""

from pathlib import Path

import pytest

from core.errors import KnownError
from core.shop.naming import require_free, shop_folder


@pytest.mark.parametrize("name", ["Corner shop", "我的店铺", "Bäckerei & Söhne", "no. 7", "a" * 100])
def test_a_name_becomes_a_folder(name: str) -> None:
    assert shop_folder(Path("/shops"), name) == Path("/shops") / name


def test_spaces_around_and_between_are_brought_into_order() -> None:
    assert shop_folder(Path("/shops"), "  Corner \t shop ") == Path("/shops/Corner shop")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        ("here/there", "cannot hold the character /"),
        ("what?", "cannot hold the character ?"),
        ("bell\a", "cannot hold the character"),
        ("..", "choose another name"),
        (".hidden", "choose another name"),
        ("ends.", "choose another name"),
        ("con", "choose another name"),
        ("LPT1.shop", "choose another name"),
        ("店" * 41, "too long"),
    ],
)
def test_a_name_that_some_system_does_not_allow_is_refused_with_the_reason(name: str, why: str) -> None:
    with pytest.raises(KnownError, match=why.replace("?", r"\?")):
        shop_folder(Path("/shops"), name)


def test_a_place_is_free_as_long_as_nothing_lies_in_it(tmp_path: Path) -> None:
    require_free(tmp_path / "new")
    require_free(tmp_path)
    (tmp_path / "file").touch()
    for taken in (tmp_path, tmp_path / "file"):
        with pytest.raises(KnownError, match="There is something in"):
            require_free(taken)
