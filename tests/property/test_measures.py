"""Measures stay in range, and gold survives re-chunking."""

import hashlib
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from eval.answer_text import occurrences, stands_in, token_f1
from eval.measures.abstention import Shown, abstention_values
from eval.measures.evidence import evidence_values
from eval.measures.retrieval import score_rankings
from eval.measures.risk import area, best_within, risk_coverage
from eval.overlap import ink, overlaps
from eval.schema import Evidence, Place, Question
from eval.significance.holm import holm
from index.schema import Article, Span

WORDS = st.lists(
    st.sampled_from(["a", "bb", "ccc", " ", "\n\n", "é", "."]), min_size=1, max_size=40
)
TEXTS = WORDS.map("".join)
SHOWN = st.builds(
    Shown,
    st.booleans(),
    st.booleans(),
    st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]),
    st.booleans(),
).map(lambda s: s if s.answerable else Shown(False, s.answered, s.confidence, False))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@given(st.data(), TEXTS)
def test_overlap_is_symmetric_and_a_span_holds_itself(data: st.DataObject, text: str) -> None:
    a, b = data.draw(spans(text)), data.draw(spans(text))
    assert overlaps(text, a, b) == overlaps(text, b, a)
    assert overlaps(text, a, a) == (ink(text[a.start : a.end]) > 0)


@given(st.data(), TEXTS)
def test_however_an_article_is_cut_some_passage_holds_the_gold(
    data: st.DataObject, text: str
) -> None:
    gold = data.draw(spans(text))
    assume(ink(text[gold.start : gold.end]))
    cuts = sorted(data.draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=8)))
    ends = [0, *cuts, len(text)]
    passages = [Span(a, b) for a, b in pairwise(ends)]
    assert any(overlaps(text, passage, gold) for passage in passages)


@given(st.data(), TEXTS)
def test_a_piece_of_the_text_is_found_in_it_where_words_begin_and_end(
    data: st.DataObject, text: str
) -> None:
    span = data.draw(spans(text))
    piece = text[span.start : span.end]
    for found in occurrences(piece, text):
        assert text[found.start : found.end].split() == piece.split()
    if stands_in(piece, text):
        assert "".join(piece.split()) in "".join(text.split())


@given(TEXTS, TEXTS)
def test_token_f1_is_in_range_and_symmetric(a: str, b: str) -> None:
    assert 0 <= token_f1(a, b) <= 1
    assert token_f1(a, b) == token_f1(b, a)
    assert token_f1(a, a) == 1


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3), min_size=1),
    st.permutations("abcdefgh"),
)
def test_ranking_measures_are_in_range_and_recall_grows(
    grades: dict[str, int], ranking: list[str]
) -> None:
    assume(any(grades.values()))
    values = score_rankings({"q": grades}, {"q": ranking})["q"]
    assert all(0 <= value <= 1 for value in values.values())
    recalls = [values[f"R@{k}"] for k in (1, 5, 10, 20, 100)]
    assert recalls == sorted(recalls)
    assert recalls[-1] == 1


@given(st.lists(st.sampled_from([Span(0, 2), Span(3, 5), Span(6, 8)]), min_size=1, unique=True))
def test_all_evidence_never_exceeds_evidence_recall(found: list[Span]) -> None:
    text = "aa bb cc"
    article = Article("x", text, hashlib.sha256(text.encode()).hexdigest())
    pieces = tuple(Evidence("x", (span,)) for span in (Span(0, 2), Span(3, 5)))
    ranked = [Place("x", *span) for span in found]
    for mode in ("any", "all"):
        question = Question("q", "?", True, evidence=pieces, mode=mode)
        values = evidence_values(question, ranked, {"x": article})
        for k in (1, 3, 5, 10, 20):
            assert values[f"all evidence@{k}"] <= values[f"evidence recall@{k}"] <= 1


@given(st.lists(SHOWN, min_size=1, max_size=30))
def test_silence_and_risk_stay_in_range(shown: list[Shown]) -> None:
    assert all(0 <= value <= 1 for value in abstention_values(shown).values())
    points = risk_coverage(shown)
    coverages = [point.coverage for point in points]
    assert coverages == sorted(coverages)
    assert abs(coverages[-1] - 1) < 1e-9
    assert -1e-9 <= area(points) <= 1 + 1e-9


@given(st.lists(SHOWN, min_size=1, max_size=30), st.floats(0, 1))
def test_the_operating_point_keeps_its_promise(shown: list[Shown], most: float) -> None:
    point = best_within(shown, most)
    assert point.unanswerable_answered <= most
    if point.threshold is not None:
        answered = [s for s in shown if s.confidence >= point.threshold]
        false = sum(not s.answerable for s in answered)
        assert false <= most * max(sum(not s.answerable for s in shown), 1) + 1e-9


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_a_p_value_and_keeps_their_order(p_values: list[float]) -> None:
    corrected = holm(p_values)
    assert all(p <= c <= 1 for p, c in zip(p_values, corrected, strict=True))
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    assert [corrected[i] for i in order] == sorted(corrected)
