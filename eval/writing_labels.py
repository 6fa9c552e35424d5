"""What people said of written statements, against the check: caught, missed, struck by mistake."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import DatasetError
from eval.readers.halueval import is_pair, labels_of
from eval.readers.lines import text_of
from eval.writing_label import Label
from rag.schema import Citation
from rag.writer.check.statement import Fault, fault


@dataclass(frozen=True, slots=True)
class Judged:
    """A label and what the check says of the statement now."""

    label: Label
    fault: Fault | None

    @property
    def outcome(self) -> str:
        """kept, caught, missed (unsupported but kept) or mistaken (supported but struck out)."""
        if self.label.supported:
            return "mistaken" if self.fault else "kept"
        return "caught" if self.fault else "missed"


_LABEL = TypeAdapter(Label)


def read_labels(path: Path, limit: int | None = None) -> list[Label]:
    """One label a line, or one pair of HaluEval's; of the first `limit` lines.

    Raises:
        DatasetError: the file cannot be read, or a line is no label.
    """
    labels: list[Label] = []
    for number, line in enumerate(text_of(path).splitlines()[:limit], 1):
        try:
            if is_pair(line):
                labels += labels_of(line, str(number))
            else:
                labels.append(_LABEL.validate_json(line))
        except ValidationError as error:
            reason = f"no label ({error.errors()[0]['msg']})"
            raise DatasetError(path, number, reason) from None
    return labels


def judged(labels: Iterable[Label]) -> list[Judged]:
    """Hold every labelled statement against its quotes anew."""
    return [
        Judged(each, fault(each.statement.text, each.statement.citations, _cited(each.quotes)))
        for each in labels
    ]


def _cited(quotes: Sequence[tuple[str | None, str]]) -> list[Citation]:
    return [
        Citation(
            n=n,
            id="",
            article_id="",
            title=title,
            source=None,
            url=None,
            published=None,
            sha256="",
            start=0,
            end=len(exact),
            exact=exact,
            prefix="",
            suffix="",
            status="verified",
        )
        for n, (title, exact) in enumerate(quotes, 1)
    ]
