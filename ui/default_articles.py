"""The articles that are indexed when none are named."""

from pathlib import Path

import index
from index.errors import BadInputError


def default_articles() -> Path:
    """`seeds/` of the working folder, else the seeds installed beside the packages.

    Raises:
        BadInputError: neither is there.
    """
    installed = Path(index.__file__).resolve().parent.parent / "seeds"
    for folder in (Path("seeds"), installed):
        if folder.is_dir():
            return folder
    raise BadInputError("There is no folder seeds/ here; name one: pincite index FOLDER")
