"""What a difference between two systems is worth."""
