"""The build on Windows and macOS, as far as it can be tried on any system."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import bundle_parts
import finish_program
import installed_program
import pytest
from binary_kind import binary_kind
from bundle_parts import UnknownPartError, python_licence_files


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x7fELF\x02\x01\x01\x00", "ELF"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "PE"),
        (b"\xcf\xfa\xed\xfe\x0c\x00\x00\x01", "Mach-O"),
        (b"\xca\xfe\xba\xbe\x00\x00\x00\x02", "Mach-O"),
        (b"\xca\xfe\xba\xbe\x00\x00\x00\x34", None),  # a class file of Java
        (b"# words", None),
        (b"", None),
    ],
)
def test_code_is_told_by_its_first_bytes(start: bytes, kind: str | None, tmp_path: Path) -> None:
    file = tmp_path / "Python"
    file.write_bytes(start)
    assert binary_kind(file) == kind


def test_pythons_licence_is_found_where_windows_has_it(tmp_path: Path) -> None:
    (tmp_path / "LICENSE.txt").write_text("words")
    assert [file for file in python_licence_files(tmp_path) if file.is_file()] == [tmp_path / "LICENSE.txt"]
    assert any(file.is_file() for file in python_licence_files())


def test_a_library_of_a_system_without_dpkg_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(UnknownPartError, match="foreign"):
        bundle_parts._debian_package(tmp_path / "foreign.dll")


def test_on_macos_a_library_that_was_changed_is_signed_again_and_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begin = b"\xcf\xfa\xed\xfe"
    (tmp_path / "Python").write_bytes(begin + b" here " + b"/some/where/python")
    (tmp_path / "libother.dylib").write_bytes(begin)
    (tmp_path / "words.txt").write_bytes(b"/some/where/python")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(
        finish_program, "neutralise_binary", lambda content: content.replace(b"/some", b"/none")
    )
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append([str(word) for word in command]))
    finish_program.neutralise_libraries(tmp_path)
    assert b"/none/where" in (tmp_path / "Python").read_bytes()
    assert (tmp_path / "words.txt").read_bytes() == b"/some/where/python"
    assert ran == [["codesign", "--force", "--sign", "-", str(tmp_path / "Python")]]


def test_on_windows_the_tried_program_has_a_home_though_no_variable_can_move_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setenv("SYSTEMROOT", r"C:\Windows")
    assert installed_program.home_alone(tmp_path).keys() == {"SYSTEMROOT", "SNAPSHELF_HOME"}


def test_spoiling_a_network_leaves_the_installed_one_whole(tmp_path: Path) -> None:
    program = tmp_path / "program"
    (program / "_internal").mkdir(parents=True)
    (program / "snapshelf").write_text("starts")
    network = program / "_internal" / "b0.onnx"
    network.write_bytes(b"a network")
    network.chmod(0o444)  # what cannot be written cannot be removed on Windows
    installed = installed_program.Installed(program / "snapshelf", tmp_path, tmp_path)
    spoiled = installed_program.with_spoiled_network(installed, tmp_path)
    assert (spoiled.parent / "_internal" / "b0.onnx").read_bytes() == b"not a network"
    assert network.read_bytes() == b"a network"
    assert spoiled.read_text() == "starts"
