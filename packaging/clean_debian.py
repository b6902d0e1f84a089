"""Install the Debian package into a fresh, minimal Debian, use it there as a clerk, and remove it again.

    python packaging/clean_debian.py dist/snapshelf-light-0.1.0-linux-x86_64.deb [--run FILE] [--archive URL]

So it is seen that the package names everything which it needs: nothing is there but Debian's base system
and what apt brings for the package. Takes root, debootstrap and an archive of Debian, for which reason it
belongs to neither ``make test`` nor ``make package``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from installed_program import SmokeError, expect

RELEASE = "bookworm"
BROUGHT = Path("/brought")
"""Where the files to be tried lie on the fresh computer."""

INSTALL = ("install", "--yes", "--no-install-recommends")

_MOUNTED = """
mount -t proc proc "$0/proc"
mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm"
exec chroot "$@"
"""
"""Run in a mount namespace of its own, so that nothing stays mounted."""


@dataclass(frozen=True, slots=True)
class Computer:
    """A root folder with a Debian in it."""

    root: Path

    def run(self, *command: str | Path, user: str = "root") -> str:
        """Run a command in it with next to nothing in the environment; returns what it printed.

        Raises:
            SmokeError: it failed.
        """
        home = "/root" if user == "root" else f"/home/{user}"
        environment = {"HOME": home, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        who = [f"--userspec={user}:{user}"]
        ended = subprocess.run(
            ["unshare", "--mount", "sh", "-ec", _MOUNTED, self.root, *who, self.root, *command],
            env=environment | {"DEBIAN_FRONTEND": "noninteractive"},
            cwd="/",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if ended.returncode != 0 or "Traceback" in ended.stderr:
            shown = " ".join(map(str, command))
            raise SmokeError(f"{shown}: exit code {ended.returncode}\n{ended.stdout}\n{ended.stderr}")
        return ended.stdout.strip()


def main() -> int:
    """0 when the package came, worked and went."""
    parser = argparse.ArgumentParser(description="Try the Debian package in a fresh Debian.")
    parser.add_argument("package", type=Path)
    parser.add_argument("--run", type=Path, help="the single file, to be tried beside it")
    parser.add_argument("--archive", help="where debootstrap takes Debian from; its own choice by default")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fresh-debian-") as folder:
        root = Path(folder) / "root"
        command: list[str | Path] = ["debootstrap", "--variant=minbase", RELEASE, root]
        if arguments.archive:
            command.append(arguments.archive)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        print(f"a fresh Debian {RELEASE}, base system only")
        try:
            use(Computer(root), arguments.package, arguments.run)
        except SmokeError as error:
            print(f"The package failed: {error}", file=sys.stderr)
            return 1
    return 0


def use(computer: Computer, package: Path, single: Path | None) -> None:
    """Install, work as a clerk under a policy, remove."""
    bring(computer, package)
    before = set(computer.run("dpkg-query", "--show", "--showformat=${Package}\n").split())
    computer.run("apt-get", "update")
    computer.run("apt-get", *INSTALL, BROUGHT / package.name)
    came = set(computer.run("dpkg-query", "--show", "--showformat=${Package}\n").split()) - before
    print(f"apt installed it unattended, with {len(came) - 1} packages that it needs")

    policy = {"shop": "/home/clerk/shop", "settings": {"language": "zh_CN"}}
    place = computer.root / "etc" / "snapshelf" / "policy.json"
    place.parent.mkdir(exist_ok=True)
    place.write_text(json.dumps(policy), encoding="utf-8")
    computer.run("useradd", "--create-home", "clerk")
    print("it says", computer.run("snapshelf", "--version", user="clerk"))
    computer.run("snapshelf", "demo", "--picture", "/home/clerk/window.png", user="clerk")
    expect((computer.root / "home/clerk/window.png").stat().st_size > 30_000, "its window is empty")
    print("it shows its window on the demo shop")
    demo = next((computer.root / "home/clerk").rglob("Demo shop"))
    shutil.copytree(demo, computer.root / "home/clerk/shop")
    computer.run("chown", "--recursive", "clerk:clerk", "/home/clerk/shop")
    photo = next((computer.root / "usr/lib/snapshelf").rglob("counter-photos/*.jpg"))
    shown = Path("/", photo.relative_to(computer.root))
    found = json.loads(
        computer.run("snapshelf", "--shop", "/home/clerk/shop", "search", shown, "--json", user="clerk")
    )
    expect(found[0]["results"][0]["sku"] == photo.name.partition("-")[0], f"it took {photo.name} for {found}")
    print("it finds the product in a counter photo")
    if single:
        bring(computer, single)
        computer.run("apt-get", *INSTALL, "xz-utils")
        print("the single file says", computer.run(BROUGHT / single.name, "--version", user="clerk"))

    computer.run("apt-get", "purge", "--yes", sorted(came & {"snapshelf", "snapshelf-light"})[0])
    left = [path for path in ("usr/lib/snapshelf", "usr/bin/snapshelf") if (computer.root / path).exists()]
    expect(not left, f"removing it left {left}")
    for kept in (place, computer.root / "home/clerk/shop/catalog.db"):
        expect(kept.exists(), f"removing it took {kept.name} along")
    print("apt removed it; the shop and the policy are still there")


def bring(computer: Computer, file: Path) -> None:
    """Put a file on the computer."""
    target = computer.root / BROUGHT.relative_to("/") / file.name
    target.parent.mkdir(exist_ok=True)
    shutil.copy(file, target)


if __name__ == "__main__":
    sys.exit(main())
