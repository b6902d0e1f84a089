"""What a merchant can lay before others: when the shop had a photo, and which picture was made of it."""
