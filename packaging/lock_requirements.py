"""Write ``packaging/requirements.lock``: every package that ships, pinned to its version and its hashes.

    python packaging/lock_requirements.py            write it anew, after a pin changed
    python packaging/lock_requirements.py --check    fail where it does not fit what is installed

The hashes are those of all files of a version in the indexes that pip is set to use (``pip config``), and
of files in its folders: the lock holds for each platform that these carry. No address is written down.
Install from it with ``pip install --require-hashes --no-deps -r packaging/requirements.lock``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bundle_choice import canonical, shipped_distributions
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

LOCK = Path(__file__).resolve().parent / "requirements.lock"
_HEAD = (
    "# Everything that ships, with the SHA-256 of each file of its version; made by lock_requirements.py.\n"
    "# torch is the build for the processor; another build of the same version has other hashes.\n"
)


def main() -> int:
    """Write or check; 0 when the lock fits."""
    parser = argparse.ArgumentParser(description="Pin what ships to its hashes.")
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    wanted = {name: version for name, version in shipped_distributions("full").items() if name != "snapshelf"}
    if is_check:
        wrong = mismatches(wanted, LOCK.read_text(encoding="utf-8"))
        print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
        return 1 if wrong else 0
    lines = [_HEAD]
    for name, version in sorted(wanted.items()):
        hashes = sorted(set(file_hashes(name, version)))
        if not hashes:
            print(f"no file of {name} {version} was found", file=sys.stderr)
            return 1
        lines.append(
            " \\\n".join([f"{name}=={version}", *(f"    --hash=sha256:{digest}" for digest in hashes)]) + "\n"
        )
    LOCK.write_text("".join(lines), encoding="utf-8")
    return 0


def mismatches(wanted: dict[str, str], lock: str) -> list[str]:
    """A sentence for each package whose version is not the locked one, or that has no hash."""
    locked: dict[str, str] = {}
    for entry in lock.replace("\\\n", " ").splitlines():
        if "==" in entry and not entry.startswith("#"):
            requirement, *hashes = entry.split()
            name, _, version = requirement.partition("==")
            locked[name] = version if hashes else "no hash"
    names = sorted(wanted.keys() | locked.keys())
    return [
        f"{name}: installed {wanted.get(name, 'not at all')}, locked {locked.get(name, 'not at all')}"
        for name in names
        if wanted.get(name) != locked.get(name)
    ]


def file_hashes(name: str, version: str) -> Iterator[str]:
    """SHA-256 of each file of a version, from the folders and the indexes that pip looks in."""
    for folder in _settings("find-links"):
        for file in sorted(Path(unquote(urlsplit(folder).path)).glob("*")):
            if _is_of(file.name, name, version):
                yield hashlib.sha256(file.read_bytes()).hexdigest()
    for index in _settings("index-url", "extra-index-url"):
        page = _page(f"{index.rstrip('/')}/{name}/")
        yield from _listed(page, name, version)


def _page(address: str) -> str:
    """What an index lists of a package, as JSON or HTML; empty where it has none."""
    if address.startswith("file:"):
        file = Path(unquote(urlsplit(address).path)) / "index.html"
        return file.read_text(encoding="utf-8") if file.is_file() else ""
    kinds = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
    try:
        request = urllib.request.Request(address, headers={"Accept": kinds})  # noqa: S310  (pip's own index)
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return str(answer.read().decode())
    except urllib.error.HTTPError:
        return ""


def _listed(body: str, name: str, version: str) -> Iterator[str]:
    """Hashes in an index's page, in its JSON or in its HTML form."""
    if body.lstrip().startswith("{"):
        for file in json.loads(body)["files"]:
            if _is_of(file["filename"], name, version) and "sha256" in file["hashes"]:
                yield file["hashes"]["sha256"]
        return
    for link in re.findall(r'href="([^"]+)"', body):
        address, _, digest = link.partition("#sha256=")
        if digest and _is_of(unquote(address.rsplit("/", 1)[-1]), name, version):
            yield digest.split("&")[0]


def _is_of(file: str, name: str, version: str) -> bool:
    try:
        found, parsed = (
            parse_wheel_filename(file)[:2] if file.endswith(".whl") else parse_sdist_filename(file)
        )
    except (InvalidWheelFilename, InvalidSdistFilename, ValueError):
        return False
    # A local version ("+cpu") is part of the file's name, not always of the pin.
    return canonical(found) == name and parsed.public == Version(version).public


@cache
def _settings(*names: str) -> list[str]:
    """What pip is set to: the values of these options, wherever they are set."""
    told = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True
    )
    found = []
    for line in told.stdout.splitlines():
        key, _, value = line.partition("=")
        if key.rpartition(".")[2] in names:
            found += value.strip("'\"").replace("\\n", " ").split()
    if "index-url" in names and ".index-url=" not in told.stdout:
        from pip._internal.models.index import PyPI  # what pip asks when nothing is set

        found.append(PyPI.simple_url)
    return found


if __name__ == "__main__":
    sys.exit(main())
