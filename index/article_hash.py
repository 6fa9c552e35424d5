"""What a citation's id shows of its article; stored, so that the article is found by it at once."""

from hashlib import sha256


def article_hash(article_id: str) -> str:
    """The first 10 hex digits of the id's SHA-256."""
    return sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
