"""Two runs side by side on the page: the tests, and the questions that went otherwise."""

from html import escape

from eval.compare import Change, Comparison
from eval.report.interval_rows import Row, interval_rows
from eval.significance.paired import PairedTest

SHOWN = 200


def comparison(found: Comparison) -> str:
    """The whole section."""
    reach = max((max(abs(t.low), abs(t.high)) for t in found.tests), default=0.0) or 0.01
    rows = [_row(test) for test in found.tests]
    tests = "".join(_test(test) for test in found.tests)
    changed = "".join(_change(change) for change in found.changes[:SHOWN])
    old, new = escape(found.old), escape(found.new)
    questions = "the judging half" if found.scope == "judge" else "all questions"
    return f"""<section id="comparison"><h2>{new} against {old}</h2>
<p class="lead">{escape(found.sentence)}</p>
{interval_rows(rows, -reach, reach)}
<p class="note">Difference on {questions}, new minus old, with its 95% bootstrap interval.</p>
<details><summary>The tests in numbers</summary><div class="scroll"><table class="plain"><thead><tr>
<th>measure</th><th>n</th><th>{old}</th><th>{new}</th><th>difference</th><th>d<sub>z</sub></th>
<th>wins / ties / losses</th><th>p</th><th>p (Holm)</th><th>detectable</th></tr></thead>
<tbody>{tests}</tbody></table></div></details>
<details><summary>{len(found.changes):,} questions that went otherwise, worst first</summary>
<div class="scroll"><table class="plain changes"><thead><tr><th>question</th><th>{old}</th>
<th>{new}</th></tr></thead><tbody>{changed}</tbody></table></div></details></section>"""


def _row(test: PairedTest) -> Row:
    sure = test.p_holm < 0.05
    note = f"p\u00a0{test.p_holm:.3f}" if test.p_holm >= 0.001 else "p\u00a0<\u00a00.001"
    kind = ("a" if test.difference > 0 else "bad") if sure else "dim"
    return Row(
        test.measure, note, test.difference, test.low, test.high, f"{test.difference:+.3f}", kind
    )


def _test(test: PairedTest) -> str:
    effect = "" if test.effect is None else f"{test.effect:+.2f}"
    cells = (
        escape(test.measure),
        f"{test.n:,}",
        f"{test.old:.3f}",
        f"{test.new:.3f}",
        f"{test.difference:+.3f}",
        effect,
        f"{test.wins} / {test.ties} / {test.losses}",
        f"{test.p:.4f}",
        f"{test.p_holm:.4f}",
        f"{test.detectable:.3f}",
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _change(change: Change) -> str:
    kind = "worse" if change.difference < 0 else "better" if change.difference > 0 else "same"
    sides = "".join(
        f"<td><b>{escape(stage or '')}</b><br>{escape(quote) or '<em>nothing quoted</em>'}</td>"
        for stage, quote in (
            (change.old_stage, change.old_quote),
            (change.new_stage, change.new_quote),
        )
    )
    asked = f"{escape(change.question)}<br><small>{escape(change.qid)}</small>"
    return f'<tr class="{kind}"><td>{asked}</td>{sides}</tr>'
