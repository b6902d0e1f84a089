"""A report of copies: what it shows and says, in both languages; nothing in it is a stranger's markup."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core import paths
from core.catalog.photo_log.lines import all_lines
from core.catalog.photos.faces import note_copy
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.copies.looking_through import Traced, look_through
from core.errors import KnownError
from core.evidence.case import case_of
from core.evidence.report import CopiesReport, WrittenReport
from core.evidence.statement import check_report
from core.evidence.telling import case_facts
from core.measuring.report.words import Words
from core.messages import Sentence
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.signed_log.key import KEY_FILE
from core.signed_log.verification import heads_of
from desktop_app.console.translation_file import read_translations, translator
from tests.core.cartons import carton
from tests.core.copies.test_tracing import in_another, make_shop
from tests.core.paper.printed import PrintedFile

HOSTILE = "绿茶 <script>alert(1)</script> \u202e“&amp;”\n\x00"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with make_shop(tmp_path_factory.mktemp("reported") / "Wang's & Co") as shop:
        upsert_product(shop.catalog, ProductDraft("2", title=HOSTILE))
        yield shop


@pytest.fixture(scope="module")
def traced(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> list[Traced]:
    folder = tmp_path_factory.mktemp("found")
    in_another(carton(2)).save(folder / "market & 'place'.jpg", quality=85)
    carton(1).crop((0, 0, 420, 210)).save(folder / "part.png")
    Image.new("RGB", (64, 64), "white").save(folder / "white.png")
    return list(look_through(shop, [folder]))


def written(shop: Shop, traced: list[Traced], folder: Path, language: str = "en") -> WrittenReport:
    report = CopiesReport(shop, folder)
    for one in traced:
        report.add(one)
    if language == "en":
        return report.write()
    catalog = read_translations(paths.resources() / "translations" / "snapshelf_zh_CN.ts")
    translate = translator(catalog, "cli", "core")

    def say(sentence: Sentence) -> str:
        return sentence.translated(translate)

    return report.write(say=say, language="zh-CN")


@pytest.fixture(scope="module")
def english(shop: Shop, traced: list[Traced], tmp_path_factory: pytest.TempPathFactory) -> WrittenReport:
    return written(shop, traced, tmp_path_factory.mktemp("report") / "en")


@pytest.fixture(scope="module")
def chinese(shop: Shop, traced: list[Traced], tmp_path_factory: pytest.TempPathFactory) -> WrittenReport:
    return written(shop, traced, tmp_path_factory.mktemp("report") / "zh", "zh-CN")


def on_paper(report: WrittenReport) -> str:
    printed = PrintedFile(report.paper)
    text = " ".join(printed.text(page) for page in range(printed.pages))
    printed.close()
    return re.sub(r"\s+", " ", text)


def test_both_files_say_the_same_facts(english: WrittenReport, traced: list[Traced]) -> None:
    said = json.loads(english.statement.read_bytes())["said"]
    page, paper = english.page.read_text(encoding="utf-8"), on_paper(english)
    assert (said["looked_at"], len(said["cases"])) == (3, 2)
    for case in said["cases"]:
        for fact in (case["file_sha256"], case["ours_sha256"], case["line"]["digest"]):
            assert len(fact) == 64 and fact in page and fact in paper
    for fact in (said["head"]["digest"], said["head"]["public_key"], "cut to 50% of it", "added by hand"):
        assert fact in page and fact in paper
    for words in ("What this does not prove", "It does not prove who took the photo", "Copies found"):
        assert words in page and words in paper


def test_in_chinese_no_sentence_is_left_english(chinese: WrittenReport) -> None:
    page, paper = chinese.page.read_text(encoding="utf-8"), on_paper(chinese)
    assert '<html lang="zh-CN">' in page
    for words in ("本报告不能证明什么", "裁剪到原图的 50%", "手动添加", "绿茶"):
        assert words in page and words in paper
    assert not re.search(r"What|photo|Signature|cut to", paper)


def test_titles_and_names_of_strangers_are_text(english: WrittenReport) -> None:
    page = english.page.read_text(encoding="utf-8")
    assert "<script" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "market &amp; &#x27;place&#x27;.jpg" in page and "Wang&#x27;s &amp; Co" in page
    assert "\u202e" not in page and "\x00" not in page


def test_the_page_loads_nothing_from_anywhere(english: WrittenReport) -> None:
    page = english.page.read_text(encoding="utf-8")
    assert "default-src 'none'; img-src data:" in page
    assert set(re.findall(r'(?:src|href)="([^"]{0,16})', page)) == {"data:image/jpeg;"}
    assert page.count("<img") == 4, "both pictures of each copy"


def test_the_region_is_drawn_in_both_pictures(english: WrittenReport) -> None:
    printed = PrintedFile(english.paper)
    assert printed.pages == 2
    printed.close()
    raw = english.paper.read_bytes()
    assert raw.count(b"/DCTDecode") == 4


def test_a_report_proves_itself_without_the_shop(english: WrittenReport, shop: Shop) -> None:
    found = check_report(english.page.parent)
    assert (found.cases, found.problems) == (2, ())
    assert {line.sha256 for line in found.lines} == {
        case["ours_sha256"] for case in json.loads(english.statement.read_bytes())["said"]["cases"]
    }


@pytest.fixture
def handed_over(english: WrittenReport, tmp_path: Path) -> Path:
    return Path(shutil.copytree(english.page.parent, tmp_path / "handed over"))


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in check_report(folder).problems]


def test_a_changed_word_in_any_of_its_files_is_found(handed_over: Path) -> None:
    page = handed_over / "evidence.html"
    page.write_bytes(page.read_bytes().replace(b"added by hand", b"added by Hans"))
    assert problems(handed_over) == ["evidence.html is not the one that was signed."]
    statement = handed_over / "evidence.json"
    content = json.loads(statement.read_bytes())
    content["said"]["cases"][0]["line"]["had"] = "2001-01-01T00:00:00.000Z"
    statement.write_text(json.dumps(content), encoding="utf-8")
    told = problems(handed_over)
    assert told[0] == "The report is not as it was signed."
    assert "does not fit its hash" in told[2]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"said": 3, "public_key": 4}', b"[" * 100_000, b"\xff\xfe\0"]
)
def test_what_is_no_report_is_told_so(handed_over: Path, content: bytes) -> None:
    (handed_over / "evidence.json").write_bytes(content)
    with pytest.raises(KnownError, match="no report"):
        check_report(handed_over)


def test_it_is_written_again_over_itself_but_not_over_something_else(
    shop: Shop, traced: list[Traced], handed_over: Path
) -> None:
    written(shop, traced, handed_over)
    (handed_over / "evidence.html").write_text("Dear Ann", encoding="utf-8")
    with pytest.raises(KnownError, match="something else"):
        CopiesReport(shop, handed_over)
    CopiesReport(shop, handed_over, replace=True)


def test_no_report_goes_into_a_shop(shop: Shop) -> None:
    with pytest.raises(KnownError, match="inside the shop"):
        CopiesReport(shop, shop.folder / "report")


def test_without_a_copy_there_is_nothing_to_report(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="nothing to report"):
        CopiesReport(shop, tmp_path / "report").write()
    assert not (tmp_path / "report").exists()


def test_a_photo_whose_file_is_gone_and_a_changed_log_are_told(shop: Shop, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shop.folder, tmp_path / "shop"))
    carton(1).save(tmp_path / "copy.png")
    with open_shop(folder) as copied:
        (found,) = look_through(copied, [tmp_path / "copy.png"])
        report = CopiesReport(copied, tmp_path / "report")
        copied.files.path(found.found[0].copy.photo.sha256).unlink()
        report.add(found)
        with copied.catalog.transaction() as db:
            db.execute("DROP TRIGGER photo_log_stays")
            db.execute("UPDATE photo_log SET had = '2001-01-01T00:00:00.000Z' WHERE number = 1")
        page = report.write().page.read_text(encoding="utf-8")
    assert "the file is missing or damaged in the shop" in page
    assert "The log of photos was changed: line 1 " in page


def test_a_shop_whose_key_is_damaged_says_what_to_do(shop: Shop, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shop.folder, tmp_path / "shop"))
    (folder / KEY_FILE).write_bytes(b"")
    with open_shop(folder) as copied, pytest.raises(KnownError, match=r"key .* cannot be used"):
        CopiesReport(copied, tmp_path / "report")


def test_a_shop_of_before_the_log_signs_it_first_where_it_may_be_changed(shop: Shop, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shop.folder, tmp_path / "shop"))
    (folder / KEY_FILE).unlink()
    with open_shop(folder) as copied, copied.catalog.transaction() as db:
        db.execute("DELETE FROM photo_log_heads")
        copied.catalog.before_commit = lambda: None
    with open_shop(folder, write=False) as copied, pytest.raises(KnownError, match="not signed yet"):
        CopiesReport(copied, tmp_path / "report")
    with open_shop(folder) as copied:
        CopiesReport(copied, tmp_path / "report")
        assert len(heads_of(copied.catalog)) == 1


def test_a_strangers_catalog_is_shown_plain(shop: Shop, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shop.folder, tmp_path / "shop"))
    carton(1).save(tmp_path / "copy.png")
    with open_shop(folder) as copied:
        with copied.catalog.transaction() as db:
            db.execute("DROP TRIGGER photo_log_stays")
            db.execute("UPDATE photo_log SET taken = ?, had = ?", ["<b>\u202e\n", "T" * 300])
        (found,) = look_through(copied, [tmp_path / "copy.png"])
        report = CopiesReport(copied, tmp_path / "report")
        report.add(found)
        page = report.write().page.read_text(encoding="utf-8")
    assert "<b>" not in page and "\u202e" not in page


def test_of_a_photo_whose_faces_were_blurred_later_the_line_of_before_is_told_too(
    shop: Shop, traced: list[Traced]
) -> None:
    one = next(one for one in traced if one.found)
    found = one.found[0]
    lines = {line.sha256: line for line in all_lines(shop.catalog)}
    other = next(sha256 for sha256 in lines if sha256 != found.copy.photo.sha256)
    note_copy(shop.catalog, found.copy.photo.sha256, 1, other)
    try:
        case = case_of(shop, one.given, found)
    finally:
        shop.catalog.db.execute("DELETE FROM kept_faces")
    assert case.with_faces == lines[other] and case_of(shop, one.given, found).with_faces is None
    told = dict(case_facts(case, Words(str)))["With faces, which were blurred later"]
    assert other in told and lines[other].digest in told
