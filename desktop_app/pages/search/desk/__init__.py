"""What is asked now and what came of it: one record a query, and the desk that keeps them."""
