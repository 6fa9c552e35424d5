"""The measures that are looked at first, in order; all others stand in the files."""

from collections.abc import Mapping, Sequence

from eval.summary import Figure, Group

RETRIEVAL = (
    "Success@1",
    "Success@5",
    "R@10",
    "R@100",
    "RR@10",
    "nDCG@10",
    "AP",
    "P@5",
    "Judged@10",
    "article Success@1",
    "article Success@10",
    "article R@10",
    "article R@100",
    "article nDCG@10",
    "evidence recall@10",
    "all evidence@10",
    "distinct sources@10",
    "fact Hits@4",
    "fact Hits@10",
    "fact recall@10",
    "all facts@10",
)
ANSWERS = (
    "right outcome",
    "right quote first",
    "right quote in 3",
    "right candidate first",
    "right candidate in 3",
    "answer in a quote",
    "sentence precision",
    "sentence recall",
    "sentence F1",
    "citation precision",
    "citation recall",
    "answer exact match",
    "answer token F1",
    "gold answers quoted",
    "every gold answer quoted",
    "no wrong answer alone",
    "every gold answer, no wrong one",
)
SILENCE = (
    "right kind of reply",
    "abstention precision",
    "abstention recall",
    "answerable answered",
    "abstention balanced accuracy",
    "confidence AUROC",
    "area under risk-coverage",
    "right first at 10% false answers",
)
FAMILIES = {"Retrieval": RETRIEVAL, "Answers": ANSWERS, "Silence": SILENCE}

# The measures that two runs are tested on, the first that both have being the verdict; few, because
# Holm's correction grows dearer with each.
TESTED = (
    "right outcome",
    "right quote first",
    "right quote in 3",
    "right candidate first",
    "right kind of reply",
    "sentence F1",
    "citation precision",
    "every gold answer, no wrong one",
    "nDCG@10",
    "Success@1",
    "R@10",
    "evidence recall@10",
    "all evidence@10",
    "article nDCG@10",
)

# Where less is better; everywhere else more is.
LESS_IS_BETTER = frozenset({"area under risk-coverage"})


def verdict_group(groups: Sequence[Group]) -> Group:
    """The group that a run is judged by: the judging half of the fixed set, else all."""
    return next((g for g in groups if (g.kind, g.name) == ("half", "judge")), groups[0])


def shown(group: Group) -> dict[str, dict[str, Figure]]:
    """The group's figures that are looked at first, by family."""
    return {family: _present(names, group.figures) for family, names in FAMILIES.items()}


def _present(names: tuple[str, ...], figures: Mapping[str, Figure]) -> dict[str, Figure]:
    return {name: figures[name] for name in names if name in figures}


def sentence(group: Group) -> str:
    """What a person wants to know first, in one sentence."""
    first = group.figures.get("right quote first")
    silent = group.figures.get("abstention recall")
    if first is None:
        found = group.figures.get("Success@10") or group.figures.get("article Success@10")
        if found is None:
            return f"{group.questions:,} questions were asked; none has gold to score it by."
        return (
            f"Of {found.n:,} questions that the articles answer, the right place was among the "
            f"first ten for {_count(found)}."
        )
    told = (
        f"Of {first.n:,} questions that the articles answer, the right quote came first for "
        f"{_count(first)}"
    )
    without = group.questions - group.answerable
    if silent is None or not without:
        return told + "."
    return told + (
        f"; of {without:,} that they do not, {round(silent.value * without):,} were rightly left "
        f"unanswered ({_percent(silent)})."
    )


def _count(figure: Figure) -> str:
    return f"{round(figure.value * figure.n):,} ({_percent(figure)})"


def _percent(figure: Figure) -> str:
    told = f"{100 * figure.value:.0f}%"
    if figure.low is None or figure.high is None:
        return told
    return f"{told}, 95% interval {100 * figure.low:.0f} to {100 * figure.high:.0f}%"
