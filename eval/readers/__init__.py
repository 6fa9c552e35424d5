"""Datasets read from disk: Pincite's own folders, BEIR, SQuAD, TREC."""
