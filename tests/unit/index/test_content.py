from index.content import content_hash

SHOWN = ("a.txt", "0" * 64, None, None, None, None)


def test_the_content_hash_covers_articles_metadata_and_settings() -> None:
    hashes = {
        content_hash([SHOWN], "m", 160),
        content_hash([SHOWN], "m", 161),
        content_hash([SHOWN], "n", 160),
        content_hash([("a.txt", "0" * 64, "T", None, None, None)], "m", 160),
        content_hash([("a.txt", "1" * 64, None, None, None, None)], "m", 160),
        content_hash([], "m", 160),
    }
    assert len(hashes) == 6
