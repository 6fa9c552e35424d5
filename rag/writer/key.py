"""The key for the language model's server: from the environment, into one header, nowhere else."""

import os
from collections.abc import Mapping

from rag.writer.errors import WriterError

NAME = "PINCITE_WRITER_KEY"


def authorization(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The header that shows the key; none where no key is set, as for a server at home.

    Raises:
        WriterError: the key cannot stand in a header. The message does not hold it.
    """
    key = environment.get(NAME, "").strip()
    if not key:
        return {}
    if not (key.isascii() and key.isprintable() and " " not in key):
        # Said here, for the HTTP library would quote the whole header in its own error.
        raise WriterError(f"{NAME} holds characters that no key has; set it anew.")
    return {"Authorization": f"Bearer {key}"}
