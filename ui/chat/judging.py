"""A reader's thumb on one quote, kept in quarantine beside the index."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from eval.judgements import LONGEST_NOTE, Judgement, keep
from ui.chat.context import ChatContext
from ui.chat.conversations import Turn
from ui.chat.escape import attribute
from ui.chat.words import Words

Verdict = Literal["up", "down"]
FILE = "judgements.jsonl"


def history(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The questions that an answer after these turns was searched with."""
    return tuple(turn.question for turn in turns if turn.reply)


def judge(
    context: ChatContext, turns: Sequence[Turn], citation: str, verdict: Verdict, note: str
) -> bool:
    """Keep what the reader thinks of a citation of the last of `turns`; False if it has none such.

    Raises:
        JudgementError: it cannot be written.
    """
    reply = turns[-1].reply if turns else None
    found = next((c for c in (reply.citations if reply else ()) if c.id == citation), None)
    if found is None:
        return False
    judgement = Judgement(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        question=turns[-1].question,
        history=history(turns[:-1]),
        verdict=verdict,
        citation=found.id,
        article_id=found.article_id,
        sha256=found.sha256,
        start=found.start,
        end=found.end,
        exact=found.exact,
        note=note[:LONGEST_NOTE],
    )
    keep(judgement, context.settings.index.parent / FILE)
    return True


def judging_html(words: Words, citation: str, key: str) -> str:
    """A menu with a note and two verdicts."""
    buttons = "".join(
        f'<button type="button" data-judge="{verdict}" data-of="{attribute(citation)}">'
        f'<span aria-hidden="true">{sign}</span> {attribute(words(f"judge_{verdict}"))}</button>'
        for verdict, sign in (("up", "👍"), ("down", "👎"))
    )
    return (
        f'<details class="menu judge" id="judge-{key}"><summary>{attribute(words("judge"))}'
        f'</summary><div><label for="note-{key}">{attribute(words("judge_note"))}</label>'
        f'<textarea id="note-{key}" rows="2" maxlength="{LONGEST_NOTE}"></textarea>'
        f"{buttons}</div></details>"
    )
