"""The webcam: its picture, frames at a bounded rate, the view that shows it."""
