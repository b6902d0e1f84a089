"""What goes into the packaged program, and what stays out."""

from pathlib import Path

from bundle_choice import FULL_ONLY, excluded_modules, is_wanted, shipped_distributions, without_orphans


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
    assert "torch" not in excluded
    assert "torch" in excluded_modules("light")


def test_unused_files_stay_out_but_for_the_few_that_are_needed_after_all() -> None:
    assert not is_wanted("PySide6/Qt/translations/qt_de.qm")
    assert is_wanted("PySide6/Qt/translations/qtbase_zh_CN.qm")
    assert not is_wanted("torch/bin/protoc")
    assert is_wanted("torch/bin/torch_shm_manager")
    assert not is_wanted("snapshelf-0.1.0.dist-info/direct_url.json")
    assert is_wanted("snapshelf-0.1.0.dist-info/METADATA")
    assert is_wanted("PySide6/Qt/plugins/platforms/libqxcb.so")


def test_a_windows_path_is_judged_like_any_other() -> None:
    assert not is_wanted("PySide6\\Qt\\translations\\qt_de.qm")


def test_a_system_library_that_nothing_needs_any_more_is_dropped_with_those_it_needed() -> None:
    places = {name: Path("/lib") / name for name in ("libgtk.so", "libpango.so", "libz.so", "app/plugin.so")}
    needs = {"app/plugin.so": ["libz.so"], "libgtk.so": ["libpango.so", "libz.so"]}
    kept = without_orphans(places, needs, ["libgtk.so", "libpango.so", "libz.so"])
    assert kept == {"app/plugin.so", "libz.so"}
