"""Documentation that is made from the program; `python -m ui.docs` writes it anew."""
