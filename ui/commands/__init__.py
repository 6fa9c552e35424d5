"""One file for each command; each imports the heavy parts only when it runs."""
