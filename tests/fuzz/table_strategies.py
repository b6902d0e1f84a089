"""Tables as Hypothesis builds them: every dialect of text, and workbooks whose parts lie about each other."""

from hypothesis import strategies as st

from tests.fuzz.table_bombs import workbook

_COLUMNS = (
    *("sku", "title", "price", "currency", "stock", "barcode", "tags", "photo", "counter_photo", "archived"),
    *("Handle", "Title", "Variant SKU", "Variant Price", "Body (HTML)", "Image Src", "Tags", "Status"),
    *("ID", "Type", "SKU", "Name", "Regular price", "Parent", "Images", "Description", "Published"),
    *("Token", "Item Name", "Variation Name", "Internal Reference", "Sales Price", "default_code"),
)
_ODD = (
    *("=1+1", "'=1", "\t", "1.234,56 €", "¥", "-0", "1e999", "NaN", "٣", "²", "4006381333931", "|" * 50),
    *(
        "../../etc/passwd",
        "//server/share",
        "file:///etc/passwd",
        "http://x/y.jpg",
        "a\0b",
        "\ud800",
        "\u202e",
    ),
    *("<a " * 40, "<!--", "&#" + "9" * 5000 + ";", "&#xD800;", "<script>", "yes", "archived", "x,y;z|w"),
)


def cells() -> st.SearchStrategy[str]:
    """What stands in a cell, from nothing to more than fits."""
    digits = st.integers(1, 6000).map(lambda count: "9" * count)
    huge = st.integers(90_000, 140_000).map(lambda count: "b" * count)
    return st.one_of(st.sampled_from(_ODD), st.text(max_size=30), digits, st.integers().map(str), huge)


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """CSV and TSV in any encoding, with quotation marks that are closed, or not."""
    separator = draw(st.sampled_from(",;\t|"))
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    encoding = draw(
        st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "cp1252", "utf-7"))
    )
    head = draw(st.lists(st.one_of(st.sampled_from(_COLUMNS), st.text(max_size=8)), max_size=12))
    rows = draw(st.lists(st.lists(cells(), max_size=len(head) + 2), max_size=6))
    is_quoting = draw(st.booleans())

    def written(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if is_quoting else cell

    lines = [separator.join(written(cell) for cell in row) for row in (head, *rows)]
    start = draw(st.sampled_from(("", "", f"sep={separator}\n", '"', "\n\n")))
    return (start + end.join(lines)).encode(encoding, errors="replace")


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """Rows and cells with places, kinds and shared texts that are not there."""
    number = st.one_of(st.integers(-2, 20), st.sampled_from((1_048_577, 10**9, 10**30)))
    place = st.one_of(
        st.sampled_from(("A1", "B2", "XFD1", "ZZZZ9", "1A", "", "A0", "a1")), st.text(max_size=4)
    )
    kind = st.sampled_from(("s", "n", "b", "e", "d", "str", "inlineStr", "x", ""))
    value = st.one_of(cells(), number.map(str), st.sampled_from(("#REF!", "2026-13-45", "1e400", "true")))
    cell = st.builds(_cell, place, kind, number, value)
    row = st.builds(
        lambda at, inner: f'<row r="{at}">{"".join(inner)}</row>', number, st.lists(cell, max_size=5)
    )
    sheet = "".join(draw(st.lists(row, max_size=5)))
    shared = "".join(f"<si><t>{_escaped(text)}</t></si>" for text in draw(st.lists(cells(), max_size=3)))
    styles = draw(
        st.sampled_from(("", '<cellXfs count="1"><xf numFmtId="14"/></cellXfs>', "<cellXfs/>", "<x/>"))
    )
    head = '<!DOCTYPE x [<!ENTITY a "aaa">]>' if draw(st.integers(0, 9)) == 0 else ""
    return workbook(
        (head + sheet).encode(errors="replace"),
        shared=shared.encode(errors="replace"),
        styles=styles.encode(),
    )


def _cell(place: str, kind: str, style: int, value: str) -> str:
    content = f"<is><t>{_escaped(value)}</t></is>" if kind == "inlineStr" else f"<v>{_escaped(value)}</v>"
    return f'<c r="{_escaped(place)}" t="{kind}" s="{style}"><f>SUM(A1)</f>{content}</c>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def tables() -> st.SearchStrategy[bytes]:
    """A table of any kind, sometimes cut off."""
    whole = st.one_of(texts(), workbooks())
    return st.one_of(whole, st.builds(lambda data, at: data[: at % (len(data) + 1)], whole, st.integers(0)))
