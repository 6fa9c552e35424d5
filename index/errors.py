"""The one family of errors: each says what happened, with which value, and what to do next."""

from pathlib import Path


class PinciteError(Exception):
    """Base of every error a user can cause or mend; its message is one sentence for a person."""


class BadInputError(PinciteError):
    """What was asked or given cannot be used as it is."""


class IndexUnfitError(PinciteError):
    """There is no index, or the one found cannot serve these settings."""


class WeightsError(PinciteError):
    """Model weights are missing, cannot be fetched, or are not the file they should be."""


class CitationError(PinciteError):
    """A citation does not equal the article's own words; nothing is shown rather than this."""


class StoreError(PinciteError):
    """The store that searches elsewhere, or the workers that embed elsewhere, cannot be used."""


class UnwrittenError(PinciteError):
    """The disk did not take what was to be written; what stood there is as it was."""

    def __init__(self, path: Path, cause: Exception) -> None:
        """Name the file or folder and what the system said."""
        said = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
        super().__init__(
            f"{path} could not be written ({said}), and stays as it was; make room or mend the "
            "permissions, then do it again."
        )
