"""Columns of Square, Loyverse and Odoo in the languages into which these are translated.

Square: the item library's template in its help (squareup.com/help, article 5153, for us, ca/fr, fr, es, jp).
Loyverse: its help (help.loyverse.com, importing-and-exporting, per language) and exports in public
repositories. Odoo: ``addons/product/i18n`` and ``addons/stock/i18n`` of odoo/odoo, versions 12 to 18.
Where a program is not offered in a language, the words of its help and of its market are taken.
Order: German, Spanish, French, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Chinese.
"""

from core.catalog.tables.profiles.headings.translated import Headings

SQUARE = Headings(
    {
        "Token": "Jeton|Identificador|トークン",
        "Item Name": (
            "Artikelname|Nombre del artículo|Nombre de artículo|Nombre del producto|Nom de l'article|"
            "Nom de l’article|Nome do item|Nome articolo|Artikelnaam|Nazwa artykułu|Название товара|商品名|"
            "品目名|商品名称"
        ),
        "Variation Name": (
            "Variantenname|Name der Variante|Nombre de la variante|Nombre de la variación|"
            "Nombre de variación|Nom de la variante|Nom de la variation|Nome da variação|Nome variante|"
            "Variantnaam|Nazwa wariantu|Название варианта|バリエーション名|商品バリエーション名|变体名称|"
            "规格名称"
        ),
        "SKU": "UGS|Référence|SKU (在庫管理コード)|在庫管理コード",
        "Description": (
            "Beschreibung|Descripción|Descrição|Descrizione|Beschrijving|Opis|Описание|商品説明|説明|描述"
        ),
        "Category": (
            "Kategorie|Categoría|Catégorie|Categoria|Categorie|Kategoria|Категория|カテゴリ|カテゴリー|"
            "类别|分类"
        ),
        "Categories": "Kategorien|Categorías|Catégories|Categorias|Categorieën|Категории",
        "Reporting Category": (
            "Berichtskategorie|Categoría de informes|Categoría de reportes|Catégorie de rapports|"
            "Catégorie de rapport|集計カテゴリ|レポート用カテゴリ"
        ),
        "Brand": "Marke|Marca|Marque|Merk|Marka|Бренд|ブランド|品牌",
        "GTIN": "",
        "Price": "Preis|Precio|Prix|Preço|Prezzo|Prijs|Cena|Цена|価格|价格",
        "Archived": "Archiviert|Archivado|Archivé|Arquivado|Archiviato|Gearchiveerd|アーカイブ済み|已归档",
        "Option Name {n}": (
            "Nombre de la opción {n}|Nom de l'option {n}|Nom de l’option {n}|オプション名 {n}|オプション名{n}"
        ),
        "Option Value {n}": (
            "Valor de la opción {n}|Valeur de l'option {n}|Valeur de l’option {n}|オプション値 {n}|"
            "オプション値{n}"
        ),
        "Current Quantity {store}": (
            "Aktuelle Menge {store}|Cantidad actual {store}|Cantidad actual de {store}|"
            "Quantité actuelle {store}|Quantité actuelle de {store}|Quantidade atual {store}|"
            "Quantità attuale {store}|Huidige hoeveelheid {store}|Aktualna ilość {store}|"
            "Текущее количество {store}|現在の数量 {store}|現在の在庫数 {store}|当前数量 {store}"
        ),
    }
)

