"""The documentation as a few HTML pages that open offline: docs/, the README and the decisions.

python tools/build_docs.py [--out build/docs]
"""

import argparse
import html
import re
import shutil
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

ROOT = Path(__file__).resolve().parent.parent
_ENGLISH = {
    "Overview": "README.md",
    "For the clerk": "docs/clerk.md",
    "A phone as camera": "docs/phone.md",
    "For IT": "docs/it.md",
    "More than one till": "docs/hub.md",
    "When something goes wrong": "docs/trouble.md",
    "For developers": "docs/developer.md",
    "Architecture": "docs/architecture.md",
    "Pictures": "docs/screenshots.md",
    "What is kept of people": "docs/privacy.md",
    "Security": "SECURITY.md",
    "Changes": "CHANGELOG.md",
}
_CHINESE = {
    "店员指南": "docs/zh_CN/clerk.md",
    "手机作为摄像头": "docs/zh_CN/phone.md",
    "IT 指南": "docs/zh_CN/it.md",
    "多台收银机": "docs/zh_CN/hub.md",
    "出了问题怎么办": "docs/zh_CN/trouble.md",
}
GROUPS = {"en": ("English", _ENGLISH), "zh-CN": ("中文", _CHINESE)}
"""The navigation: by the language of its pages, what the group is called, and each page's name and source."""
_STYLE = """
body { font: 16px/1.6 system-ui, sans-serif; color: #171b24; background: #f4f5f8; margin: 0; display: flex; }
nav { padding: 32px 24px; min-width: 210px; } nav a { display: block; padding: 6px 0; }
nav h2 { font-size: 14px; margin: 24px 0 4px; opacity: 0.7; } nav section:first-child h2 { margin-top: 0; }
main { background: #fff; padding: 32px 48px; max-width: 860px; min-height: 100vh; box-sizing: border-box; }
img { max-width: 100%; border: 1px solid #dfe2ea; border-radius: 8px; } a { color: #2b50d1; }
table { border-collapse: collapse; } tr + tr td { border-top: 1px solid #e6e8ee; }
td, th { padding: 6px 12px 6px 0; vertical-align: top; text-align: left; }
code { background: #eef0f5; padding: 1px 4px; border-radius: 4px; }
pre { background: #eef0f5; padding: 16px; border-radius: 8px; overflow-x: auto; } pre code { padding: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #14171e; color: #e8eaf0; } main { background: #1b1f28; } a { color: #8fa8ff; }
  code, pre { background: #262b36; } tr + tr td { border-color: #2e3441; }
}
"""


def page_of(source: str) -> str:
    """The HTML file that a Markdown file becomes, from its path below the root."""
    return source.removesuffix(".md").replace("/", "-").lower() + ".html"


def sources() -> list[str]:
    """Every document, the decisions included."""
    decisions = sorted(f"docs/decisions/{path.name}" for path in (ROOT / "docs" / "decisions").glob("*.md"))
    return [*(path for _, pages in GROUPS.values() for path in pages.values()), *decisions]


def language_of(source: str) -> str:
    """The language of a document, as HTML names it; English unless its group says otherwise."""
    return next((language for language, (_, pages) in GROUPS.items() if source in pages.values()), "en")


def _navigation() -> str:
    groups = (
        f'<section lang="{language}"><h2>{html.escape(name)}</h2>'
        + "".join(f'<a href="{page_of(path)}">{html.escape(title)}</a>' for title, path in pages.items())
        + "</section>"
        for language, (name, pages) in GROUPS.items()
    )
    return f"<nav>{''.join(groups)}</nav>"


def render(source: str, known: set[str]) -> str:
    """One document as a whole page; links to other documents lead to their pages, pictures beside it."""
    text = (ROOT / source).read_text(encoding="utf-8")
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = markdown.use(anchors_plugin, max_level=4).render(text)  # named as GitHub names them

    def link(match: re.Match[str]) -> str:
        attribute, target = match.groups()
        path, _, anchor = target.partition("#")
        if "://" in target or not path:
            return match.group(0)
        inside = (ROOT / source).parent.joinpath(path).resolve().relative_to(ROOT).as_posix()
        if inside in known:
            return f'{attribute}="{page_of(inside)}{"#" + anchor if anchor else ""}"'
        return f'{attribute}="{"images/" + Path(inside).name if inside.endswith(".png") else inside}"'

    body = re.sub(r'(href|src)="([^"]*)"', link, body)
    title = html.escape(text.lstrip("# ").splitlines()[0])
    return (
        f'<!doctype html><html lang="{language_of(source)}"><meta charset="utf-8">'
        f"<title>{title} – Snapshelf</title><style>{_STYLE}</style>{_navigation()}<main>{body}</main></html>"
    )


def build(out: Path) -> list[Path]:
    """Write every page and its pictures below ``out``; returns the pages."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "images").mkdir(parents=True)
    for picture in (ROOT / "docs" / "images").glob("*.png"):
        shutil.copy(picture, out / "images" / picture.name)
    documents = sources()
    pages = []
    for source in documents:
        page = out / page_of(source)
        page.write_text(render(source, set(documents)), encoding="utf-8")
        pages.append(page)
    shutil.copy(out / page_of("README.md"), out / "index.html")
    return pages


def main() -> None:
    """Build the site."""
    parser = argparse.ArgumentParser(description="Build the documentation.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "docs")
    arguments = parser.parse_args()
    print(f"{len(build(arguments.out))} pages in {arguments.out}")


if __name__ == "__main__":
    main()
