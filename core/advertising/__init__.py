"""What a shop shows its customers of its products: cards, comparisons, posters and price leaflets."""
