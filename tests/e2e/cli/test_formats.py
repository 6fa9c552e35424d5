"""One article of each kind that is read, from the file to a quote that is proved again."""

import json
from collections.abc import Callable, Sequence

from tests.made_files import docx_of, eml_of, page_of, pdf_of

Made = Callable[[Sequence[str]], bytes]
FILES: dict[str, tuple[str, Made]] = {
    "a.txt": ("Nera", lambda told: "\n\n".join(told).encode()),
    "b.md": ("Tiber", lambda told: ("# Bridge closed\n\n" + "\n\n".join(told)).encode()),
    "c.html": ("Arno", lambda told: page_of(told, "<title>Bridge closed</title>").encode()),
    "d.htm": ("Adda", lambda told: page_of(told).encode("utf-16")),
    "e.pdf": ("Piave", lambda told: pdf_of([lines(told)], title="Bridge closed")),
    "f.docx": ("Sesia", lambda told: docx_of(told, title="Bridge closed")),
    "g.eml": ("Reno", lambda told: eml_of("\n\n".join(told), Subject="Bridge", From="a@b.example")),
    "h.jsonl": ("Oglio", lambda told: json.dumps({"id": "h", "text": "\n\n".join(told)}).encode()),
}


def story(river: str) -> list[str]:
    return [
        f"The old bridge over the {river} was closed on Monday because engineers found cracks.",
        "It carried 4,000 cars a day, and the detour takes all of them half an hour longer.",
        "The town council wants to decide in September whether to repair it or to build anew.",
    ]


def lines(told: Sequence[str]) -> list[tuple[float, float, float, str]]:
    return [(60.0, 700.0 - 30 * at, 11.0, line) for at, line in enumerate(told)]


def test_a_quote_from_every_kind_of_file_is_verified(pincite, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in").mkdir()
    for name, (river, made) in FILES.items():
        (tmp_path / "in" / name).write_bytes(made(story(river)))
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    indexed = json.loads(pincite("index", tmp_path / "in", "--index", "one", "--json").stdout)
    assert indexed["articles"] == len(FILES)
    assert indexed["skipped"] == [{"path": "broken.pdf", "reason": "the PDF is damaged."}]

    questions, replies = tmp_path / "questions.jsonl", tmp_path / "replies.jsonl"
    asked = [
        {"qid": name, "question": f"Why was the bridge over the {river} closed?"}
        for name, (river, _) in FILES.items()
    ]
    questions.write_text("".join(json.dumps(each) + "\n" for each in asked))
    done = pincite("batch", questions, "--out", replies, "--index", "one")
    assert done.returncode == 0, done.stderr
    for line in replies.read_text().splitlines():
        told = json.loads(line)
        first = told["reply"]["citations"][0]
        assert first["article_id"] == told["qid"].removesuffix(".jsonl")
        assert first["exact"] == story(FILES[told["qid"]][0])[0]
    assert pincite("verify", replies, "--index", "one").returncode == 0
