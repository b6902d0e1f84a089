"""What an administrator decides for everyone who works at a computer."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import paths
from core.finding import FindingKind
from core.policy import Policy, TrustedName, load_policy
from core.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.json"


def write(file: Path, content: object) -> Path:
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_without_a_file_nothing_is_decided(file: Path) -> None:
    policy = load_policy(file)
    assert policy == Policy()
    assert policy.locked == frozenset()
    assert policy.apply(Settings(theme="dark")) == Settings(theme="dark")


def test_a_named_setting_holds_against_the_users_own_and_is_locked(file: Path) -> None:
    policy = load_policy(write(file, {"settings": {"language": "zh_CN"}}))
    assert policy.locked == {"language"}
    assert policy.apply(Settings(language="en", theme="dark")) == Settings(language="zh_CN", theme="dark")


def test_a_fixed_shop_takes_the_place_of_the_shops_opened_last(file: Path, tmp_path: Path) -> None:
    shop = tmp_path / "high street 高街"
    policy = load_policy(write(file, {"shop": str(shop)}))
    assert policy.shop == shop
    assert policy.locked == {"recent_shops"}
    assert policy.apply(Settings(recent_shops=("/elsewhere",))).recent_shops == (str(shop),)


def test_what_is_stored_for_the_user_is_the_users_own(file: Path, tmp_path: Path) -> None:
    policy = load_policy(write(file, {"shop": str(tmp_path), "settings": {"language": "zh_CN"}}))
    own = Settings(language="en", theme="dark", recent_shops=("/a",))
    in_use = policy.apply(own)
    assert policy.unapply(in_use, own) == own


@pytest.mark.parametrize("content", ["{", "", "\0\0", "[]", '"text"', "null", "[" * 100_000])
def test_a_damaged_file_is_told_and_decides_nothing(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    policy = load_policy(file)
    assert (policy.shop, policy.values) == (None, {})
    assert len(policy.warnings) == 1
    assert "cannot be read and has no effect" in str(policy.warnings[0])
    assert str(file) in str(policy.warnings[0])


def test_bytes_that_are_no_text_are_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\xfa")
    assert len(load_policy(file).warnings) == 1


def test_a_folder_in_the_files_place_is_told(file: Path) -> None:
    file.mkdir()
    assert len(load_policy(file).warnings) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"settings": {"language": "klingon"}}, "language"),
        ({"settings": {"colour": "red"}}, "colour"),
        ({"settings": {"recent_shops": ["/a"]}}, "recent_shops"),
        ({"settings": {"unknown": {}}}, "unknown"),
        ({"settings": ["language"]}, "settings"),
        ({"moderation": ["nudity"]}, "moderation"),
        ({"moderation": {"nudity": 2}}, "nudity"),
        ({"moderation": {"nudity": True}}, "nudity"),
        ({"moderation": {"size": 0.5}}, "size"),
        ({"shop": 7}, "shop"),
        ({"shop": "relative/folder"}, "shop"),
        ({"shops": "/a"}, "shops"),
    ],
)
def test_a_part_that_is_not_understood_is_told_by_name_and_the_rest_holds(
    file: Path, content: dict[str, object], name: str
) -> None:
    settings = content.get("settings", {})
    good = {"settings": {**settings, "theme": "dark"}} if isinstance(settings, dict) else {}
    policy = load_policy(write(file, content | good))
    assert len(policy.warnings) == 1
    assert f"at {name}:" in str(policy.warnings[0])
    assert policy.values == ({"theme": "dark"} if good else {})
    assert policy.shop is None


def test_the_mark_that_windows_editors_write_does_not_matter(file: Path) -> None:
    file.write_text('{"settings": {"theme": "dark"}}', encoding="utf-8-sig")
    assert load_policy(file) == Policy(values={"theme": "dark"})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["shop", "settings", "moderation", "other"]), _JSON))
def test_no_content_keeps_the_program_from_starting(content: dict[str, object]) -> None:
    file = paths.user_data() / "policy.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    policy = load_policy(write(file, content))
    assert isinstance(policy.apply(Settings()), Settings)


def test_the_computers_own_policy_lies_where_only_an_administrator_writes() -> None:
    assert paths.policy_file().is_absolute()
    assert paths.policy_file().name == "policy.json"
    assert not paths.policy_file().is_relative_to(Path.home())


def test_whether_faces_are_blurred_is_decided_by_yes_or_no(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"blur_faces": false}')
    assert load_policy(file).blur_faces is False
    file.write_text('{"blur_faces": "sometimes"}')
    policy = load_policy(file)
    assert policy.blur_faces is None
    assert [str(warning) for warning in policy.warnings] == [
        f"The policy {file} is not understood at blur_faces: this part has no effect."
    ]


def test_what_moderation_tells_is_a_score_or_off(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"moderation": {"nudity": 1, "face": "off"}}')
    policy = load_policy(file)
    assert policy.thresholds == {FindingKind.NUDITY: 1.0, FindingKind.FACE: None}
    assert policy.warnings == ()


def test_whether_customers_are_kept_can_be_decided_for_every_shop(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"keep_customers": false}')
    assert load_policy(file).keep_customers is False
    file.write_text("{}")
    assert load_policy(file).keep_customers is None


def test_shops_can_be_forbidden_to_speak_to_a_hub(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"join_hub": false}')
    assert load_policy(file).join_hub is False
    file.write_text('{"join_hub": "no"}')
    assert load_policy(file).join_hub is None
    assert len(load_policy(file).warnings) == 1


def test_a_name_that_phones_trust_comes_with_its_certificate(file: Path) -> None:
    told = {"name": "Till.example.com", "certificate": "/etc/till.pem", "key": "/etc/till.key"}
    policy = load_policy(write(file, {"phones": told}))
    assert policy.phones == TrustedName("till.example.com", Path("/etc/till.pem"), Path("/etc/till.key"))
    assert policy.warnings == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "till"},
        {"name": "till.example.com/x"},
        {"name": "-.example.com"},
        {"certificate": "till.pem"},
        {"key": 1},
        {"key": "/a\0b"},
        {"port": 1},
    ],
)
def test_a_name_that_cannot_be_one_has_no_effect_and_is_told(file: Path, change: dict[str, object]) -> None:
    told = {"name": "till.example.com", "certificate": "/etc/till.pem", "key": "/etc/till.key"}
    policy = load_policy(write(file, {"phones": told | change}))
    assert policy.phones is None
    assert len(policy.warnings) == 1
