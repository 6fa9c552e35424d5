"""Measures of one question's record; each file is one measure or family."""