LOYVERSE = Headings(
    {
        "Handle": "Идентификатор|ハンドル",
        "SKU": "REF|UGS|Référence|Artikelnummer|ART|Артикул|商品コード|商品编码|货号",
        "Name": "Nombre|Nom|Nome|Naam|Nazwa|Название|Наименование|商品名|名称|名前",
        "Category": (
            "Kategorie|Categoría|Categoria|Catégorie|Categorie|Kategoria|Категория|カテゴリ|カテゴリー|"
            "类别|分类"
        ),
        "Description": (
            "Beschreibung|Descripción|Descrição|Descrizione|Beschrijving|Opis|Описание|説明|商品説明|描述|"
            "说明"
        ),
        "Sold by weight": (
            "Nach Gewicht verkauft|Verkauf nach Gewicht|Vendido por peso|Vendu au poids|Venduto a peso|"
            "Verkocht op gewicht|Verkocht per gewicht|Sprzedawane na wagę|Sprzedaż na wagę|"
            "Продается на вес|Весовой товар|Продаётся на вес|量り売り|重量で販売|按重量出售|称重销售"
        ),
        "Option {n} name": (
            "Option {n} Name|Opción {n} nombre|Nombre de opción {n}|Nom de l'option {n}|Option {n} nom|"
            "Opção {n} nome|Nome da opção {n}|Opzione {n} nome|Nome opzione {n}|Optie {n} naam|"
            "Opcja {n} nazwa|Nazwa opcji {n}|Опция {n} название|Название опции {n}|オプション {n} 名|"
            "オプション{n}名|选项 {n} 名称|选项{n}名称"
        ),
        "Option {n} value": (
            "Option {n} Wert|Opción {n} valor|Valor de opción {n}|Valeur de l'option {n}|Option {n} valeur|"
            "Opção {n} valor|Valor da opção {n}|Opzione {n} valore|Valore opzione {n}|Optie {n} waarde|"
            "Opcja {n} wartość|Wartość opcji {n}|Опция {n} значение|Значение опции {n}|オプション {n} 値|"
            "オプション{n}値|选项 {n} 值|选项{n}值"
        ),
        "Default price": (
            "Standardpreis|Precio por defecto|Precio predeterminado|Prix par défaut|Preço padrão|"
            "Prezzo predefinito|Standaardprijs|Cena domyślna|Domyślna cena|Цена по умолчанию|"
            "デフォルト価格|既定の価格|默认价格"
        ),
        "Cost": "Kosten|Coste|Costo|Coût|Custo|Koszt|Kostprijs|Себестоимость|Стоимость|原価|成本",
        "Barcode": (
            "Strichcode|Código de barras|Codigo de barras|Code-barres|Code barre|Code à barres|"
            "Codice a barre|Streepjescode|Kod kreskowy|Штрихкод|Штрих-код|バーコード|条码|条形码"
        ),
        "SKU of included item": (
            "SKU des enthaltenen Artikels|Artikelnummer des enthaltenen Artikels|REF del componente|"
            "REF del artículo incluido|UGS de l'article inclus|SKU do item incluído|REF do componente|"
            "SKU dell'articolo incluso|SKU van inbegrepen artikel|SKU składnika|Артикул компонента|"
            "含まれる商品の商品コード|包含商品的SKU"
        ),
        "Quantity of included item": (
            "Menge des enthaltenen Artikels|Cantidad del componente|Cantidad del artículo incluido|"
            "Quantité de l'article inclus|Quantidade do item incluído|Quantidade do componente|"
            "Quantità dell'articolo incluso|Hoeveelheid van inbegrepen artikel|Ilość składnika|"
            "Количество компонента|含まれる商品の数量|包含商品的数量"
        ),
        "Track stock": (
            "Bestand verfolgen|Seguir el inventario|Suivre le stock|Rastrear estoque|Controlar estoque|"
            "Traccia le scorte|Voorraad bijhouden|Śledź stan magazynowy|Вести учёт остатков|"
            "Отслеживать остатки|在庫を追跡|在庫管理|跟踪库存"
        ),
        "Price [{store}]": (
            "Preis [{store}]|Precio [{store}]|Prix [{store}]|Preço [{store}]|Prezzo [{store}]|"
            "Prijs [{store}]|Cena [{store}]|Цена [{store}]|価格 [{store}]|价格 [{store}]"
        ),
        "In stock [{store}]": (
            "Auf Lager [{store}]|Lagerbestand [{store}]|En inventario [{store}]|En existencia [{store}]|"
            "En stock [{store}]|Em estoque [{store}]|In magazzino [{store}]|Disponibile [{store}]|"
            "Op voorraad [{store}]|W magazynie [{store}]|Stan magazynowy [{store}]|В наличии [{store}]|"
            "Остаток [{store}]|在庫 [{store}]|在庫数 [{store}]|库存 [{store}]"
        ),
        "Price": "Preis|Precio|Prix|Preço|Prezzo|Prijs|Cena|Цена|価格|价格",
        "In stock": (
            "Auf Lager|Lagerbestand|En inventario|En existencia|En stock|Em estoque|In magazzino|"
            "Op voorraad|W magazynie|В наличии|Остаток|在庫|在庫数|库存"
        ),
    }
)

