"""An article written as the line of a .jsonl file from which `index.read_jsonl` reads it again."""

import json

from index.schema import Article


def article_line(article: Article) -> str:
    """One JSON object and a line feed; its text has no other."""
    shown = {
        "doc_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published_at": article.published,
        "author": article.author,
        "text": article.text,
    }
    return json.dumps(shown, ensure_ascii=False) + "\n"
