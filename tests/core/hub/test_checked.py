"""A joined shop is checked for what synchronising relies on."""

from pathlib import Path

from core.catalog.checking.check import check
from core.catalog.checking.problem import Defect
from core.catalog.checking.repair import repair
from core.catalog.database.schema.capture import end_capture
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.hub.membership import waiting_changes
from tests.core.hub.tills import joined_till


def test_a_shop_that_does_not_write_its_changes_down_is_told_and_does_so_again(
    tmp_path: Path, manager: str
) -> None:
    with joined_till(tmp_path / "a", manager, "Harbour") as a:
        assert check(a.catalog) == []
        with a.catalog.transaction() as db:
            end_capture(db.conn)
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea"), who="")
        problems = check(a.catalog)
        assert [problem.defect for problem in problems] == [Defect.HUB_CAPTURE, Defect.HUB_UNTOLD]
        repair(a.catalog, problems)
        upsert_product(a.catalog, ProductDraft("T-2", title="Mug"), who="")
        assert waiting_changes(a.catalog) == 1
        assert [str(problem.sentence) for problem in check(a.catalog)] == [
            "The hub was not told of T-1: leave the hub and join it again."
        ]
