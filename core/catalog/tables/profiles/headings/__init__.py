"""What exports of other programs call their columns in other languages than English."""
