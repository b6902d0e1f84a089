"""Deliveries: a delivery note against what was unpacked, and the difference booked."""
