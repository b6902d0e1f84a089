"""A customer is deleted: no byte of the number is left anywhere in the shop's folder."""

import random
from pathlib import Path

import pytest

from core.care.backup import daily_backup
from core.care.check import check_shop
from core.catalog.database.backup_files import is_whole
from core.catalog.sales.customers import choose_keeping, customers
from core.catalog.sales.receipts import sales_counts
from core.errors import KnownError
from core.sales.forgetting import forget_customer, keep_customers
from core.shop.shop import Shop
from tests.core.sales.conftest import LATER, Sell

NUMBERS = [f"card-{number:05}-x" for number in range(3000)]


@pytest.fixture
def known(shop: Shop, sell: Sell) -> str:
    """Thousands of customers, in no order, in the catalog and a backup; one of them is named."""
    choose_keeping(shop.catalog, True)
    mixed = random.Random(7).sample(NUMBERS, len(NUMBERS))
    rows = [f"{place},{LATER},T-1,1,1.00,{number}" for place, number in enumerate(mixed)]
    text = "receipt,date,sku,quantity,total,customer\n" + "\n".join(rows)
    sell(text)
    (shop.folder.parent / "sales.csv").unlink()
    assert daily_backup(shop.catalog) is not None
    return NUMBERS[1234]


def files_with(shop: Shop, number: str) -> list[Path]:
    files = [path for path in shop.folder.rglob("*") if path.is_file()]
    return [path for path in files if number.encode() in path.read_bytes()]


def test_no_byte_of_a_deleted_customer_is_left_in_the_shops_folder(shop: Shop, known: str) -> None:
    assert len(files_with(shop, known)) >= 2
    forget_customer(shop, known)
    assert files_with(shop, known) == []
    assert len(customers(shop.catalog)) == len(NUMBERS) - 1
    assert sales_counts(shop.catalog).receipts == len(NUMBERS)  # as anybody's
    assert check_shop(shop).ok
    assert all(is_whole(path) for path in (shop.folder / "backups").glob("*.db"))
    with pytest.raises(KnownError, match="No customer"):
        forget_customer(shop, known)


def test_no_longer_keeping_them_deletes_them_all(shop: Shop, known: str) -> None:
    keep_customers(shop, False)
    assert [files_with(shop, number) for number in (known, NUMBERS[0], NUMBERS[-1])] == [[], [], []]
    assert customers(shop.catalog) == []


def test_a_receipt_never_learns_again_of_a_customer_who_was_deleted(shop: Shop, sell: Sell) -> None:
    choose_keeping(shop.catalog, True)
    text = f"receipt,date,sku,quantity,total,customer\n1,{LATER},T-1,1,1.00,C7\n"
    sell(text)
    forget_customer(shop, "C7")
    assert sell(text).customers == 0
    assert customers(shop.catalog) == []
