"""Cards and posters of the products that are selected."""
