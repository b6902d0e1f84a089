"""What merchants call the columns of their tables, in eleven languages, for a guess that people can mend.

English, Spanish, French, German, Portuguese, Italian, Dutch, Polish, Russian, Japanese and Chinese; the
likelier name of a field first where a table may have several of them.
"""

from collections.abc import Mapping

SURE_SKU = (
    "sku|ref|ref.|item code|item no.|item no|product no.|product no|article no.|article no|part no.|"
    "part no|product code|article number|article code|item number|part number|style number|"
    "referencia|código de producto|código de artículo|cód. artículo|código interno|clave|référence|réf|"
    "réf.|"
    "référence produit|code article|ugs|artikelnummer|artikelnr|artikelnr.|artikel-nr.|art.-nr.|art. nr.|"
    "artnr|art.nr.|bestellnummer|produktnummer|referência|ref. produto|código do produto|código do artigo|"
    "codice articolo|codice prodotto|cod. articolo|riferimento|artikelcode|productcode|kod produktu|indeks|"
    "numer artykułu|symbol produktu|артикул|код товара|品番|商品コード|商品番号|型番|货号|貨號|商品编码|"
    "商品编号|商品編號|产品编号|款号"
)
"""Names that say nothing but a shop's own number of a product."""

BARE_CODE = "code|código|codigo|cód.|code produit|codice|kod|код|コード|编码|編碼"
"""Names of any code: the shop's own number wherever the barcode has another column."""

