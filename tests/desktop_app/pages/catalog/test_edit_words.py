"""Edits in the words of each language."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.edit_undo import LeftProduct, Turned
from core.catalog.edits.product_fields import Field
from core.paths import resources
from desktop_app.look.language import LanguageCode, LanguageSwitch
from desktop_app.pages.catalog.edit_words import done_words, edit_words, turned_words


def edit(kind: EditKind, products: int, title: str, *fields: Field, undone: str | None = None) -> Edit:
    return Edit(1, kind, "Kim", "2026-11-23T08:00:00.000Z", undone, products, title, fields)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "price of “Tea”",
                "category of 12 products",
                "several fields of 1 product",
                "archiving of 3 products",
                "Added: “Tea”",
                "Changed: photos of “Tea”",
                "Undone: price of “Tea” 2 values had been changed by somebody since and stay.",
                "Redone: return of “Tea” to the shelf",
                "import of tea.csv, 12 products",
                "booking of a count, 1 product",
                "merge of 2 products",
                "decision about photos of “Tea”",
                "Undone: import of tea.csv, 12 products"
                " 1 product had been changed since and stays: “Tea” (T-1)",
            ],
        ),
        (
            "zh_CN",
            [
                "“Tea”的价格",
                "12 种商品的类别",
                "1 种商品的多个字段",
                "归档 3 种商品",
                "已添加：“Tea”",
                "已修改：“Tea”的照片",
                "已撤销：“Tea”的价格 2 个值此后已被他人修改，保持不变。",
                "已重做：恢复上架 “Tea”",
                "导入 tea.csv（12 种商品）",
                "盘点入账（1 种商品）",
                "合并 2 种商品",
                "对“Tea”照片的决定",
                "已撤销：导入 tea.csv（12 种商品） 1 种商品此后已被更改，保持不变：“Tea” (T-1)",
            ],
        ),
    ],
)
def test_edits_are_named_in_each_language(
    qapp: QApplication, language: LanguageCode, expected: list[str]
) -> None:
    switch = LanguageSwitch(qapp, resources() / "translations", language)
    price = edit(EditKind.CHANGE, 1, "Tea", Field.PRICE, undone="2026")
    tea = replace(edit(EditKind.IMPORT, 12, "", Field.PRODUCT, undone="2026"), about="tea.csv")
    said = [
        edit_words(price),
        edit_words(edit(EditKind.CHANGE, 12, "", Field.CATEGORY)),
        edit_words(edit(EditKind.CHANGE, 1, "", Field.CATEGORY, Field.TAGS)),
        edit_words(edit(EditKind.ARCHIVE, 3, "", Field.ARCHIVED)),
        done_words(edit(EditKind.ADD, 1, "Tea", Field.ARCHIVED)),
        done_words(edit(EditKind.PHOTOS, 1, "Tea", Field.PHOTOS)),
        turned_words(Turned(price, 1, 2)),
        turned_words(Turned(edit(EditKind.RESTORE, 1, "Tea", Field.ARCHIVED), 1, 0)),
        edit_words(replace(tea, undone=None)),
        edit_words(edit(EditKind.BOOKING, 1, "", Field.STOCK)),
        edit_words(edit(EditKind.MERGE, 2, "", Field.ARCHIVED, Field.MERGED)),
        edit_words(edit(EditKind.DECISION, 1, "Tea", Field.DECISION)),
        turned_words(Turned(tea, 11, 1, (LeftProduct("T-1", "Tea"),))),
    ]
    switch.choose("en")
    assert said == expected


@pytest.mark.parametrize("field", sorted(set(Field) - {Field.PRODUCT, Field.MERGED, Field.DECISION}))
def test_every_field_that_can_be_edited_has_a_word(qapp: QApplication, field: Field) -> None:
    assert edit_words(edit(EditKind.CHANGE, 1, "", field))
