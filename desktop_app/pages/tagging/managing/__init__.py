"""The shop's tags themselves: renamed, merged and removed on every product at once."""