LIKELY_NAMES: Mapping[str, str] = {
    "sku": (f"{SURE_SKU}|article|{BARE_CODE}|id|artikel|nummer|nr|nr.|symbol|编号|編號"),
    "title": (
        "title|product name|item name|name|product title|product|item|nombre del producto|nombre|título|"
        "titulo|producto|artículo|nom du produit|nom|désignation|libellé|intitulé|titre|produit|"
        "produktname|artikelname|artikelbezeichnung|bezeichnung|titel|produkt|nome do produto|nome|produto|"
        "título do produto|nome prodotto|denominazione|titolo|prodotto|articolo|productnaam|naam|"
        "omschrijving artikel|artikelomschrijving|nazwa produktu|nazwa towaru|nazwa|towar|tytuł|"
        "название товара|название|"
        "наименование|наименование товара|товар|имя|商品名|品名|製品名|名称|名前|商品名称|产品名称|商品名稱|"
        "产品|商品|item description|article description|artikel|article|artykuł|artigo"
    ),
    "description": (
        "description|long description|product description|details|text|short description|"
        "descripción|descripcion|detalle|beschreibung|produktbeschreibung|"
        "langtext|descrição|descricao|descrizione|beschrijving|omschrijving|opis|opis produktu|описание|"
        "説明|商品説明|描述|说明|商品描述|詳細"
    ),
    "category": (
        "category|product category|product type|type|group|department|categories|categoría|categoria|"
        "familia|grupo|catégorie|categorie|famille|rayon|kategorie|warengruppe|produktgruppe|tipo|famiglia|"
        "reparto|gruppo|productgroep|kategoria|grupa|категория|группа|раздел|カテゴリ|カテゴリー|分類|部門|"
        "类别|分类|類別|品类"
    ),
    "brand": (
        "brand|vendor|manufacturer|maker|marca|fabricante|proveedor|marque|fabricant|marke|hersteller|"
        "fornecedor|marchio|produttore|merk|fabrikant|leverancier|marka|producent|бренд|марка|"
        "производитель|ブランド|メーカー|品牌|厂商|制造商"
    ),
    "barcode": (
        "barcode|bar code|barcode no.|barcode number|ean number|upc code|ean/upc|upc/ean|ean|ean13|"
        "ean-13|ean code|upc|gtin|isbn|jan|código de barras|codigo de barras|"
        "cód. barras|code-barres|code barre|code barres|code à barres|strichcode|ean-code|gtin/ean|"
        "codice a barre|cod. a barre|cod. barre|codice ean|streepjescode|kod kreskowy|kod ean|штрихкод|"
        "штрих-код|штрих код|"
        "バーコード|janコード|条码|条形码|條碼|国际条码"
    ),
    "price": (
        "price|retail price|retail|sales price|selling price|unit price|price incl. vat|list price|msrp|"
        "rrp|"
        "precio de venta|precio|pvp|precio público|precio al público|precio venta|precio unitario|"
        "prix de vente|prix|prix ttc|prix unitaire|"
        "prix de vente ttc|tarif|verkaufspreis|preis|vk-preis|vk|vk brutto|bruttopreis|einzelpreis|"
        "preço de venda|preço|preco|preço unitário|prezzo di vendita|prezzo|prezzo al pubblico|"
        "verkoopprijs|prijs|cena sprzedaży|cena|cena brutto|cena detaliczna|цена продажи|цена|"
        "розничная цена|販売価格|価格|単価|売価|定価|售价|价格|单价|零售价|现价|现售价|吊牌价|銷售價格|"
        "售價|單價|價格|销售价"
    ),
    "sale_price": (
        "sale price|special price|offer price|promo price|promotion price|reduced price|discounted price|"
        "precio rebajado|precio de oferta|precio oferta|prix promo|prix soldé|prix promotionnel|"
        "angebotspreis|aktionspreis|sonderpreis|preço promocional|preço de oferta|prezzo scontato|"
        "prezzo in offerta|actieprijs|aanbiedingsprijs|cena promocyjna|cena wyprzedażowa|цена со скидкой|"
        "акционная цена|セール価格|特価|促销价|特价|优惠价|特價"
    ),
    "sale_starts": "sale starts|sale start|sale from|special price from|special price from date|促销开始",
    "sale_ends": "sale ends|sale end|sale until|sale to|special price to|special price to date|促销结束",
    "currency": (
        "currency|moneda|divisa|devise|monnaie|währung|moeda|valuta|waluta|валюта|通貨|币种|货币|幣別"
    ),
    "stock": (
        "stock|quantity|qty|on hand|in stock|inventory|stock quantity|stock level|quantity on hand|"
        "qty on hand|stock on hand|stock qty|current stock|available|existencias|existencia|cantidad|"
        "cant.|cant|inventario|en inventario|en existencia|stock actual|disponible|"
        "unidades|quantité|quantité en stock|qté|en stock|stock disponible|bestand|lagerbestand|menge|"
        "anzahl|auf lager|verfügbar|estoque|estoque atual|quantidade|qtd|em estoque|stock atual|giacenza|"
        "quantità|scorte|"
        "disponibilità|voorraad|aantal|op voorraad|stan|stan magazynowy|ilość|liczba sztuk|остаток|"
        "количество|кол-во|в наличии|на складе|остатки|在庫|在庫数|数量|數量|库存|庫存|库存数量|庫存數量|"
        "現存量"
    ),
    "low_stock": (
        "low stock|low stock amount|low stock threshold|low stock level|reorder level|reorder point|"
        "minimum stock|min stock|stock mínimo|existencias mínimas|stock minimum|"
        "seuil de réapprovisionnement|"
        "mindestbestand|meldebestand|estoque mínimo|scorta minima|minimumvoorraad|stan minimalny|"
        "неснижаемый остаток|минимальный остаток|発注点|最低库存|安全库存|库存下限|低库存线"
    ),
    "unit": (
        "unit|unit of measure|uom|uom_id|sold by|maßeinheit|basismengeneinheit|maateenheid|"
        "unidad|unidad de medida|unid.|un.|u.m.|unité|unité de mesure|einheit|"
        "mengeneinheit|unidade|unidade de medida|unità|unità di misura|eenheid|jednostka|jednostka miary|"
        "j.m.|единица|единица измерения|ед. изм.|ед.|単位|单位|單位|计量单位"
    ),
    "location": (
        "location|shelf|bin|place|shelf place|bin location|ubicación|ubicacion|estante|emplacement|"
        "rayonnage|étagère|lagerplatz|regal|fach|lagerort|localização|prateleira|ubicazione|scaffale|"
        "posizione|locatie|magazijnlocatie|schap|lokalizacja|półka|regał|место|полка|ячейка|место хранения|"
        "棚|棚番|保管場所|货架|位置|货位|庫位"
    ),
    "tags": (
        "tags|tag|labels|keywords|etiquetas|étiquettes|mots-clés|schlagwörter|stichwörter|etichette|"
        "trefwoorden|tagi|метки|теги|タグ|标签|標籤|关键词"
    ),
    "archived": (
        "archived|archivado|archivé|archiviert|arquivado|archiviato|gearchiveerd|в архиве|已归档|归档"
    ),
    "photo": (
        "photo|image|picture|photos|images|pictures|image url|image link|photo url|picture url|"
        "foto|imagen|imágenes|fotos|bild|bilder|imagem|imagens|"
        "immagine|immagini|afbeelding|afbeeldingen|zdjęcie|zdjęcia|obraz|фото|фотография|изображение|"
        "изображения|картинка|写真|画像|图片|照片|圖片"
    ),
    "counter_photo": ("counter photo|counter photos"),
}
