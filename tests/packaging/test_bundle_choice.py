"""What goes into the packaged program, and what stays out."""

from pathlib import Path

import pytest
from bundle_choice import (
    FULL_ONLY,
    excluded_modules,
    is_needed_at_every_start,
    is_wanted,
    own_modules,
    shipped_distributions,
    without_orphans,
    written_in_python,
)

from desktop_app.__main__ import COMMANDS
from desktop_app.window.shop_pages import _PAGES


def test_the_full_program_ships_what_the_dependencies_need_in_turn() -> None:
    shipped = shipped_distributions("full")
    assert shipped.keys() >= FULL_ONLY
    assert {"numpy", "pillow", "pyside6", "sympy", "click", "snapshelf"} <= shipped.keys()


def test_the_light_program_ships_neither_torch_nor_what_only_torch_needs() -> None:
    light = shipped_distributions("light").keys()
    assert not light & (FULL_ONLY | {"sympy", "networkx", "huggingface-hub"})
    assert light < shipped_distributions("full").keys()


def test_what_is_only_installed_for_work_on_the_program_is_kept_out() -> None:
    excluded = excluded_modules("full")
    assert {"pytest", "mypy", "hypothesis", "hnswlib"} & set(excluded)
    assert "demo_drawing" in excluded
    assert "torch" not in excluded
    assert "torch" in excluded_modules("light")


def test_every_command_and_page_goes_in_though_none_is_imported_by_its_file() -> None:
    named = {f"desktop_app.commands.{name.replace('-', '_')}_command" for name in COMMANDS}
    named |= {module for module, _name in _PAGES}
    assert named <= set(own_modules())
    assert not {module for module in own_modules() if module.startswith(("demo_drawing", "tests"))}


def test_unused_files_stay_out_but_for_the_few_that_are_needed_after_all() -> None:
    assert not is_wanted("PySide6/Qt/translations/qt_de.qm")
    assert is_wanted("PySide6/Qt/translations/qtbase_zh_CN.qm")
    assert not is_wanted("torch/bin/protoc")
    assert is_wanted("torch/bin/torch_shm_manager")
    assert not is_wanted("snapshelf-0.1.0.dist-info/direct_url.json")
    assert is_wanted("snapshelf-0.1.0.dist-info/METADATA")
    assert is_wanted("PySide6/Qt/plugins/platforms/libqxcb.so")


def test_what_runs_before_the_first_line_makes_no_folder_and_imports_no_qt_on_linux() -> None:
    assert not is_needed_at_every_start("pyi_rth_mplconfig", linux=False)
    assert not is_needed_at_every_start("pyi_rth_pyside6", linux=True)
    assert is_needed_at_every_start("pyi_rth_pyside6", linux=False)
    assert is_needed_at_every_start("pyi_rth_multiprocessing", linux=True)
    assert is_needed_at_every_start("program", linux=True)


def test_a_windows_path_is_judged_like_any_other() -> None:
    assert not is_wanted("PySide6\\Qt\\translations\\qt_de.qm")


def test_a_system_library_that_nothing_needs_any_more_is_dropped_with_those_it_needed() -> None:
    places = {name: Path("/lib") / name for name in ("libgtk.so", "libpango.so", "libz.so", "app/plugin.so")}
    needs = {"app/plugin.so": ["libz.so"], "libgtk.so": ["libpango.so", "libz.so"]}
    kept = without_orphans(places, needs, ["libgtk.so", "libpango.so", "libz.so"])
    assert kept == {"app/plugin.so", "libz.so"}


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6\\translations\\qtbase_de.qm", False),
        ("PySide6\\translations\\qtbase_zh_CN.qm", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qoffscreen.dll", True),
        ("PySide6\\Qt6VirtualKeyboard.dll", False),
        ("PySide6\\Qt6Pdf.dll", False),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6/Qt/lib/QtVirtualKeyboard.framework/Versions/A/QtVirtualKeyboard", False),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", False),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", True),
        ("libcups.so.2", False),
        ("torchvision\\_C.pyd", False),
        ("torchvision\\jpeg8.dll", False),
        ("torch\\lib\\torch_cpu.dll", True),
        ("torch/lib/libtorch_cpu.dylib", True),
    ],
)
def test_the_same_parts_of_qt_and_torch_ship_on_windows_and_macos(place: str, wanted: bool) -> None:
    assert is_wanted(place) is wanted


def test_a_library_for_windows_is_known_however_it_is_spelled() -> None:
    places = {name: Path("C:/Windows") / name for name in ("MSVCP140.dll", "PySide6\\Qt6Core.dll")}
    kept = without_orphans(places, {"PySide6\\Qt6Core.dll": ["msvcp140.dll"]}, ["MSVCP140.dll"])
    assert kept == set(places)


def test_a_library_of_a_framework_is_known_by_its_last_part() -> None:
    places = {name: Path("/opt") / name for name in ("libomp.dylib", "torch/lib/libtorch.dylib")}
    kept = without_orphans(places, {"torch/lib/libtorch.dylib": ["@rpath/libomp.dylib"]}, ["libomp.dylib"])
    assert kept == set(places)


def test_compiled_parts_of_fonttools_stay_out_and_their_python_goes_in() -> None:
    from fontTools.misc import bezierTools

    place = "fontTools/misc/bezierTools.cpython-311-x86_64-linux-gnu.so"
    assert not is_wanted(place)
    compiled = (place, str(Path(bezierTools.__file__).with_name(Path(place).name)), "EXTENSION")
    ((module, python, kind),) = written_in_python([compiled, ("av/_core.so", "/av/_core.so", "EXTENSION")])
    assert (module, kind) == ("fontTools.misc.bezierTools", "PYMODULE")
    assert "def approximateCubicArcLength" in Path(python).read_text(encoding="utf-8")
