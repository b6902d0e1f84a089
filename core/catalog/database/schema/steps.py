"""The migrations in their order; a new one is a file and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlite_utils

from core.catalog.database.schema import (
    m0001_products,
    m0002_stock,
    m0003_tag_log,
    m0004_text_search,
    m0005_search_log,
    m0006_edit_log,
    m0007_feedback,
    m0008_stocktake,
    m0009_vector_checksums,
    m0010_model_in_use,
    m0011_unlabelled_photos,
    m0012_barcodes,
    m0013_label_words,
    m0014_vector_looks,
    m0015_steps,
    m0016_shop_currency,
    m0017_quantities,
    m0018_scale_formats,
    m0019_sale_prices,
    m0020_search_words,
    m0021_low_stock,
    m0022_duplicates,
    m0023_moderation,
    m0024_photo_log,
    m0025_faces,
    m0026_moderation_readings,
    m0027_never_sell,
    m0028_sales,
    m0029_blurred_photos,
    m0030_seen_words,
    m0031_sold_lines,
    m0032_hub,
    m0033_hub_vectors,
    m0034_demand,
    m0035_carried_stock,
    m0036_hold,
    m0037_heard_searches,
    m0038_joining,
    m0039_first_figures,
    m0040_spellings_in_order,
    m0041_vectors_by_model,
    m0042_counter_writing,
)

APPLICATION_ID = 0x536E6170  # "Snap"
MAJOR = 2
"""Whoever knows a lower one cannot read what this program writes."""
_MAJOR_TWO_SINCE = 17
"""Until then quantities were pieces; from then on they are thousandths."""


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its name begins with its number; ``apply`` changes the tables."""

    name: str
    apply: Callable[[sqlite_utils.Database], None]

    @property
    def version(self) -> int:
        """What ``user_version`` says once this step is done."""
        number = int(self.name.partition("_")[0])
        return (2 if number >= _MAJOR_TWO_SINCE else 1) * 1000 + number


STEPS = (
    Step("0001_products", m0001_products.apply),
    Step("0002_stock", m0002_stock.apply),
    Step("0003_tag_log", m0003_tag_log.apply),
    Step("0004_text_search", m0004_text_search.apply),
    Step("0005_search_log", m0005_search_log.apply),
    Step("0006_edit_log", m0006_edit_log.apply),
    Step("0007_feedback", m0007_feedback.apply),
    Step("0008_stocktake", m0008_stocktake.apply),
    Step("0009_vector_checksums", m0009_vector_checksums.apply),
    Step("0010_model_in_use", m0010_model_in_use.apply),
    Step("0011_unlabelled_photos", m0011_unlabelled_photos.apply),
    Step("0012_barcodes", m0012_barcodes.apply),
    Step("0013_label_words", m0013_label_words.apply),
    Step("0014_vector_looks", m0014_vector_looks.apply),
    Step("0015_steps", m0015_steps.apply),
    Step("0016_shop_currency", m0016_shop_currency.apply),
    Step("0017_quantities", m0017_quantities.apply),
    Step("0018_scale_formats", m0018_scale_formats.apply),
    Step("0019_sale_prices", m0019_sale_prices.apply),
    Step("0020_search_words", m0020_search_words.apply),
    Step("0021_low_stock", m0021_low_stock.apply),
    Step("0022_duplicates", m0022_duplicates.apply),
    Step("0023_moderation", m0023_moderation.apply),
    Step("0024_photo_log", m0024_photo_log.apply),
    Step("0025_faces", m0025_faces.apply),
    Step("0026_moderation_readings", m0026_moderation_readings.apply),
    Step("0027_never_sell", m0027_never_sell.apply),
    Step("0028_sales", m0028_sales.apply),
    Step("0029_blurred_photos", m0029_blurred_photos.apply),
    Step("0030_seen_words", m0030_seen_words.apply),
    Step("0031_sold_lines", m0031_sold_lines.apply),
    Step("0032_hub", m0032_hub.apply),
    Step("0033_hub_vectors", m0033_hub_vectors.apply),
    Step("0034_demand", m0034_demand.apply),
    Step("0035_carried_stock", m0035_carried_stock.apply),
    Step("0036_hold", m0036_hold.apply),
    Step("0037_heard_searches", m0037_heard_searches.apply),
    Step("0038_joining", m0038_joining.apply),
    Step("0039_first_figures", m0039_first_figures.apply),
    Step("0040_spellings_in_order", m0040_spellings_in_order.apply),
    Step("0041_vectors_by_model", m0041_vectors_by_model.apply),
    Step("0042_counter_writing", m0042_counter_writing.apply),
)
