"""Merchants' tables: CSV, TSV and XLSX to product drafts and photo references."""
