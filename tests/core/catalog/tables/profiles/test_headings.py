"""Exports of four programs in the merchant's language, and tables that merchants have made themselves."""

from pathlib import Path

import pytest

from core.catalog.tables.fields import suggest_mapping, sure_mapping
from core.catalog.tables.parse import parse_table
from core.quantities.quantity import whole

WOOCOMMERCE = {
    "de": (
        "ID;Typ;Artikelnummer;Name;Veröffentlicht;Beschreibung;Vorrätig?;Lagerbestand;Regulärer Preis;"
        "Kategorien;Übergeordnetes Produkt;Attribut 1 Name;Attribut 1 Wert(e)"
    ),
    "es": (
        "ID;Tipo;SKU;Nombre;Publicado;Descripción;¿En inventario?;Inventario;Precio normal;Categorías;"
        "Superior;Nombre del atributo 1;Valor(es) del atributo 1"
    ),
    "fr": (
        "ID;Type;UGS;Nom;Publié;Description;En stock ?;Stock;Tarif régulier;Catégories;Parent;"
        "Nom de l’attribut 1;Valeur(s) de l’attribut 1"
    ),
    "pt": (
        "ID;Tipo;SKU;Nome;Publicado;Descrição;Em estoque?;Estoque;Preço;Categorias;Ascendente;"
        "Nome do atributo 1;Valores do atributo 1"
    ),
    "it": (
        "ID;Tipo;COD;Nome;Pubblicato;Descrizione;In stock?;Magazzino;Prezzo di listino;Categorie;Genitore;"
        "Attributo 1 nome;Attributo 1 valore(i)"
    ),
    "nl": (
        "ID;Type;SKU;Naam;Gepubliceerd;Beschrijving;Op voorraad?;Voorraad;Reguliere prijs;Categorieën;"
        "Hoofd;Naam eigenschap 1;Waarde(n) eigenschap 1"
    ),
    "pl": (
        "ID;Typ;SKU;Nazwa;Opublikowano;Opis;W magazynie?;Stan magazynowy;Cena;Kategorie;Element nadrzędny;"
        "Nazwa atrybutu 1;Wartości atrybutu 1"
    ),
    "ru": (
        "ID;Тип;Артикул;Имя;Опубликован;Описание;В наличии?;Запасы;Базовая цена;Категории;Родительский;"
        "Имя атрибута 1;Значение(-я) аттрибута(-ов) 1"
    ),
    "ja": "ID;タイプ;SKU;名前;公開済み;説明;在庫の有無;在庫;標準価格;カテゴリー;親;属性 1 の名前;属性 1 の値",
    "zh": "ID;类型;SKU;名称;已发布;描述;有货?;库存;常规售价;分类;父级;属性 1 名称;属性 1 值",
}


@pytest.mark.parametrize("language", WOOCOMMERCE)
def test_woocommerce_in_the_merchants_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "woo.csv"
    path.write_text(
        f"{WOOCOMMERCE[language]}\n"
        "1;simple;A;Apple;1;Red;1;5;1.50;Food > Fruit;;;\n"
        "2;variable;B;Ball;1;Round;1;;;Toys;;Color;Red, Blue\n"
        "3;variation;;Ball;1;;1;2;9.00;;id:2;Color;Red\n",
        encoding="utf-8",
    )
    table = parse_table(path)
    assert table.profile == "WooCommerce"
    apple, ball = (row.draft for row in table.rows)
    assert (apple.sku, apple.title, apple.description) == ("A", "Apple", "Red")
    assert (apple.price_minor, apple.category, apple.archived) == (150, "Food > Fruit", False)
    assert (ball.sku, ball.title, ball.category, ball.price_minor) == ("woo-3", "Ball – Red", "Toys", 900)


LOYVERSE = {
    "es": (
        "Handle,REF,Nombre,Categoria,Vendido por peso,Opción 1 valor,Coste,Precio [A],En inventario [A],"
        "En inventario [B]"
    ),
    "fr": "Handle,UGS,Nom,Catégorie,Vendu au poids,Option 1 valeur,Coût,Prix [A],En stock [A],En stock [B]",
    "de": (
        "Handle,Artikelnummer,Name,Kategorie,Nach Gewicht verkauft,Option 1 Wert,Kosten,Preis [A],"
        "Auf Lager [A],Auf Lager [B]"
    ),
    "pt": (
        "Handle,REF,Nome,Categoria,Vendido por peso,Opção 1 valor,Custo,Preço [A],Em estoque [A],"
        "Em estoque [B]"
    ),
    "it": (
        "Handle,SKU,Nome,Categoria,Venduto a peso,Opzione 1 valore,Costo,Prezzo [A],In magazzino [A],"
        "In magazzino [B]"
    ),
    "nl": (
        "Handle,SKU,Naam,Categorie,Verkocht op gewicht,Optie 1 waarde,Kostprijs,Prijs [A],Op voorraad [A],"
        "Op voorraad [B]"
    ),
    "pl": (
        "Handle,SKU,Nazwa,Kategoria,Sprzedaż na wagę,Opcja 1 wartość,Koszt,Cena [A],W magazynie [A],"
        "W magazynie [B]"
    ),
    "ru": (
        "Handle,Артикул,Название,Категория,Весовой товар,Опция 1 значение,Себестоимость,Цена [A],"
        "Остаток [A],Остаток [B]"
    ),
    "ja": "Handle,商品コード,商品名,カテゴリ,量り売り,オプション 1 値,原価,価格 [A],在庫 [A],在庫 [B]",
    "zh": "Handle,货号,名称,类别,按重量出售,选项 1 值,成本,价格 [A],库存 [A],库存 [B]",
}


