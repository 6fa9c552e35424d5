"""The text of an article, believed only while it is the one that was indexed."""

from index.errors import CitationError
from index.read_result import sha256_of
from index.schema import Article


def intact(article: Article) -> Article:
    """The article itself; asked wherever its words leave for a reader.

    SQLite does not notice a changed letter inside a text, and offsets into a changed text would
    still cut words that agree with themselves. Hashing 10,000 characters takes some 10 us.

    Raises:
        CitationError: its text is not what its sha256 was taken of.
    """
    if sha256_of(article.text) != article.sha256:
        raise CitationError(
            f"The stored text of {article.id} is not the one that was indexed, so nothing of it is "
            "shown; the index is damaged: build it anew with: pincite index PATH --anew"
        )
    return article
