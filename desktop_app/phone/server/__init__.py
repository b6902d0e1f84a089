"""The process that phones speak to. No Qt, no shop: what it wants to know it asks the window's process."""
