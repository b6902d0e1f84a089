"""What must not go out: a wrong licence, a path of this machine, code that not every computer runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from built_program import Built, NotFitToShipError
from bundle_choice import shipped_distributions
from bundle_parts import Part
from bundle_privacy import build_paths, paths_left
from collect_licences import gpl_qt_modules, refused


def check(built: Built, parts: list[Part], work: Path) -> None:
    """Refuse a program in which something is found that must not go out.

    Args:
        work: where it was built; no trace of that folder may be left in it.

    Raises:
        NotFitToShipError: with a line for each thing found.
    """
    found = refused(parts)
    found += [f"{name} is under the GPL alone" for name in gpl_qt_modules(built.folder)]
    found += [
        f"a path of this machine is in {place}" for place in paths_left(built.folder, build_paths((work,)))
    ]
    installed = shipped_distributions(built.flavour)["snapshelf"]
    about = next(built.inside.glob("snapshelf-*.dist-info"))
    if installed != built.version or about.name != f"snapshelf-{built.version}.dist-info":
        found.append(f"{about.name} is not version {built.version}: run the set-up again")
    if built.flavour == "light" and (built.inside / "torch").exists():
        found.append("torch is in the light program")
    if shutil.which("objdump"):
        for library in (*built.inside.glob("annoy/*.so"), *built.inside.glob("annoy/*.pyd")):
            code = subprocess.run(
                ["objdump", "-d", library], check=True, capture_output=True, text=True
            ).stdout
            if "%zmm" in code or "%ymm" in code:
                found.append(
                    f"{library.name} was built for this processor alone: see ANNOY_COMPILER_ARGS in set_up.py"
                )
    if found:
        raise NotFitToShipError("\n".join(found))
