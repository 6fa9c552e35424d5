"""The questions of a run: which were lost and where, each with what should have been quoted."""

from collections import Counter
from collections.abc import Mapping, Sequence

from eval.loss import STAGES
from eval.outcome import Outcome, Quoted
from eval.report.sections import STAGE_KINDS
from index.schema import Article
from rag.citation_id import citation_id
from ui.chat.escape import attribute, escape
from ui.chat.question_view import QuestionView
from ui.chat.words import Words

PER_PAGE = 25


def questions_html(
    words: Words,
    outcomes: Sequence[Outcome],
    articles: Mapping[str, Article],
    view: QuestionView,
) -> str:
    """The list with its filters; `articles` are those that can be opened now."""
    found = [outcome for outcome in outcomes if _matches(outcome, view)]
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(1, view.page), pages)
    first = (page - 1) * PER_PAGE
    items = "".join(_item(words, each, articles) for each in found[first : first + PER_PAGE])
    shown = attribute(words.count("eval_count", len(found)))
    return (
        f'<section class="questions" data-run="{attribute(view.run)}" '
        f'data-stage="{attribute(view.stage)}" data-page="{page}">'
        f"{_stages(words, outcomes, view.stage)}"
        f'<p class="shown" role="status">{shown}</p><ul>{items}</ul>'
        f"{_pages(words, page, pages)}</section>"
    )


def _matches(outcome: Outcome, view: QuestionView) -> bool:
    if view.stage and outcome.stage != view.stage:
        return False
    quotes = (quote.text for quote in outcome.quotes)
    text = " ".join((outcome.qid, outcome.question, *quotes)).casefold()
    return all(word in text for word in view.query.casefold().split())


def _stages(words: Words, outcomes: Sequence[Outcome], chosen: str) -> str:
    counts = Counter(outcome.stage for outcome in outcomes)
    options = "".join(
        f'<option value="{stage}"{" selected" if stage == chosen else ""}>'
        f"{stage} ({counts[stage]})</option>"
        for stage in STAGES
        if counts[stage]
    )
    return (
        f"<label><span>{attribute(words('eval_stage'))}</span><select data-stages>"
        f'<option value="">{attribute(words("eval_any"))}</option>{options}</select></label>'
    )


def _item(words: Words, outcome: Outcome, articles: Mapping[str, Article]) -> str:
    kind = STAGE_KINDS.get(outcome.stage, "") if outcome.stage else ""
    return (
        f'<li><details><summary><span class="asked-was" dir="auto">{escape(outcome.question)}'
        f'</span><span class="ended" lang="en"><i class="{kind}"></i>'
        f"{attribute(outcome.stage or '')}</span></summary>"
        f'<div class="inside">{_inside(words, outcome, articles)}</div></details></li>'
    )


def _inside(words: Words, outcome: Outcome, articles: Mapping[str, Article]) -> str:
    gold = _quotes(words, "eval_gold", outcome.gold, articles, judged=False)
    if not outcome.answerable:
        gold = f"<p>{attribute(words('eval_unanswerable'))}</p>"
    key, quotes = "eval_quoted", outcome.quotes
    if not quotes:
        key, quotes = "eval_nearest", outcome.candidates[:3]
    return "".join(
        (
            f'<p class="about" lang="en">{attribute(", ".join((outcome.qid, *outcome.slices)))}. '
            f"{attribute(STAGES[outcome.stage] if outcome.stage else '')}</p>",
            _lines(words("eval_earlier"), outcome.history),
            _searched_as(words, outcome),
            gold,
            _quotes(words, key, quotes, articles, judged=True),
            _standing(words, outcome),
            f'<button type="button" class="quiet" data-ask="{attribute(outcome.question)}" '
            f"data-chat>{attribute(words('eval_in_chat'))}</button>",
        )
    )


def _searched_as(words: Words, outcome: Outcome) -> str:
    same = outcome.searched_as.strip() == outcome.question.strip()
    return "" if same else _lines(words("eval_searched_as"), (outcome.searched_as,))


def _standing(words: Words, outcome: Outcome) -> str:
    told = []
    if outcome.answerable:
        none = words("eval_no_rank")
        ranks = {"rank": outcome.first or none, "pool": outcome.pooled or none}
        told.append(words("eval_rank", **ranks))
    if outcome.confidence is not None:
        told.append(words("eval_sure", value=f"{outcome.confidence:.2f}") + ".")
    return f'<p class="about">{attribute(" ".join(told))}</p>'


def _quotes(
    words: Words,
    key: str,
    quotes: Sequence[Quoted],
    articles: Mapping[str, Article],
    *,
    judged: bool,
) -> str:
    shown = [quote for quote in quotes if quote.text]
    if not shown:
        return ""
    made = "".join(_quote(words, quote, articles, judged=judged) for quote in shown)
    return f"<h4>{attribute(words(key))}</h4>{made}"


def _quote(words: Words, quote: Quoted, articles: Mapping[str, Article], *, judged: bool) -> str:
    kind = ("right" if quote.right else "wrong") if judged else "gold"
    said = f'<span class="judged">{attribute(words(f"eval_{kind}"))}</span> ' if judged else ""
    place = quote.place
    article = articles.get(place.article_id)
    where = f"<bdi>{attribute(place.article_id)}</bdi>"
    if article and article.text[place.start : place.end] == quote.text:
        reference = citation_id(place.article_id, place.start, place.end, quote.text)
        name = attribute(words("open_near", source=place.article_id[:80]))
        where = (
            f'<a class="cite" href="?cite={reference}" data-cite="{reference}" aria-label="{name}">'
            f"{attribute(words('open'))}</a> {where}"
        )
    return (
        f'<blockquote class="lit {kind}" dir="auto">{escape(quote.text)}</blockquote>'
        f'<p class="where">{said}{where}</p>'
    )


def _lines(head: str, texts: Sequence[str]) -> str:
    lines = "".join(f'<p dir="auto">{escape(text)}</p>' for text in texts)
    return f"<h4>{attribute(head)}</h4>{lines}" if lines else ""


def _pages(words: Words, page: int, pages: int) -> str:
    if pages < 2:
        return ""
    before, after = (" disabled" if end else "" for end in (page <= 1, page >= pages))
    return (
        f'<nav class="pages"><button type="button" class="quiet" data-to="{page - 1}"{before}>'
        f"{attribute(words('coll_earlier'))}</button><span>"
        f"{attribute(words('coll_page', n=page, all=pages))}</span>"
        f'<button type="button" class="quiet" data-to="{page + 1}"{after}>'
        f"{attribute(words('coll_later'))}</button></nav>"
    )
