"""A language model that writes from the quotes, measured against the quotes alone."""

from collections import Counter
from pathlib import Path

import typer
from pydantic import TypeAdapter

from eval.datasets import sample, subset
from eval.fixed_set import half, is_fixed
from eval.indexes import demand_fit, fitting_settings
from eval.kept_writing import begin, keep, kept_writing
from eval.schema import Dataset
from eval.writing import WAYS, WritingScore, score_writing, written_replies
from eval.writing_labels import judged, read_labels
from eval.writing_reader import separation
from eval.written import replace_text
from index.weights import locate
from rag.engine import open_engine
from rag.reader import Reader
from rag.reranker import NAME
from rag.settings import Settings
from rag.writer.spec import writer_spec
from ui.finishing import finishing
from ui.printable import printable
from ui.progress import progress_shown, said
from ui.scoring.scored import dataset_of

EXAMPLES = 5
"""Statements shown of each kind."""

_SCORE = TypeAdapter(WritingScore)


def with_writer(
    dataset: Path | None,
    limit: int | None,
    out: Path | None,
    settings: Settings,
    own_index: bool,
    resume: bool,
) -> None:
    """Ask every answerable question; print and keep the scores, and each reply as it comes.

    Of the fixed set only the half that settings are fitted on: the check was written against it.
    A limit is of the questions asked, so that a lower one scores a part of what a run has done.
    """
    finished = finishing(settings)
    found = _asked(dataset_of(dataset, None), limit)
    questions = found.questions
    folder = out or Path("var/eval") / f"{found.name}-writer"
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "written.jsonl"
    begin(home, resume=resume)
    model = writer_spec(settings.writer or "").model
    replies = {each.qid: each for each in kept_writing(home, questions, model)}
    with progress_shown() as told:
        if own_index:
            settings = fitting_settings(found, settings, told)
        engine = open_engine(settings)
        demand_fit(found, engine.index.articles, settings.index)
        left = [each for each in questions if each.qid not in replies]
        for reply in written_replies(
            left, lambda each: finished(engine.ask(each.question, each.history))
        ):
            replies[reply.qid] = reply
            keep(home, reply)
            told("ask and write", len(replies), len(questions))
    score = score_writing(questions, [replies[each.qid] for each in questions], found.articles)
    replace_text(folder / "writing.json", _SCORE.dump_json(score, indent=1).decode() + "\n")
    typer.echo("\n".join(_lines(score)))
    typer.echo(f"Replies: {home}", err=True)


def _asked(dataset: Dataset, limit: int | None) -> Dataset:
    fixed = is_fixed(dataset)
    asked = subset(dataset, lambda q: q.answerable and (not fixed or half(q.qid) == "tune"))
    return sample(asked, limit) if limit else asked


def labelled(path: Path, limit: int | None, settings: Settings) -> None:
    """Hold judged statements against the check as it is now; print how often it was right."""
    found = judged(read_labels(path, limit))
    apart = separation(found, Reader.open(locate(NAME, settings.weights, said)))
    for model in sorted({each.label.model for each in found}):
        count = Counter(each.outcome for each in found if each.label.model == model)
        wrong, right = count["caught"] + count["missed"], count["kept"] + count["mistaken"]
        typer.echo(
            f"{printable(model)}: {wrong} unsupported statements, {count['caught']} caught and "
            f"{count['missed']} missed; {right} supported ones, {count['mistaken']} struck out by "
            "mistake."
        )
    if apart.all is not None:
        kept = "" if apart.kept is None else f"; of those the rules keep in {apart.kept:.0%}"
        typer.echo(
            f"The reader scores a supported statement above an unsupported one in {apart.all:.0%} "
            f"of pairs{kept}; at one right statement in 20 lost it would catch {apart.caught} of "
            f"the {apart.missed} missed."
        )
    for outcome in ("caught", "missed", "mistaken"):
        for each in [one for one in found if one.outcome == outcome][:EXAMPLES]:
            why = f" ({each.fault.reason})" if each.fault else ""
            typer.echo(f"  {outcome}: {printable(each.label.statement.text)}{why}")


def _lines(score: WritingScore) -> list[str]:
    struck = ", ".join(f"{number} {kind}" for kind, number in sorted(score.struck.items()))
    lines = [
        f"{score.questions} questions, {score.answered} answered, {score.failures} not written; "
        f"{score.seconds:.1f} s of writing a question, after {score.search_seconds:.2f} s for its "
        "quotes.",
        f"{score.statements} statements written, {score.malformed} malformed, "
        f"{sum(score.struck.values())} struck out ({struck or 'none'}); "
        f"nothing left for {score.alone}.",
        f"{score.copied} copied from a quote they name, {score.copied_struck} of them struck out; "
        f"{score.golden} with a gold answer and a right quote, {score.golden_struck} struck out.",
        "  ".join(["".ljust(20), *(way.rjust(10) for way in WAYS)]),
    ]
    for name, means in score.means.items():
        lines.append("  ".join([name.ljust(20), *(f"{means[way]:10.3f}" for way in WAYS)]))
    for ways, tests in score.tests.items():
        lines += [
            f"{ways}, {test.measure}: {test.difference:+.3f} (95% interval {test.low:+.3f} to "
            f"{test.high:+.3f}, p = {test.p_holm:.4f}, n = {test.n})"
            for test in tests
        ]
    return lines
