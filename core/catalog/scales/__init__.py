"""Labels of scales: in-store barcodes that hold a product's number and how much it weighs, or costs."""
