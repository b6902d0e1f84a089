"""What is handed out on Linux: a plain archive, a file that starts by itself, and a Debian package.

All three hold the same folder. Times, order and owners in them are fixed, so that the same program gives
the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from built_program import Built
from linked_libraries import linked_to

HERE = Path(__file__).resolve().parent
DEBIAN_HOME = "usr/lib/snapshelf"
PRESET = 6


def make_archives(built: Built, folder: Path) -> list[Path]:
    """Make all three in ``folder``; their checksums go into ``SHA256SUMS`` there."""
    stem = f"snapshelf-{built.flavour}-{built.version}-linux-x86_64"
    packed = _tar_xz(built.folder, "snapshelf", built.made_at)
    plain = folder / f"{stem}.tar.xz"
    plain.write_bytes(packed)
    single = folder / f"{stem}.run"
    write_single_file(single, packed, built)
    debian = folder / f"{stem}.deb"
    write_debian_package(debian, built)
    made = [plain, single, debian]
    _note_checksums(folder, made)
    return made


def _tar_xz(folder: Path, root: str, made_at: int) -> bytes:
    """``folder`` under the name ``root``, sorted, owned by root, of one time."""
    buffer = io.BytesIO()
    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": PRESET, "dict_size": 1 << 26}]
    with (
        lzma.LZMAFile(buffer, "w", format=lzma.FORMAT_XZ, filters=filters) as xz,
        tarfile.open(fileobj=xz, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = root if path == folder else f"{root}/{path.relative_to(folder).as_posix()}"
            entry = tar.gettarinfo(str(path), name)
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = made_at
            if entry.isreg():
                with path.open("rb") as file:
                    tar.addfile(entry, file)
            else:
                tar.addfile(entry)
    return buffer.getvalue()


def write_single_file(target: Path, packed: bytes, built: Built) -> None:
    """A shell script with the archive behind it; it unpacks itself once into the user's cache and starts."""
    digest = hashlib.sha256(packed).hexdigest()[:16]
    script = (HERE / "linux" / "single_file.sh").read_text(encoding="utf-8")
    values = {"VERSION": built.version, "FLAVOUR": built.flavour, "DIGEST": digest}
    for name, value in values.items():
        script = script.replace(f"@{name}@", value)
    lines = script.count("\n") + 1
    script = script.replace("@LINE@", f"{lines:4d}".replace(" ", "0"))
    target.write_bytes(script.encode() + packed)
    target.chmod(0o755)


def write_debian_package(target: Path, built: Built) -> None:
    """A package for Debian and its kin; it installs under /usr/lib/snapshelf."""
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        tree = Path(temporary) / "tree"
        program = tree / DEBIAN_HOME
        shutil.copytree(built.folder, program, symlinks=True)
        for name in ("snapshelf.desktop", "snapshelf.xml", "org.snapshelf.Snapshelf.metainfo.xml"):
            _install(HERE / "linux" / name, tree / _PLACES[name])
        _install(HERE.parent / "resources/icons/snapshelf.svg", tree / _PLACES["snapshelf.svg"])
        _install(
            built.inside / "resources/licences/THIRD_PARTY.md",
            tree / "usr/share/doc/snapshelf/THIRD_PARTY.md",
        )
        _install(HERE.parent / "LICENSE", tree / "usr/share/doc/snapshelf/copyright")
        _install(HERE / "linux" / "policy.example.json", tree / "usr/share/doc/snapshelf/policy.example.json")
        command = tree / "usr/bin/snapshelf"
        command.parent.mkdir(parents=True)
        command.symlink_to(f"../../{DEBIAN_HOME}/snapshelf")
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        size = sum(
            path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink()
        )
        control.write_text(_control(built, size // 1024, debian_dependencies(built.folder)), encoding="utf-8")
        for path in [tree, *tree.rglob("*")]:
            if not path.is_symlink():
                if path.is_dir():
                    path.chmod(0o755)
                os.utime(path, (built.made_at, built.made_at))
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(built.made_at)}
        command_line: list[str | Path] = [
            "dpkg-deb",
            "--build",
            "--root-owner-group",
            "-Zxz",
            f"-z{PRESET}",
            tree,
            target,
        ]
        subprocess.run(command_line, check=True, env=environment, stdout=subprocess.DEVNULL)


_PLACES = {
    "snapshelf.desktop": "usr/share/applications/snapshelf.desktop",
    "snapshelf.xml": "usr/share/mime/packages/snapshelf.xml",
    "snapshelf.svg": "usr/share/icons/hicolor/scalable/apps/snapshelf.svg",
    "org.snapshelf.Snapshelf.metainfo.xml": "usr/share/metainfo/org.snapshelf.Snapshelf.metainfo.xml",
}


def _install(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _control(built: Built, kilobytes: int, dependencies: Iterable[str]) -> str:
    summary = {
        "full": "find a shop's products by picture, offline",
        "light": "find a shop's products by picture, offline (without deep lessons)",
    }[built.flavour]
    name = {"full": "snapshelf", "light": "snapshelf-light"}[built.flavour]
    other = {"full": "snapshelf-light", "light": "snapshelf"}[built.flavour]
    return (
        f"Package: {name}\nVersion: {built.version}\nArchitecture: amd64\nSection: graphics\n"
        "Priority: optional\n"
        f"Maintainer: Snapshelf <snapshelf@localhost>\nInstalled-Size: {kilobytes}\n"
        f"Depends: {', '.join(dependencies)}\nConflicts: {other}\nReplaces: {other}\n"
        f"Description: {summary}\n"
        " A clerk drags in a picture or holds a product before the webcam; the window\n"
        " says which product of this shop it is: name, price, shelf, stock. Nothing\n"
        " leaves the computer. Shops lie in folders of the user's choice and stay when\n"
        " the package is removed.\n"
    )


def debian_dependencies(program: Path) -> list[str]:
    """Packages that hold the libraries which the program is linked to and does not bring along.

    What PyInstaller leaves to the system belongs to the display or to libc: those must fit the computer.
    """
    libraries = [path for path in program.rglob("*") if path.is_file() and _is_elf(path)]
    brought = {path.name for path in program.rglob("*")}
    wanted = set().union(*(linked_to(path) for path in libraries)) - brought
    packages = {package for name in sorted(wanted) if (package := _package_with(name)) is not None}
    least = {"libc6": " (>= 2.36)"}
    return sorted(package + least.get(package, "") for package in packages)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _package_with(library: str) -> str | None:
    """Debian's package with a shared library; None where this computer has it from elsewhere."""
    answer = subprocess.run(["dpkg", "--search", f"*/{library}"], capture_output=True, text=True, check=False)
    packages = sorted(
        {line.partition(":")[0] for line in answer.stdout.splitlines() if line.endswith(f"/{library}")}
    )
    return packages[0] if packages else None


def _note_checksums(folder: Path, made: list[Path]) -> None:
    """Add the files' SHA-256 to ``SHA256SUMS``, in the form that ``sha256sum --check`` reads."""
    file = folder / "SHA256SUMS"
    known: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        digest, _, name = line.partition("  ")
        known[name] = digest
    for path in made:
        known[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    lines = [f"{digest}  {name}" for name, digest in sorted(known.items()) if (folder / name).exists()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
