"""Tables in code pages: what a till in Kraków, Athens or Osaka writes, read by its language's letters."""

from pathlib import Path

import pytest

from core.catalog.tables.files.text_files import decode, read_text_sheet
from core.catalog.tables.parse import parse_table
from core.errors import KnownError

GOODS = {
    "German": "Müsli, Äpfel und Brötchen; Käse, süß; Gewürz in Tüten; Weißbier; grüner Tee, 5 €",
    "French": "Crème brûlée; Pâté à la forêt; Thé vert; Légumes frais; Gâteau de Noël; Café moulu",
    "Spanish": "Jamón ibérico; Piña; Champiñón; Plátano; Azúcar; Atún; Aceite de oliva; Limón",
    "Portuguese": "Pão de queijo; Açúcar; Maçã; Feijão; Café; Água; Sabão; Pêssego",
    "Swedish": "Äppelsmör på bröd; Kött; Mjölk; Räkor; Knäckebröd",
    "Polish": "Żółty ser; Mąka pszenna; Śmietana; Masło; Kiełbasa wędzona; Jabłko; Chleb żytni",
    "Czech": "Mléko; Máslo; Šunka; Sýr; Třešně; Čokoláda; Jablečný džus; Žluťoučký kůň",
    "Hungarian": "Őszibarack; Tejföl; Kenyér; Túró; Szőlő; Gyümölcs; Hűtő",
    "Russian": "Молоко; Сыр российский; Хлеб ржаной; Масло сливочное; Яблоки; Чай чёрный; Сахар",
    "Greek": "Γάλα; Τυρί φέτα; Ψωμί; Ελαιόλαδο; Μήλα; Καφές; Ζάχαρη; Αλάτι",
    "Turkish": "Süt; Şeker; Çay; Kırmızı elma; Yoğurt; Zeytinyağı; Üzüm; İçecek",
    "Lithuanian": "Sūris; Šviežias; Žuvis; Ąžuolas; Kąsnis; Obuolių sultys",
    "Hebrew": "חלב; גבינה; לחם; סוכר; תה; קפה; תפוח; שמן זית",
    "Arabic": "حليب; جبنة; خبز; سكر; شاي; قهوة; تفاح; زيت زيتون",
    "Thai": "นม; ชีส; ขนมปัง; น้ำตาล; ชา; กาแฟ; แอปเปิล",
    "Japanese": "牛乳; チーズ; パン; 砂糖; お茶; コーヒー; りんご; 醤油; みそ; ビール",
    "Chinese": "牛奶; 奶酪; 面包; 白砂糖; 绿茶; 咖啡; 苹果; 酱油; 啤酒; 果汁",
    "Taiwanese": "牛奶; 乳酪; 麵包; 砂糖; 綠茶; 咖啡; 蘋果; 醬油; 啤酒; 果汁",
    "Korean": "우유; 치즈; 빵; 설탕; 커피; 사과; 간장; 맥주; 주스",
}
PAGES = {
    "cp1252": ("German", "French", "Spanish", "Portuguese", "Swedish"),
    "cp850": ("German", "French", "Spanish", "Portuguese", "Swedish"),
    "mac_roman": ("German", "French", "Spanish", "Portuguese", "Swedish"),
    "cp1250": ("Polish", "Czech", "Hungarian"),
    "iso8859_2": ("Polish", "Czech", "Hungarian"),
    "cp852": ("Polish", "Czech", "Hungarian"),
    "cp1251": ("Russian",),
    "koi8_r": ("Russian",),
    "cp866": ("Russian",),
    "mac_cyrillic": ("Russian",),
    "cp1253": ("Greek",),
    "cp1254": ("Turkish",),
    "cp1257": ("Lithuanian",),
    "cp1255": ("Hebrew",),
    "cp1256": ("Arabic",),
    "cp874": ("Thai",),
    "cp932": ("Japanese",),
    "euc_jp": ("Japanese",),
    "gb18030": ("Chinese",),
    "big5": ("Taiwanese",),
    "cp949": ("Korean",),
}


@pytest.mark.parametrize(
    ("page", "language"), [(page, language) for page, languages in PAGES.items() for language in languages]
)
def test_a_code_page_is_told_by_the_letters_of_the_language(tmp_path: Path, page: str, language: str) -> None:
    goods = GOODS[language].replace("5 €", "5").split("; ")
    text = "sku,title,price\r\n" + "".join(f'A{n},"{name}",{n}.50\r\n' for n, name in enumerate(goods))
    path = tmp_path / "till.csv"
    path.write_bytes(text.encode(page))
    table = parse_table(path)
    assert [row.draft.title for row in table.rows] == goods
    assert any("encoding" in str(sentence) for sentence in table.about)


def test_unicode_needs_no_word() -> None:
    assert decode(Path("x.csv"), "sku,title\nA,Żółty ser\n".encode()) == ("sku,title\nA,Żółty ser\n", ())


def test_two_readings_that_may_both_be_are_both_shown() -> None:
    _text, notes = decode(Path("x.csv"), b"sku,title\nA,\xb9\xe6\n")
    assert "Choose the encoding" in str(notes[0])


def test_some_broken_bytes_do_not_make_another_encoding_of_it() -> None:
    text, notes = decode(Path("x.csv"), b"sku,title\n" + "A,Żółty ser\n".encode() * 20 + b"B,\xff\n")
    assert text.count("Żółty ser") == 20
    assert "Damaged characters of the file: 1." in str(notes[0])


def test_what_a_person_says_goes_before_any_guess() -> None:
    data = "sku,title\nA,Käse\n".encode("mac_roman")
    rows = list(read_text_sheet(Path("x.csv"), data, "mac_roman").rows())
    assert rows[1] == ["A", "Käse"]
    with pytest.raises(KnownError, match="not in the encoding ascii"):
        read_text_sheet(Path("x.csv"), data, "ascii")
    for encoding in ("klingon", "undefined", "punycode"):  # the last two are Python's, and none of a table
        with pytest.raises(KnownError, match=f"not in the encoding {encoding}"):
            read_text_sheet(Path("x.csv"), data, encoding)


def test_a_sign_of_money_alone_tells_its_code_page(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_bytes("sku;title;price\nA;Tee;2,50 €\nB;Mus;3,00 €\n".encode("cp1252"))
    table = parse_table(tmp_path / "prices.csv")
    assert [(row.draft.price_minor, row.draft.currency) for row in table.rows] == [(250, "EUR"), (300, "EUR")]
    (tmp_path / "pounds.csv").write_bytes("sku,title,price\nA,Tea,£2.50\nB,Cup,£3\n".encode("latin_1"))
    table = parse_table(tmp_path / "pounds.csv", currency="GBP")
    assert [(row.draft.price_minor, row.draft.currency) for row in table.rows] == [(250, "GBP"), (300, "GBP")]


def test_lines_in_another_encoding_than_the_others_are_read_in_it_and_told() -> None:
    data = b"sku,title\n" + "A,Weißbrot mit Käse\n".encode() * 30 + "B,Crème brûlée\n".encode("cp1252")
    text, notes = decode(Path("x.csv"), data)
    assert text.count("Käse") == 30 and text.endswith("B,Crème brûlée\n")
    assert [str(note) for note in notes] == [
        "Lines that are not in the encoding of the others: 1. They are read in cp1252, like “Crème”."
    ]
