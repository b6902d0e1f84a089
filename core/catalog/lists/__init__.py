"""Lists of products: filters, sorting, pages, facets and full-text search."""
