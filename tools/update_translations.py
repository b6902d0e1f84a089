"""Keep the translation files in step with the source, and compile them.

    python tools/update_translations.py             extract what is new, drop what is gone
    python tools/update_translations.py --check     fail if something is missing, unused or not translated
    python tools/update_translations.py --compile   make the .qm files that the window loads

The sources of truth are ``resources/translations/snapshelf_<language>.ts``; the English one holds only the
forms of plurals. Sentences are found by Qt's lupdate: ``self.tr(…)`` and ``translate(…)`` in the window,
``message(…)`` in core and in the commands; those of the phone's pages, ``{{ _("…") }}``, are shown to it as
Python. Line numbers are left out, so that a diff shows words alone.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
TRANSLATED = ("zh_CN",)
PLURALS_ONLY = ("en",)
SOURCES = ("core", "desktop_app")
TEMPLATES = ROOT / "resources" / "phone" / "templates"
_IN_TEMPLATE = re.compile(r"""\b_\("((?:[^"\\]|\\.)*)"\)""")


def file_of(language: str, folder: Path = TRANSLATIONS) -> Path:
    """The translation source of ``language``."""
    return folder / f"snapshelf_{language}.ts"


def extract(folder: Path = TRANSLATIONS) -> None:
    """Bring the files in ``folder`` up to date with the program's source."""
    files = sorted(str(path) for source in SOURCES for path in (ROOT / source).rglob("*.py"))
    with tempfile.TemporaryDirectory() as passing:
        of_templates = Path(passing) / "templates.py"
        calls = [f'translate("phone", "{text}")' for text in texts_of_templates()]
        of_templates.write_text("\n".join(calls), encoding="utf-8")
        _extract([*files, str(of_templates)], folder)


def texts_of_templates() -> list[str]:
    """What the templates of the phone's pages say, each text once, as a Python literal without its quotes."""
    found = (_IN_TEMPLATE.findall(path.read_text(encoding="utf-8")) for path in TEMPLATES.glob("*.html"))
    return sorted({text for texts in found for text in texts})


def _extract(files: list[str], folder: Path) -> None:
    for language in (*TRANSLATED, *PLURALS_ONLY):
        target = file_of(language, folder)
        command = [
            _tool("pyside6-lupdate"),
            "-silent",
            "-no-obsolete",
            "-sort-messages",
            *("-locations", "none"),
            *("-disable-heuristic", "similartext"),
            *("-tr-function-alias", "QT_TRANSLATE_NOOP+=message"),
            *("-source-language", "en"),
            *("-target-language", language),
            *(["-pluralonly"] if language in PLURALS_ONLY else []),
            *files,
            *("-ts", str(target)),
        ]
        subprocess.run(command, check=True, cwd=ROOT)


def entries(path: Path) -> Iterator[tuple[str, str, str, bool]]:
    """(context, English text, translation, finished) of every sentence in a translation source."""
    for context in Xml.parse(path).getroot().iter("context"):  # noqa: S314  (our own file)
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            yield name, entry.findtext("source", ""), "\n".join(forms), finished


def problems() -> list[str]:
    """What keeps the committed files from being complete and up to date; empty when nothing does."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh_folder = Path(folder)
        for language in (*TRANSLATED, *PLURALS_ONLY):
            file_of(language, fresh_folder).write_bytes(file_of(language).read_bytes())
        extract(fresh_folder)
        for language in (*TRANSLATED, *PLURALS_ONLY):
            committed = {entry[:2] for entry in entries(file_of(language))}
            fresh = {entry[:2] for entry in entries(file_of(language, fresh_folder))}
            found += [
                f"{language}: not in the file: {context}: {text}" for context, text in fresh - committed
            ]
            found += [f"{language}: no longer used: {context}: {text}" for context, text in committed - fresh]
            found += [
                f"{language}: not translated: {context}: {text}"
                for context, text, _, finished in entries(file_of(language))
                if not finished
            ]
    return sorted(found)


def compile_all() -> None:
    """Make a .qm beside each .ts."""
    for language in (*TRANSLATED, *PLURALS_ONLY):
        source = file_of(language)
        command = [_tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
        subprocess.run(command, check=True, cwd=ROOT)


def _tool(name: str) -> str:
    """A tool of PySide6, beside the running Python."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(sys.executable).with_name(name + suffix))


def main() -> int:
    """Do what the arguments say; 1 if ``--check`` finds something."""
    parser = argparse.ArgumentParser(description="Keep the translations in step with the source.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compile", action="store_true")
    arguments = parser.parse_args()
    if arguments.compile:
        compile_all()
        return 0
    if not arguments.check:
        extract()
    found = problems()
    print("\n".join(found) or "Every sentence is translated.", file=sys.stderr if found else sys.stdout)
    return 1 if found and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
