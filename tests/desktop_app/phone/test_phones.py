"""Who is let in lies in a file of the user's own, in which no key stands."""

import stat
import sys
from pathlib import Path

import pytest

from desktop_app.phone.phones import MOST, PairedPhone, load_phones, renamed, save_phones, with_phone, without
from desktop_app.phone.server.key import hash_of, new_key


def test_phones_are_there_again_with_their_names(tmp_path: Path) -> None:
    file = tmp_path / "phone" / "phones.json"
    phones = with_phone((), "Till", hash_of("a"), "2026-11-30")
    phones = with_phone(phones, "收银台", hash_of("b"), "2026-11-30")
    phones = renamed(phones, phones[0].id, "Counter")
    save_phones(file, phones)
    assert load_phones(file) == phones
    assert [phone.name for phone in phones] == ["Counter", "收银台"]
    assert load_phones(file.with_name("none")) == ()


def test_one_is_put_out_and_the_others_stay() -> None:
    phones = with_phone(with_phone((), "a", hash_of("a"), ""), "b", hash_of("b"), "")
    assert [phone.name for phone in without(phones, phones[0].id)] == ["b"]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's access list decides there")
def test_nobody_else_can_read_them_and_the_key_is_in_no_file(tmp_path: Path) -> None:
    key, file = new_key(), tmp_path / "phone" / "phones.json"
    save_phones(file, with_phone((), "Till", hash_of(key), "2026-11-30"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert key not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["", "{", "{}", "[1, null, {}]", '[{"id": "a", "name": "b", "key_hash": "short", "since": ""}]']
)
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, text: str) -> None:
    file = tmp_path / "phones.json"
    file.write_text(text, encoding="utf-8")
    assert load_phones(file) == ()


def test_the_oldest_leaves_where_they_are_too_many() -> None:
    phones: tuple[PairedPhone, ...] = ()
    for number in range(MOST + 1):
        phones = with_phone(phones, str(number), hash_of(str(number)), "")
    assert (len(phones), phones[0].name) == (MOST, "1")
