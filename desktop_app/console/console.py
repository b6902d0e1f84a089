"""The terminal: sentences and progress on stderr, results on stdout, in the user's language."""

import json
import locale
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core import paths
from core.messages import Sentence
from core.plain_text import plain_line
from core.progress import Progress, ReportProgress
from core.settings import Language
from desktop_app.console.translation_file import read_translations, translator

_NOT_SHOWN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What JSON may hold as it is, but a terminal would obey."""


def terminal_language(chosen: Language) -> str:
    """The language to speak: the user's setting, else the platform's."""
    if chosen != "system":
        return chosen
    named = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    platform = next((name for name in named if name), None) or locale.getlocale()[0] or ""
    return "zh_CN" if platform.lower().startswith(("zh", "chinese")) else "en"


class ReaderGone(Exception):  # noqa: N818  (nothing went wrong)
    """Whoever reads the result has seen enough, like ``head``."""


def _print(text: str) -> None:
    """Onto stdout, at once: a program that reads what ``sync --watch`` says would wait for 8 KB of it.

    Only there is a closed pipe a reader's wish, anywhere else it is a fault.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError as error:
        raise ReaderGone from error


class Console:
    """Where commands write. With ``as_json`` stdout holds one JSON document and nothing else."""

    def __init__(self, *, language: str, as_json: bool = False) -> None:
        self.as_json = as_json
        self.is_chinese = language.startswith("zh")
        catalog: dict[tuple[str, str], str] = {}
        if language != "en":
            catalog = read_translations(paths.resources() / "translations" / f"snapshelf_{language}.ts")
        self._translate: Callable[[str], str] = translator(catalog, "cli", "core")

    def text(self, sentence: Sentence) -> str:
        """``sentence`` in the user's language."""
        return sentence.translated(self._translate)

    def format(self, text: str, **values: object) -> str:
        """A marked template in the user's language, with its values."""
        return self.text(Sentence(text, values))

    def note(self, text: str, **values: object) -> None:
        """A sentence beside the result, on stderr."""
        print(self.format(text, **values), file=sys.stderr)

    def error(self, sentence: Sentence) -> None:
        """What went wrong, on stderr."""
        print(self.text(sentence), file=sys.stderr)

    def errors(self, sentences: Iterable[Sentence]) -> None:
        """Each of them on stderr."""
        for sentence in sentences:
            self.error(sentence)

    def line(self, text: str = "") -> None:
        """A line of the result for people, whatever names stand in it; nothing when the result is JSON."""
        if not self.as_json:
            _print(plain_line(text))

    def document(self, value: Any) -> None:
        """The result for programs; nothing when the result is for people."""
        if self.as_json:
            text = json.dumps(value, ensure_ascii=False, indent=2, default=_jsonable)
            _print(_NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text))

    @contextmanager
    def progress(self) -> Iterator[ReportProgress]:
        """A progress bar on stderr for as long as the block runs; silent where stderr is no terminal."""
        from tqdm import tqdm

        bar: Any = None
        stage = ""

        def listen(progress: Progress) -> None:
            nonlocal bar, stage
            if bar is None or progress.stage != stage:
                if bar is not None:
                    bar.close()
                stage = progress.stage
                bar = tqdm(
                    total=progress.total,
                    desc=self._translate(stage),
                    file=sys.stderr,
                    disable=None,
                    leave=False,
                )
            bar.total = progress.total
            bar.update(progress.done - bar.n)

        try:
            yield listen
        finally:
            if bar is not None:
                bar.close()


def _jsonable(value: object) -> object:
    if isinstance(value, Sentence | Path):
        return str(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")
