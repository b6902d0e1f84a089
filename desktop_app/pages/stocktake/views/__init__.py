"""The stocktake page's views, one a step."""