ODOO = Headings(
    {
        "Internal Reference": (
            "Interne Referenz|Referencia interna|Référence interne|Referência interna|Riferimento interno|"
            "Interne referentie|Odnośnik wewnętrzny|Wewnętrzne odniesienie|Внутренняя ссылка|"
            "Внутренний артикул|Артикул|内部参照|内部参考|内部编号"
        ),
        "External ID": (
            "Externe ID|ID externo|ID externa|Identifiant externe|ID externe|ID esterno|Extern ID|"
            "Zewnętrzny identyfikator|Identyfikator zewnętrzny|Внешний идентификатор|ID внешней системы|"
            "外部ID|外部 ID|外部标识"
        ),
        "Name": "Nombre|Nom|Nome|Naam|Nazwa|Название|Имя|名称|名前|プロダクト名",
        "Sales Price": (
            "Verkaufspreis|Precio de venta|Precio de ventas|Prix de vente|Preço de venda|Preço de vendas|"
            "Prezzo di vendita|Prezzo vendita|Verkoopprijs|Cena sprzedaży|Цена продажи|Цена продаж|"
            "Цена реализации|販売価格|売価|销售价格|售价"
        ),
        "Public Price": (
            "Öffentlicher Preis|Precio público|Precio al público|Prix public|Preço público|"
            "Prezzo al pubblico|公开价格"
        ),
        "Barcode": (
            "Strichcode|Código de barras|Code-barres|Code barre|Codice a barre|Streepjescode|Kod kreskowy|"
            "Штрихкод|Штрих-код|バーコード|条码|条形码"
        ),
        "Product Category": (
            "Produktkategorie|Categoría del producto|Categoría de producto|Categoría de productos|"
            "Catégorie de produits|Catégorie d'articles|Catégorie d'article|Catégorie de produit|"
            "Categoria de produto|Categoria do produto|Categoria de produtos|Categoria prodotto|"
            "Categoria del prodotto|Productcategorie|Kategoria produktu|Категория товара|"
            "Категория продукта|Категория продукции|プロダクトカテゴリ|商品カテゴリ|产品类别|产品分类"
        ),
        "Sales Description": (
            "Verkaufsbeschreibung|Descripción de venta|Descripción de ventas|Descripción para ventas|"
            "Description commerciale|Description de vente|Description pour la vente|Descrição de venda|"
            "Descrição de vendas|Descrizione vendita|Descrizione di vendita|Verkoopomschrijving|"
            "Verkoopbeschrijving|Opis sprzedaży|Описание продажи|Описание для продажи|販売説明|販売用説明|"
            "销售说明|销售描述"
        ),
        "Quantity On Hand": (
            "Verfügbare Menge|Vorrätige Menge|Bestandsmenge|Menge auf Lager|Cantidad a la mano|"
            "Cantidad a mano|Cantidad disponible|Cantidad real|Quantité en stock|Quantité en main|"
            "Quantité disponible|Quantidade em mãos|Quantidade disponível|Quantidade à mão|"
            "Quantità disponibile|Quantità a disposizione|Aanwezige hoeveelheid|Aanwezige voorraad|"
            "Beschikbare hoeveelheid|Werkelijke voorraad|Dostępna ilość|Ilość dostępna|Ilość w dyspozycji|"
            "Количество в наличии|В наличии|手持数量|手持在庫|在庫数量|在手数量|现有数量"
        ),
        "Currency": "Währung|Moneda|Devise|Moeda|Valuta|Waluta|Валюта|通貨|币种|货币",
        "Tags": "Stichwörter|Etiquetas|Étiquettes|Marcadores|Etichette|Tag|Labels|Tagi|Теги|タグ|标签",
        "Active": "Aktiv|Activo|Actif|Ativo|Attivo|Actief|Aktywny|Активно|Активен|有効|启用|有效",
        "Image": "Bild|Imagen|Imagem|Immagine|Afbeelding|Obraz|Изображение|画像|图片|图像",
    }
)
