"""What a shop puts on paper: pages of words and boxes in millimetres, as a PDF or for a painter."""