@pytest.mark.parametrize("language", LOYVERSE)
def test_loyverse_in_the_merchants_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "loyverse.csv"
    path.write_text(
        f"{LOYVERSE[language]}\ntee,1,Tee,Clothes,N,S,2.00,5.00,3.000,1.000\ntee,2,,,N,M,2.00,6.50,4.000,\n",
        encoding="utf-8",
    )
    table = parse_table(path)
    assert table.profile == "Loyverse"
    small, medium = (row.draft for row in table.rows)
    assert (small.sku, small.title, small.category) == ("1", "Tee – S", "Clothes")
    assert (small.price_minor, small.stock, medium.price_minor, medium.stock) == (
        500,
        whole(4),
        650,
        whole(4),
    )
    assert medium.title == "Tee – M"


ODOO = {
    "de": "Externe ID,Interne Referenz,Name,Verkaufspreis,Barcode,Produktkategorie,Verfügbare Menge",
    "es": (
        "ID externo,Referencia interna,Nombre,Precio de venta,Código de barras,Categoría del producto,"
        "Cantidad a la mano"
    ),
    "fr": (
        "ID externe,Référence interne,Nom,Prix de vente,Code-barres,Catégorie de produits,Quantité en stock"
    ),
    "pt": (
        "ID externo,Referência interna,Nome,Preço de venda,Código de barras,Categoria de produto,"
        "Quantidade em mãos"
    ),
    "it": (
        "ID esterno,Riferimento interno,Nome,Prezzo di vendita,Codice a barre,Categoria prodotto,"
        "Quantità disponibile"
    ),
    "nl": "Extern ID,Interne referentie,Naam,Verkoopprijs,Barcode,Productcategorie,Aanwezige voorraad",
    "pl": (
        "Zewnętrzny identyfikator,Odnośnik wewnętrzny,Nazwa,Cena sprzedaży,Kod kreskowy,Kategoria produktu,"
        "Dostępna ilość"
    ),
    "ru": (
        "Внешний идентификатор,Внутренняя ссылка,Название,Цена продажи,Штрихкод,Категория товара,"
        "Количество в наличии"
    ),
    "ja": "外部ID,内部参照,名称,販売価格,バーコード,プロダクトカテゴリ,手持数量",
    "zh": "外部ID,内部参考,名称,销售价格,条码,产品类别,在手数量",
}


@pytest.mark.parametrize("language", ODOO)
def test_odoo_in_the_merchants_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "odoo.csv"
    path.write_text(f"{ODOO[language]}\np1,REF,Chair,12.5,,All / Office / Chairs,3.0\n", encoding="utf-8")
    table = parse_table(path)
    assert table.profile == "Odoo"
    (chair,) = (row.draft for row in table.rows)
    assert (chair.sku, chair.title, chair.price_minor, chair.stock) == ("REF", "Chair", 1250, whole(3))
    assert chair.category == "Office / Chairs"


SQUARE = {
    "es": (
        "Token,Nombre del artículo,Nombre de la variación,SKU,Precio,Cantidad actual Centro,"
        "Cantidad actual Norte"
    ),
    "fr": (
        "Jeton,Nom de l'article,Nom de la variante,UGS,Prix,Quantité actuelle Centre,Quantité actuelle Nord"
    ),
    "ja": "トークン,商品名,バリエーション名,SKU,価格,現在の数量 本店,現在の数量 支店",
}


@pytest.mark.parametrize("language", SQUARE)
def test_square_in_the_merchants_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "square.csv"
    path.write_text(f'{SQUARE[language]}\nt1,Coffee,Large,S1,4.50,"1,000",4\n', encoding="utf-8")
    table = parse_table(path)
    assert table.profile == "Square"
    (coffee,) = (row.draft for row in table.rows)
    assert (coffee.sku, coffee.title, coffee.price_minor, coffee.stock) == (
        "S1",
        "Coffee – Large",
        450,
        whole(1004),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Item code,Product name,Category,EAN,Retail price,Qty",
        "Referencia,Nombre,Familia,Código de barras,PVP,Existencias",
        "Référence,Désignation,Famille,Code-barres,Prix TTC,Quantité",
        "Artikelnr.,Bezeichnung,Warengruppe,EAN,VK-Preis,Bestand",
        "Referência,Descrição do produto,Categoria,Código de barras,Preço,Estoque",
        "Codice articolo,Denominazione,Categoria,Codice EAN,Prezzo,Giacenza",
        "Artikelnummer,Naam,Categorie,Streepjescode,Prijs,Voorraad",
        "Indeks,Nazwa,Kategoria,Kod kreskowy,Cena,Stan magazynowy",
        "Артикул,Наименование,Категория,Штрихкод,Цена,Остаток",
        "商品コード,商品名,カテゴリ,JANコード,販売価格,在庫数",
        "货号,品名,类别,条码,售价,库存",
    ],
)
def test_a_table_of_ones_own_is_understood_in_eleven_languages(heading: str) -> None:
    columns = heading.split(",")
    found = sure_mapping(columns)
    for field, column in zip(
        ("sku", "category", "barcode", "price", "stock"), columns[:1] + columns[2:], strict=True
    ):
        assert found[field] == column


def test_a_column_that_may_be_many_things_is_only_proposed() -> None:
    columns = ["Code", "Naam", "Prijs"]
    assert suggest_mapping(columns) == {"sku": "Code", "title": "Naam", "price": "Prijs"}
    assert sure_mapping(columns) == {}
