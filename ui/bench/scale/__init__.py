"""Cost against size: made collections of a thousand to a million passages, each measured."""
