"""Changes from other tills written into the catalog: whatever their order, all tills end up alike."""
