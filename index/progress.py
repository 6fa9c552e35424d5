"""How a build tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Hears the stage ("read", "split", "embed", "write", or a line about a download), done, total."""
