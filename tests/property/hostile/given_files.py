"""Files that commands are given beside articles: valid ones, and what reads each."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.datasets import read_dataset
from eval.followups import read_turns
from eval.gate import read_gate
from eval.judgements import quarantined
from eval.promote import promote
from eval.readers.trec import ordered, read_qrels, read_run
from eval.records import read_records
from eval.sweep import read_sweep
from eval.writing_labels import read_labels
from eval.written import read_run as read_report
from index import manifest
from index.opened import open_contents
from tests.property.hostile.outcome import told
from ui.chat.users import Users
from ui.history import read_history
from ui.questions import Question, read_questions
from ui.resume import replied
from ui.saved_replies import read_replies

TEXT = "Two planes came to Oslo."
CORPUS = {"doc_id": "a", "title": "x", "text": TEXT, "sentences": [TEXT]}
ASKED = {"qid": "1", "question": "How many?", "history": [{"role": "user", "content": "Who?"}]}
GOLD = {
    **{"qid": "1", "question": "How many?", "answerable": True, "answers": ["Two"], "type": "x"},
    "evidence": [{"doc_id": "a", "start": 0, "end": 3, "text": "Two"}],
    "history": ["Who came?"],
}
CITATION = {
    **{"n": 1, "id": "0123456789.0-3.0123456789ab", "article_id": "a", "title": None, "url": None},
    **{"source": None, "published": None, "sha256": "00", "start": 0, "end": 3, "exact": "Two"},
    **{"prefix": "", "suffix": " planes", "status": "verified", "why": None, "copies": []},
}
REPLY = {
    **{"id": "00", "question": "How many?", "searched_as": "How many?", "status": "answered"},
    **{"statements": [{"text": "Two", "citations": [1]}], "citations": [CITATION]},
    **{"disagreements": [], "confidence": 0.5, "seconds": {"search": 0.1, "select": 0.1}},
}
SAVED = {"qid": "1", "reply": REPLY, "seconds": 0.1}
HIT = {"rank": 1, "score": 1.5, "article_id": "a", "start": 0, "end": 3, "text": "Two"}
JUDGED = {
    **{"at": "2026-01-01", "question": "How many?", "history": [], "verdict": "up", "note": ""},
    **{"citation": "c", "article_id": "a", "sha256": "s", "start": 0, "end": 3, "exact": "Two"},
}
SQUAD = {
    "data": [
        {
            "title": "x",
            "paragraphs": [
                {
                    "context": TEXT,
                    "qas": [
                        {
                            "id": "1",
                            "question": "?",
                            "answers": [{"text": "Two", "answer_start": 0}],
                        }
                    ],
                }
            ],
        }
    ]
}
MANIFEST = {
    **{"format": manifest.FORMAT, "generation": "g-1", "content": "x", "embedder": "x"},
    **{"weights_sha256": None, "passage_tokens": 200, "articles": 1, "passages": 1, "sentences": 1},
}
LABEL = {
    **{"qid": "1", "model": "m", "statement": {"text": "Two", "citations": [1]}},
    **{"quotes": [[None, TEXT]], "supported": True},
}
TURN = {"qid": "1", "question": "And?", "rewrite": "And who?", "history": ["Who?"]}


def lines(*records: Any) -> bytes:
    return "".join(json.dumps(each) + "\n" for each in records).encode()


def _dataset(folder: Path, name: str, raw: bytes) -> object:
    """A dataset of which one file is the damaged one."""
    beir = name in ("queries.jsonl", "qrels/test.tsv")
    files = {
        "corpus.jsonl": lines(CORPUS),
        **({} if beir else {"questions.jsonl": lines(GOLD)}),
        **({"queries.jsonl": lines({"_id": "1", "text": "How many?"})} if beir else {}),
        **({"qrels/test.tsv": b"query-id\tcorpus-id\tscore\n1\ta\t1\n"} if beir else {}),
        name: raw,
    }
    with tempfile.TemporaryDirectory(dir=folder) as made:
        for each, content in files.items():
            (Path(made) / each).parent.mkdir(exist_ok=True)
            (Path(made) / each).write_bytes(content)
        dataset = read_dataset(Path(made))
        for question in dataset.questions:
            for piece in question.evidence:
                for start, end in piece.spans:
                    assert 0 <= start < end <= len(dataset.articles[piece.article_id].text)
        return dataset


def _records(folder: Path, name: str, raw: bytes) -> object:
    file = folder / name
    file.write_bytes(raw)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        for each, content in (("corpus.jsonl", CORPUS), ("questions.jsonl", GOLD)):
            (Path(made) / each).write_bytes(lines(content))
        dataset = read_dataset(Path(made))
    return read_records(dataset, None, file) if "run" in name else read_records(dataset, file, None)


def _replied(folder: Path, raw: bytes) -> object:
    """What is refused is left as it was; only a half-written last line is ever cut off."""
    file = folder / "out.jsonl"
    file.write_bytes(raw)
    asked = [Question("1", "How many?", (), 1)]
    done = told(lambda: replied(file, asked))
    left = file.read_bytes()
    assert raw.startswith(left)
    assert left == raw or (done is not None and raw[len(left) :].count(b"\n") == 0)
    return done


def _promoted(folder: Path, raw: bytes) -> object:
    """Questions that are there are never lost."""
    file = folder / "questions.jsonl"
    file.write_bytes(raw)
    promoted = told(lambda: promote([], {}, folder))
    if promoted is None:
        assert file.read_bytes() == raw
    return promoted


def _index(folder: Path, raw: bytes) -> object:
    (folder / "manifest.json").write_bytes(raw)
    return open_contents(folder, manifest.read(folder))


def _in(read: Callable[[Path], object], name: str = "given") -> Callable[[Path, bytes], object]:
    def reads(folder: Path, raw: bytes) -> object:
        (folder / name).write_bytes(raw)
        return read(folder / name)

    return reads


def _report(folder: Path, raw: bytes) -> object:
    (folder / "run.json").write_bytes(raw)
    return read_report(folder)


def _ranked(file: Path) -> object:
    return [ordered(scores) for scores in read_run(file).values()]


READS: dict[str, tuple[Callable[[Path, bytes], object], tuple[Any, ...]]] = {
    "history": (_in(read_history), ([{"role": "user", "content": "Who?"}, "How?"],)),
    "questions": (_in(read_questions), (ASKED,)),
    "replies": (_in(read_replies), (REPLY, SAVED, [SAVED])),
    "replies of a batch": (_replied, (SAVED,)),
    "corpus": (lambda at, raw: _dataset(at, "corpus.jsonl", raw), (CORPUS,)),
    "gold": (lambda at, raw: _dataset(at, "questions.jsonl", raw), (GOLD,)),
    "queries": (lambda at, raw: _dataset(at, "queries.jsonl", raw), ({"_id": "1", "text": "x"},)),
    "squad": (_in(read_dataset, "squad.json"), (SQUAD,)),
    "saved": (lambda at, raw: _records(at, "replies.jsonl", raw), (SAVED,)),
    "run": (lambda at, raw: _records(at, "run.jsonl", raw), ({"qid": "1", "hits": [HIT]},)),
    "judgements": (_in(quarantined), (JUDGED,)),
    "promoted": (_promoted, (GOLD,)),
    "manifest": (_index, (MANIFEST,)),
    "labels": (_in(read_labels), (LABEL,)),
    "turns": (_in(read_turns), (TURN,)),
    "report": (_report, ({"provenance": {}, "groups": []},)),
}
PLAIN: dict[str, tuple[Callable[[Path, bytes], object], bytes]] = {
    "qrels.tsv": (
        lambda at, raw: _dataset(at, "qrels/test.tsv", raw),
        b"query-id\tcorpus-id\tscore\n1\ta\t1\n",
    ),
    "qrels": (_in(read_qrels), b"1 0 a:0-3 2\n1 0 b 0\n"),
    "run.trec": (_in(_ranked), b"1 Q0 a:0-3 1 2.5 x\n1 Q0 b 2 1.5 x\n"),
    "passages": (lambda at, raw: _records(at, "run.trec", raw), b"1 Q0 a:0-3 1 2.5 x\n"),
    "history": (_in(read_history), b"Who came?\nHow many?\n"),
    "sweep": (_in(read_sweep), b"[grid]\npool = [10, 20]\n"),
    "gate": (_in(read_gate), b'command = "x"\nfixed_sha256 = "y"\nhalf = "tune"\nalpha = 0.5\n'),
    "users": (
        _in(lambda file: Users(file).line("ana")),
        b"ana:scrypt$YWJjZGVmZ2hpamtsbW5vcA==$YWJj\n",
    ),
}
