"""Two runs over the same questions: what changed, and whether it could be chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.fixed_set import half
from eval.headline import TESTED, verdict_group
from eval.loss import Stage
from eval.outcome import Outcome
from eval.run import Run
from eval.significance.paired import PairedTest, paired
from index.errors import BadInputError

ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """A question that went otherwise: by how much, and how each run ended."""

    qid: str
    question: str
    difference: float
    old_stage: Stage | None
    new_stage: Stage | None
    old_quote: str
    new_quote: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`tests` are over the judging half of the fixed set, over every question of other datasets.

    They stand in the order of `headline.TESTED`; `changes`, over every question, worst first.
    """

    old: str
    new: str
    scope: str
    tests: tuple[PairedTest, ...]
    changes: tuple[Change, ...]
    sentence: str


def compare(old: Run, new: Run, old_name: str, new_name: str) -> Comparison:
    """Both runs on the measures that both have.

    Raises:
        BadInputError: they are of different questions or articles.
    """
    before = {outcome.qid: outcome for outcome in old.outcomes}
    if old.provenance.dataset_sha256 != new.provenance.dataset_sha256:
        names = f"{old.provenance.dataset} and {new.provenance.dataset}"
        raise BadInputError(
            f"The runs {old_name} and {new_name} are of different questions or articles ({names}); "
            "compare runs of one dataset with the same --limit"
        )
    pairs = [(before[o.qid], o) for o in new.outcomes if o.qid in before]
    group = verdict_group(new.groups)
    scope = group.name if group.kind == "half" else "all"
    judged = [(a, b) for a, b in pairs if scope == "all" or half(b.qid) == scope]
    tests = paired([(a.values, b.values) for a, b in judged], TESTED)
    told = verdict(tests, old_name, new_name)
    return Comparison(old_name, new_name, scope, tests, changes(pairs, tests), told)


def changes(
    pairs: Sequence[tuple[Outcome, Outcome]], tests: Sequence[PairedTest]
) -> tuple[Change, ...]:
    """Questions on which the first tested measure or the first quote differs, worst first."""
    name = tests[0].measure if tests else ""
    found = [
        Change(
            b.qid,
            b.question,
            b.values.get(name, 0.0) - a.values.get(name, 0.0),
            a.stage,
            b.stage,
            _first_quote(a),
            _first_quote(b),
        )
        for a, b in pairs
    ]
    changed = [c for c in found if c.difference or c.old_quote != c.new_quote]
    return tuple(sorted(changed, key=lambda c: (c.difference, c.qid)))


def verdict(tests: Sequence[PairedTest], old: str, new: str) -> str:
    """What the test on the first measure says, in one sentence."""
    if not tests:
        return f"{old} and {new} have no measure in common."
    test = tests[0]
    if not test.wins and not test.losses:
        return f"{old} and {new} have the same {test.measure} on each of {test.n} questions."
    told = (
        f"{test.measure} {100 * test.old:.1f}% with {old}, {100 * test.new:.1f}% with {new} "
        f"({100 * test.difference:+.1f} points, 95% interval {100 * test.low:+.1f} to "
        f"{100 * test.high:+.1f}; {test.wins} better, {test.losses} worse of {test.n}; "
        f"p = {test.p_holm:.4f} after Holm)"
    )
    if test.p_holm < ALPHA:
        better = new if test.difference > 0 else old
        return f"{better} is better, and chance hardly explains it: {told}."
    return (
        f"No difference is shown: {told}. So many questions would show {100 * test.detectable:.1f} "
        "points four times in five."
    )


def _first_quote(outcome: Outcome) -> str:
    return outcome.quotes[0].text if outcome.quotes else ""
