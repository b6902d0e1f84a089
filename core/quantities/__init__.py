"""How much there is of a product, exactly and in which unit; and what it costs for some days."""
