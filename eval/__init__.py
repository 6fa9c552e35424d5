"""How good is it, for which questions, and did a change help."""
