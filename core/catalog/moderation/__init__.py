"""What moderation saw on photos, what people decided of them, and what the shop wants to be told of."""
