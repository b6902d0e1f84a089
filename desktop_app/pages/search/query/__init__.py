"""What is searched with: pictures, their parts."""
