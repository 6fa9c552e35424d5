"""The report as Markdown, for a pull request or a notebook."""

from collections.abc import Sequence

from eval import headline
from eval.compare import Comparison
from eval.loss import STAGES
from eval.run import Run
from eval.summary import Figure, Group


def markdown(run: Run, compared: Comparison | None = None) -> str:
    """Sentence, comparison, endings, first measures and provenance; the same for the same run."""
    verdict = headline.verdict_group(run.groups)
    halves = [group for group in run.groups if group.kind == "half"]
    columns = halves or [verdict]
    shown = sum(len(outcome.quotes) for outcome in run.outcomes)
    checked = (
        f"{len(run.faults)} faults in {shown:,} quotes"
        if run.faults
        else (f"All {shown:,} quotes shown are the articles' own words.")
    )
    parts = [f"# {escaped(run.provenance.dataset)}", escaped(headline.sentence(verdict)), checked]
    if compared:
        parts += _comparison(compared)
    if verdict.stages:
        parts += ["## How the questions ended", _stages(columns)]
    parts += ["## Measures", _measures(columns), "## Slices", _slices(run.groups)]
    parts += ["## Where this comes from", _provenance(run)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    one_line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{c}" if c in r"\`*_{}[]>#|!" else c for c in one_line)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; numbers to the right."""
    rule = ["---", *("---:" for _ in head[1:])]
    lines = ("| " + " | ".join(cells) + " |" for cells in (head, rule, *rows))
    return "\n".join(lines)


def _comparison(found: Comparison) -> list[str]:
    rows = [
        (
            test.measure,
            f"{test.n:,}",
            f"{test.old:.3f}",
            f"{test.new:.3f}",
            f"{test.difference:+.3f} [{test.low:+.3f}, {test.high:+.3f}]",
            f"{test.wins}/{test.ties}/{test.losses}",
            f"{test.p_holm:.4f}",
            f"{test.detectable:.3f}",
        )
        for test in found.tests
    ]
    old, new = escaped(found.old), escaped(found.new)
    head = ("measure", "n", old, new, "difference", "wins/ties/losses", "p (Holm)", "detectable")
    return [f"## {new} against {old}", escaped(found.sentence), table(head, rows)]


def _stages(columns: Sequence[Group]) -> str:
    rows = [
        (stage, *(str(group.stages.get(stage, 0)) for group in columns))
        for stage in STAGES
        if any(stage in group.stages for group in columns)
    ]
    return table(("", *_names(columns)), rows)


def _measures(columns: Sequence[Group]) -> str:
    rows = [
        (name, *(_figure(group.figures.get(name)) for group in columns))
        for names in headline.FAMILIES.values()
        for name in names
        if any(name in group.figures for group in columns)
    ]
    return table(("", *_names(columns)), rows)


def _slices(groups: Sequence[Group]) -> str:
    names = ("right outcome", "right quote first", "Success@1", "evidence recall@10")
    rows = [
        (
            escaped(group.name),
            f"{group.questions:,}",
            *(_figure(group.figures.get(n)) for n in names),
        )
        for group in groups
    ]
    return table(("slice", "questions", *names), rows)


def _names(columns: Sequence[Group]) -> list[str]:
    return [f"{group.name} ({group.questions:,})" for group in columns]


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


def _provenance(run: Run) -> str:
    of = run.provenance
    rows = {
        "system": of.system,
        "dataset": of.dataset_sha256,
        "commit": f"{of.commit or 'unknown'}{' with changes' if of.dirty else ''}",
        "index": of.index_sha256 or "",
        "embedder": f"{of.embedder or ''} {of.weights_sha256 or ''}".strip(),
        "settings": of.settings_sha256 or "",
    }
    return "\n".join(f"- {key}: {escaped(value)}" for key, value in rows.items() if value)
