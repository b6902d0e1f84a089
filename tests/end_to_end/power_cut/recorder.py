"""Runs a process under strace and understands what it did to the files below a folder."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.power_cut.disk import ROOT, Disk, Names, Step, Sync, Told, Truncate, Write

_TRACED = (
    "openat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,ftruncate,fsync,fdatasync,mkdir,rename,"
    "unlink,unlinkat,rmdir,sendfile,clone,clone3,fork,vfork,execve"
)
"""Not read: it says much, and nobody here writes on from where he has read to without a seek."""
_OTHER_NAMES = "mkdirat,renameat,renameat2,link,linkat,symlink,symlinkat,truncate"
_OTHER_WRITES = "copy_file_range,pwritev,pwritev2,fallocate"
"""What Python and SQLite do not do here: to be told of it is enough."""
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
_RESUMED = re.compile(r"\d+ +<\.\.\. \w+ resumed>(.*)")


@dataclass
class _Open:
    """A file that is open: its number, and where the next write goes."""

    node: int
    position: int = 0
    appends: bool = False


def record(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
) -> tuple[list[Step], list[int]]:
    """Run ``command``, which works in the empty ``folder``.

    Returns:
        What it did, in order, and the numbers of all folders.

    Raises:
        ValueError: it did something that is not understood here.
    """
    traced = f"trace={_TRACED},{_OTHER_NAMES},{_OTHER_WRITES}"
    watch = ["strace", "-f", "-qq", "-xx", "-s", str(1 << 26), "-e", traced, "-o", str(log)]
    subprocess.run([*watch, *command], env=dict(environment), check=True)
    with log.open(encoding="ascii", errors="replace") as lines:
        return understood(lines, folder)


def understood(lines: Iterable[str], folder: Path) -> tuple[list[Step], list[int]]:
    """The same from what strace wrote."""
    recorder = _Recorder(folder)
    for line in lines:
        recorder.read(line)
    return recorder.steps, list(recorder.disk.folders)


class _Recorder:
    def __init__(self, folder: Path) -> None:
        self.steps: list[Step] = []
        self.disk = Disk()
        self._folder = folder
        self._numbers = 0
        self._main: dict[int, _Open] = {}
        self._tables: dict[str, dict[int, _Open]] = {}
        self._begun: dict[str, str | None] = {}

    def read(self, line: str) -> None:
        """A line of strace's, which cuts a call in two where another thread's comes between.

        What happens within a call may be seen by others before its end is told: the number of a file that is
        being closed is free for the next file, a folder that is being made has files. Read at its end alone,
        a close would end the file that came after.
        """
        process = line.split(" ", 1)[0]
        if "<unfinished ...>" in line:
            self._begun[process] = line.split("<unfinished ...>")[0]
            if self._name_of_begun(process) == "close":
                self._end_now(process)
        elif resumed := _RESUMED.match(line):
            begun = self._begun.pop(process)
            if begun is not None:
                self._ended(begun + resumed[1])
        else:
            self._ended(line)

    def _name_of_begun(self, process: str) -> str:
        return (self._begun[process] or "").removeprefix(process).split("(")[0].strip()

    def _end_now(self, process: str) -> None:
        begun, self._begun[process] = self._begun[process], None
        self._ended(f"{begun}) = 0")

    def _end_what_makes_names(self) -> None:
        """Another thread has seen what these calls make."""
        for process in list(self._begun):
            if self._name_of_begun(process) in {"mkdir", "rename"}:
                self._end_now(process)

    def _ended(self, line: str) -> None:
        call = _CALL.match(line)
        if call is None or call[4].startswith(("-", "?")):
            return
        process, name, rest, result = call[1], call[2], call[3], int(call[4])
        table = self._tables.setdefault(process, self._main)
        if name in {"clone", "clone3", "fork", "vfork"}:
            self._tables[str(result)] = table if "CLONE_FILES" in rest else dict(table)
        elif name == "execve":
            self._tables[process] = {}
        else:
            self._file_call(table, name, rest, result)

    def _file_call(self, table: dict[int, _Open], name: str, rest: str, result: int) -> None:
        if name == "writev":
            data = b"".join(_bytes(text) for text in re.findall(r'iov_base="([^"]*)"', rest))
            if data.startswith(b'{"'):
                self._do(Told(data))
        elif name in {"openat", "mkdir", "unlink", "rmdir", "unlinkat", "rename"}:
            paths = list(self._paths(table, rest))
            if paths:
                self._name_call(table, name, rest, result, paths)
        elif name in _OTHER_NAMES.split(","):
            if list(self._paths(table, rest)):
                raise ValueError(f"{name} is not understood: {rest[:300]}")
        else:
            number = int(rest.split(",")[0].split("<")[0])
            if number in table:
                self._open_file_call(table, number, name, rest, result)

    def _name_call(
        self, table: dict[int, _Open], name: str, rest: str, result: int, paths: list[tuple[int, str]]
    ) -> None:
        folder, last = paths[0]
        if name != "mkdir" and "O_CREAT" not in rest and last and last not in self.disk.folders[folder]:
            self._end_what_makes_names()
        node = self.disk.folders[folder].get(last) if last else folder
        if name == "openat":
            if node is None:
                node = self._new()
                self.disk.files[node] = bytearray()
                self._do(Names(((folder, last, node),)))
            elif "O_TRUNC" in rest:
                self._do(Truncate(node, 0))
            table[result] = _Open(node, appends="O_APPEND" in rest)
        elif name == "mkdir":
            if node is None:  # else another thread's, that had begun, was taken for it
                node = self._new()
                self.disk.folders[node] = {}
                self._do(Names(((folder, last, node),)))
        elif name == "rename":
            target, new = paths[1]
            self._do(Names(((folder, last, None), (target, new, node))))
        else:
            self._do(Names(((folder, last, None),)))

    def _open_file_call(
        self, table: dict[int, _Open], number: int, name: str, rest: str, result: int
    ) -> None:
        file = table[number]
        if name == "close":
            del table[number]
        elif name in {"dup", "dup2", "dup3"} or (name == "fcntl" and "F_DUPFD" in rest):
            table[result] = file
        elif name == "lseek":
            file.position = result
        elif name in {"write", "pwrite64"}:
            self._write(file, name, rest, result)
        elif name == "ftruncate":
            self._do(Truncate(file.node, int(rest.split(",")[1])))
        elif name in {"fsync", "fdatasync"}:
            self._do(Sync(file.node))
        elif name == "sendfile":
            source = table[int(rest.split(",")[1])]
            data = bytes(self.disk.files[source.node][source.position : source.position + result])
            self._do(Write(file.node, file.position, data))
            source.position += result
            file.position += result
        elif name != "fcntl":
            raise ValueError(f"{name} is not understood: {rest[:300]}")

    def _write(self, file: _Open, name: str, rest: str, result: int) -> None:
        found = re.search(r'"([^"]*)"', rest)
        assert found is not None
        data = _bytes(found[1])[:result]
        if name == "pwrite64":
            self._do(Write(file.node, int(rest.rsplit(",", 1)[1]), data))
            return
        if file.appends:
            file.position = len(self.disk.files[file.node])
        self._do(Write(file.node, file.position, data))
        file.position += result

    def _paths(self, table: dict[int, _Open], rest: str) -> Iterator[tuple[int, str]]:
        """Folder and name of each path that lies below the recorded folder; "" for that folder itself."""
        for base, text in re.findall(r'(?:(AT_FDCWD|\d+), )?"([^"]*)"', rest):
            path = _bytes(text).decode()
            if not path.startswith("/"):
                if base in {"", "AT_FDCWD"} or int(base) not in table:
                    continue
                yield self._walk(table[int(base)].node, path)
            elif Path(os.path.normpath(path)).is_relative_to(self._folder):
                yield self._walk(ROOT, Path(os.path.normpath(path)).relative_to(self._folder).as_posix())

    def _walk(self, folder: int, path: str) -> tuple[int, str]:
        parts = [part for part in path.split("/") if part not in {"", "."}]
        for part in parts[:-1]:
            if part not in self.disk.folders[folder]:
                self._end_what_makes_names()
            folder = self.disk.folders[folder][part]
        return folder, parts[-1] if parts else ""

    def _new(self) -> int:
        self._numbers += 1
        return self._numbers

    def _do(self, step: Step) -> None:
        self.steps.append(step)
        self.disk.apply(step)


def _bytes(text: str) -> bytes:
    """What ``-xx`` makes of a string: two hexadecimal digits a byte."""
    return bytes.fromhex(text.replace("\\x", ""))
