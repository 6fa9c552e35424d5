"""Files that commands are given beside articles, damaged: a result, or one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eval.judgements import quarantined
from eval.promote import promote
from eval.readers.corpus import read_corpus
from tests.property.hostile.broken import damaged, otherwise
from tests.property.hostile.given_files import CORPUS, HIT, JUDGED, PLAIN, READS, lines
from tests.property.hostile.outcome import told
from ui.configured import configured

ODD = (b"a = " + b"[" * 5_000, b"\xff", b"9" * 5_000 + b" = 1")
some = settings(max_examples=max(10, settings.default.max_examples // 10))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize("name", READS)
def test_valid_ones_are_read(folder: Path, name: str) -> None:
    read, samples = READS[name]
    if name in ("manifest", "report"):  # there is nothing beside it
        assert told(lambda: read(folder, lines(samples[0]))) is None
    else:
        for each in samples:
            assert read(folder, json.dumps(each).encode()) is not None


@pytest.mark.parametrize("name", READS)
def test_odd_values_in_a_file(folder: Path, name: str) -> None:
    read, samples = READS[name]

    @some
    @given(otherwise(samples))
    def each(text: str) -> None:
        told(lambda: read(folder, text.encode("utf-8", "surrogatepass")))

    each()


@pytest.mark.parametrize("name", READS)
def test_damaged_bytes_of_a_file(folder: Path, name: str) -> None:
    read, samples = READS[name]

    @some
    @given(damaged([lines(*samples), lines(samples[0], samples[0])]))
    def each(raw: bytes) -> None:
        told(lambda: read(folder, raw))

    each()


@pytest.mark.parametrize("name", PLAIN)
def test_damaged_bytes_of_a_file_that_is_no_json(folder: Path, name: str) -> None:
    read, sample = PLAIN[name]
    told(lambda: read(folder, sample))

    @some
    @given(damaged([sample]))
    def each(raw: bytes) -> None:
        told(lambda: read(folder, raw))

    each()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_settings(here: Path) -> None:
    sample = b'index = "var/index"\npool = 50\nthreshold = 0.5\nreader = "tuned"\noffline = true\n'

    @settings(some)
    @example(ODD[0])
    @example(ODD[1])
    @example(ODD[2])
    @given(st.one_of(damaged([sample]), st.sampled_from(ODD)))
    def each(raw: bytes) -> None:
        (here / "pincite.toml").write_bytes(raw)
        told(configured)

    each()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("passages", b"1 Q0 a:%s-1 1 2.5 x" % (b"9" * 5_000)),
        ("run.trec", b"1 Q0 a 1 nan x"),
        ("qrels.tsv", "1\ta\t²".encode()),
        ("qrels.tsv", b"1\ta\t--5"),
        ("qrels.tsv", b"1\t%s\t1" % (b"a" * 200_000)),
        ("sweep", b"\xff"),
        ("gate", b"a = " + b"[" * 5_000),
        ("users", b"\xff"),
        ("users", b"ana:scrypt$YQ$x"),
    ],
)
def test_what_once_ended_in_a_traceback(folder: Path, name: str, raw: bytes) -> None:
    assert told(lambda: PLAIN[name][0](folder, raw)) is None


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("corpus", {**CORPUS, "doc_id": None, "_id": "a"}),
        ("replies of a batch", {"qid": "9" * 3_000, "reply": {"question": "Who?"}}),
        ("questions", [1]),
        ("replies", {"qid": "9" * 3_000, "reply": {}}),
        ("promoted", {"question": "Who?"}),
        ("promoted", [1]),
        ("run", {"qid": "1", "hits": [{**HIT, "start": -24, "end": -21}]}),
    ],
)
def test_records_that_once_ended_in_a_traceback(folder: Path, name: str, record: object) -> None:
    assert told(lambda: READS[name][0](folder, lines(record))) is None


def test_a_judgement_counted_from_the_end_is_not_promoted(folder: Path) -> None:
    (folder / "judgements").write_bytes(lines({**JUDGED, "start": -24, "end": -21}))
    (folder / "corpus.jsonl").write_bytes(lines(CORPUS))
    articles = read_corpus(folder / "corpus.jsonl")
    assert (
        told(lambda: promote(quarantined(folder / "judgements"), articles, folder / "to")) is None
    )
    assert not (folder / "to").exists()
