"""WooCommerce's columns in the languages into which it is translated.

The English ones: ``WC_Product_CSV_Exporter.get_default_column_names`` (woocommerce/woocommerce, plugins/
woocommerce/includes/export). The others after its language packs (translate.wordpress.org, project
wp-plugins/woocommerce), as exports in public repositories have them; where a word has changed, both.
Order: German, Spanish, French, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Chinese.
"""

from core.catalog.tables.profiles.headings.translated import Headings

WOOCOMMERCE = Headings(
    {
        "ID": "",
        "Type": "Typ|Tipo|Тип|タイプ|类型|類型",
        "SKU": (
            "Artikelnummer|Artikelnummer (SKU)|Art.-Nr.|UGS|REF|COD|SKU (código)|Artikel nummer|Артикул|"
            "商品コード|库存单位|貨號"
        ),
        "GTIN, UPC, EAN, or ISBN": (
            "GTIN, UPC, EAN oder ISBN|GTIN, UPC, EAN o ISBN|GTIN, UPC, EAN ou ISBN|GTIN UPC EAN ISBN|"
            "GTIN, UPC, EAN of ISBN|GTIN, UPC, EAN lub ISBN|GTIN, UPC, EAN или ISBN|"
            "GTIN、UPC、EAN、または ISBN|GTIN、UPC、EAN 或 ISBN"
        ),
        "Name": "Nombre|Nom|Nome|Naam|Nazwa|Имя|Название|名前|商品名|名称|名字|名稱",
        "Published": (
            "Veröffentlicht|Publicado|Publié|Pubblicato|Gepubliceerd|Opublikowano|Opublikowany|Опубликован|"
            "Опубликовано|公開済み|公開|已发布|已發佈"
        ),
        "Short description": (
            "Kurzbeschreibung|Descripción corta|Description courte|Descrição curta|Breve descrizione|"
            "Descrizione breve|Korte beschrijving|Korte omschrijving|Krótki opis|Короткое описание|"
            "Краткое описание|簡単な説明|短い説明|简短描述|简短说明|简介"
        ),
        "Description": (
            "Beschreibung|Descripción|Descrição|Descrizione|Beschrijving|Omschrijving|Opis|Описание|説明|"
            "描述|说明"
        ),
        "Date sale price starts": (
            "Datum, an dem der Angebotspreis beginnt|Datum, an dem Angebotspreis beginnt|"
            "Angebotspreis gültig ab|Día en que empieza el precio rebajado|Date de début de promo|"
            "Data de preço promocional começa em|Data inizio prezzo in offerta|Startdatum actieprijs|"
            "Data rozpoczęcia promocji|Дата начала действия продажной цены|Дата начала распродажи|"
            "セール価格の開始日|促销价开始日期|促销价格开始日期"
        ),
        "Date sale price ends": (
            "Datum, an dem der Angebotspreis endet|Datum, an dem Angebotspreis endet|"
            "Angebotspreis gültig bis|Día en que termina el precio rebajado|Date de fin de promo|"
            "Data de preço promocional termina em|Data fine prezzo in offerta|Einddatum actieprijs|"
            "Data zakończenia promocji|Дата окончания действия продажной цены|Дата окончания распродажи|"
            "セール価格の終了日|促销价结束日期|促销价格结束日期"
        ),
        "In stock?": (
            "Vorrätig?|¿En inventario?|¿Hay existencias?|En stock ?|En stock?|En inventaire?|Em estoque?|"
            "Em stock?|In stock?|Op voorraad?|W magazynie?|В наличии?|Наличие|在庫の有無|在庫あり?|有货?|"
            "有貨?"
        ),
        "Stock": (
            "Bestand|Lagerbestand|Lager|Inventario|Existencias|Inventaire|Estoque|Magazzino|Giacenza|"
            "Voorraad|Stan magazynowy|Запасы|Остаток|在庫|在庫数|库存|庫存"
        ),
        "Sale price": (
            "Angebotspreis|Precio rebajado|Tarif promo|Preço promocional|Prezzo in offerta|Actieprijs|"
            "Cena promocyjna|Цена распродажи|Акционная цена|セール価格|促销价格|促銷價"
        ),
        "Regular price": (
            "Regulärer Preis|Precio normal|Tarif régulier|Prix régulier|Preço normal|Preço|"
            "Prezzo di listino|Prezzo regolare|Reguliere prijs|Normale prijs|Cena|Cena regularna|"
            "Базовая цена|Обычная цена|標準価格|通常価格|常规售价|正常价格|原價"
        ),
        "Categories": (
            "Kategorien|Categorías|Catégories|Categorias|Categorie|Categorieën|Kategorie|Категории|"
            "カテゴリー|カテゴリ|分类|分類|类别"
        ),
        "Tags": "Schlagwörter|Etiquetas|Étiquettes|Mots-clés|Tag|Tagi|Метки|タグ|标签|標籤",
        "Images": "Bilder|Imágenes|Imagens|Immagini|Immagine|Afbeeldingen|Obrazki|Изображения|画像|图片|圖片",
        "Parent": (
            "Übergeordnetes Produkt|Übergeordnet|Superior|Principal|Pai|Ascendente|Genitore|Hoofd|"
            "Bovenliggend|Element nadrzędny|Nadrzędny|Родительский|Родительский товар|Родитель|親|父级|"
            "父級|上级"
        ),
        "Brands": "Marken|Marcas|Marques|Marche|Marchi|Merken|Marki|Бренды|ブランド|品牌",
        "Attribute {n} name": (
            "Attribut {n} Name|Name des Attributs {n}|Name von Attribut {n}|Nombre del atributo {n}|"
            "Atributo {n} nombre|Nom de l'attribut {n}|Nom de l’attribut {n}|Nome do atributo {n}|"
            "Nome dell'attributo {n}|Attributo {n} nome|Naam eigenschap {n}|Attribuut {n} naam|"
            "Naam attribuut {n}|Nazwa atrybutu {n}|Имя атрибута {n}|Название атрибута {n}|属性 {n} の名前|"
            "属性{n}の名前|属性 {n} 名|属性{n}名称|属性 {n} 名称|屬性 {n} 名稱"
        ),
        "Attribute {n} value(s)": (
            "Attribut {n} Wert(e)|Wert(e) des Attributs {n}|Valor(es) del atributo {n}|"
            "Valeur(s) de l'attribut {n}|Valeur(s) de l’attribut {n}|Valor(es) do atributo {n}|"
            "Valores do atributo {n}|Valore/i attributo {n}|Attributo {n} valore(i)|"
            "Attributo {n} valuta(e)|Waarde(n) eigenschap {n}|Attribuut {n} waarde(n)|"
            "Waarde(n) attribuut {n}|Wartość atrybutu {n}|Wartość(i) atrybutu {n}|Wartości atrybutu {n}|"
            "Значение(-я) аттрибута(-ов) {n}|Значение(-я) атрибута(-ов) {n}|Значения атрибута {n}|"
            "属性 {n} の値|属性{n}の値|属性 {n} 值|属性{n}值|屬性 {n} 值"
        ),
    }
)
