"""Stands in for a reader that takes ever more memory: `index.extraction`, its limit small."""

from unittest.mock import Mock

from index import extraction

if __name__ == "__main__":
    extraction._MOST_MEMORY = 2**29
    swell = Mock(side_effect=lambda raw: bytes(2**30))
    extraction._reader = lambda kind: swell
    extraction.Path = Mock()
    extraction.serve()
