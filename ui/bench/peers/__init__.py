"""Pincite side by side with what people would use instead, each in a process of its own."""
