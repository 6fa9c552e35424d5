"""How a build, or an evaluation, tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Hears the stage ("read", "split", "embed", "write", or a line about a download), done, total.

An evaluation's stages are "ask" and "score".
"""
