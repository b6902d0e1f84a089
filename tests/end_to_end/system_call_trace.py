"""Runs a program without any network interface under strace, and reads what it asked the system for."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_TRACED = (
    "%network,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,unlink,unlinkat,truncate,chdir,execve"
)
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)")


@dataclass(slots=True)
class Trace:
    """What a process and its children did.

    Attributes:
        sockets: the families and addresses that were asked for, but for those within the machine.
        looked_up: files of name resolution that were read.
        written: absolute paths of files that were made, written, renamed or removed.
    """

    sockets: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    written: set[Path] = field(default_factory=set)
    calls: int = 0


def can_trace() -> bool:
    """Whether this machine can take the network away from a process and watch its system calls."""
    if not shutil.which("strace") or not shutil.which("unshare"):
        return False
    probe = ["unshare", *_namespace(), "strace", "-f", "-e", "trace=openat", "-o", os.devnull, "true"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


_LOOPBACK_UP = (
    "import fcntl, os, socket, struct, sys\n"
    "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:\n"
    "    fcntl.ioctl(one, 0x8914, struct.pack('16sh', b'lo', 1))\n"  # SIOCSIFFLAGS, IFF_UP
    "os.execvp(sys.argv[1], sys.argv[1:])\n"
)


def traced(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    log: Path,
    folder: Path,
    *,
    loopback: bool = False,
) -> tuple[subprocess.CompletedProcess[str], Trace]:
    """Run ``command`` in ``folder`` with no network at all; what it printed, and what it did.

    With ``loopback`` there is that one network, on which nobody else is.
    """
    first = [sys.executable, "-c", _LOOPBACK_UP] if loopback else []
    watch = ["strace", "-f", "-qq", "-y", "--seccomp-bpf", "-s", "4096", "-e", f"trace={_TRACED}"]
    whole = ["unshare", *_namespace(), *first, *watch, "-o", str(log), *map(str, command)]
    ended = subprocess.run(
        whole, env=dict(environment), cwd=folder, capture_output=True, text=True, check=False
    )
    return ended, read_trace(log.read_text(encoding="utf-8", errors="replace").splitlines(), folder)


def read_trace(lines: Sequence[str], folder: Path) -> Trace:
    """Understand strace's output; relative paths are taken from ``folder``."""
    trace = Trace()
    for line in _joined(lines):
        call = _CALL.match(line)
        if call is None:
            continue
        trace.calls += 1
        name, arguments, result = call.groups()
        if name in {"socket", "connect", "sendto", "bind", "sendmsg"} and re.search(
            r"AF_(?!UNIX|NETLINK|UNSPEC)\w+", arguments
        ):
            trace.sockets.append(line)
        elif name in {"open", "openat", "openat2", "creat"} and not result.startswith("-"):
            path = _paths(arguments, folder)[-1]
            if path.name in {"resolv.conf", "hosts", "host.conf", "gai.conf"}:
                trace.looked_up.append(str(path))
            if name == "creat" or _WRITING.search(arguments.split(",", 1)[1]):
                trace.written.add(path)
        elif name not in {"execve", "chdir"} and name.startswith(_CHANGING) and result == "0":
            trace.written.update(_paths(arguments, folder))
    return trace


_CHANGING = ("mkdir", "rename", "link", "symlink", "unlink", "truncate")


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Calls that strace split because another thread came between, in one piece."""
    begun: dict[str, str] = {}
    for line in lines:
        process = line.split(" ", 1)[0]
        if "<unfinished ...>" in line:
            begun[process] = line.split("<unfinished ...>")[0]
        elif resumed := re.match(r"\d+ +<\.\.\. \w+ resumed>(.*)", line):
            yield begun.pop(process, "") + resumed[1]
        else:
            yield line


def _paths(arguments: str, folder: Path) -> list[Path]:
    """The absolute paths among a call's arguments; ``-y`` shows folders as ``3</path>``."""
    found, base = [], folder
    for part in re.finditer(r'(?:AT_FDCWD|\d+)<([^>]*)>|"((?:[^"\\]|\\.)*)"', arguments):
        if part[1] is not None:
            base = Path(_unescaped(part[1]))
        else:
            found.append(Path(os.path.normpath(base / _unescaped(part[2]))))
    return found


def _unescaped(text: str) -> str:
    r"""strace writes what is not ASCII as ``\346\265``."""
    raw = text.encode("latin-1", errors="replace").decode("unicode_escape").encode("latin-1")
    return raw.decode(errors="replace")


def _namespace() -> list[str]:
    """An own network without an interface; who is not root needs an own user namespace for it."""
    return ["--net"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--net"]
