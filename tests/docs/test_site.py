"""The site: every page in it, in its language, and no link that leads nowhere."""

import re
import sys
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tools"))

from build_docs import GROUPS, build, page_of  # noqa: E402


def test_every_page_lists_the_pages_of_both_languages(tmp_path: Path) -> None:
    build(tmp_path / "site")
    for source in (path for _, pages in GROUPS.values() for path in pages.values()):
        page = (tmp_path / "site" / page_of(source)).read_text(encoding="utf-8")
        language = "zh-CN" if source.startswith("docs/zh_CN/") else "en"
        assert page.startswith(f'<!doctype html><html lang="{language}">'), source
        for name, pages in GROUPS.values():
            assert f"<h2>{name}</h2>" in page
            assert all(f'<a href="{page_of(path)}">{title}</a>' in page for title, path in pages.items())


def test_a_link_into_a_page_leads_to_a_heading_that_is_there(tmp_path: Path) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in build(tmp_path / "site")}
    links = [
        (name, target or name, anchor)
        for name, text in pages.items()
        for target, anchor in re.findall(r'href="([^"#:]*)#([^"]+)"', text)
    ]
    assert len(links) >= 4
    assert [link for link in links if f'id="{unquote(link[2])}"' not in pages[link[1]]] == []


def test_pages_and_pictures_that_documents_show_are_there(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for page in build(site):
        links = re.findall(r'(?:href|src)="([^"#]+\.(?:html|png))', page.read_text(encoding="utf-8"))
        assert [link for link in links if "://" not in link and not (site / link).exists()] == [], page.name
