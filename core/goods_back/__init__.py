"""What customers bring back: the receipt that it is on, and the return booked."""
