"""A shop folder opened: its lock, its network, its indexes."""
