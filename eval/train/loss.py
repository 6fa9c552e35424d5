"""What the reader is trained to do; every term is a mean over the examples it applies to."""

from dataclasses import dataclass

import torch
from torch.nn import functional as F

from eval.train.features import Batch

NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each task counts beside the sentences, which count 1."""

    answerable: float = 2.0
    answer_words: float = 0.5
    relevance: float = 0.1


def sentence_logits(tokens: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
    """Pool token outputs per sentence as `rag.reader.pool` does; shape (batch, sentences)."""
    attention = tokens[:, None, :, 1].masked_fill(~inside, NEVER).softmax(-1)
    logits = (attention * tokens[:, None, :, 0]).sum(-1)
    return logits.masked_fill(~inside.any(-1), NEVER)


def loss(
    passage: torch.Tensor, tokens: torch.Tensor, batch: Batch, weights: Weights
) -> torch.Tensor:
    """Sentence choice and verdict, passage answerability, answer words, base relevance."""
    passage, tokens = passage.float(), tokens.float()
    logits = sentence_logits(tokens, batch.inside)
    return (
        _sentence_verdicts(logits, batch)
        + _sentence_choice(logits, batch)
        + weights.answerable * _answerable(passage[:, 1], batch)
        + weights.answer_words * _answer_words(tokens, batch)
        + weights.relevance * F.smooth_l1_loss(passage[:, 0], batch.teacher)
    )


def _sentence_verdicts(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Each sentence alone, yes or no; ambiguous ones are left out."""
    target, weight = torch.zeros_like(logits), torch.zeros_like(logits)
    for i, item in enumerate(batch.items):
        example = item.example
        read = [s for s, _, _ in item.sentences]
        if example.judged:
            weight[i, read] = 1.0 / len(read)
        for s in example.support:
            target[i, s] = 1.0
            weight[i, s] = (1.0 / len(example.support) if example.every else 0.0) * (s in read)
    per = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (per * weight).sum() / len(batch.items)


def _sentence_choice(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Gold sentences against the others of their passage; one suffices where ambiguous."""
    losses = []
    for row, item in zip(logits, batch.items, strict=True):
        gold = [s for s, _, _ in item.sentences if s in item.example.support]
        other = [s for s, _, _ in item.sentences if s not in item.example.support]
        if not gold or not other:
            continue
        if item.example.every:
            against = torch.logsumexp(row[other], 0)
            losses.append((torch.logaddexp(row[gold], against) - row[gold]).mean())
        else:
            everything = torch.logsumexp(row[gold + other], 0)
            losses.append(everything - torch.logsumexp(row[gold], 0))
    return torch.stack(losses).sum() / len(batch.items) if losses else logits.sum() * 0


def _answerable(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    known = [i for i, item in enumerate(batch.items) if item.example.answerable is not None]
    if not known:
        return logits.sum() * 0
    target = torch.tensor([float(bool(batch.items[i].example.answerable)) for i in known])
    return F.binary_cross_entropy_with_logits(logits[known], target) * len(known) / len(logits)


def _answer_words(tokens: torch.Tensor, batch: Batch) -> torch.Tensor:
    """First and last token of the answer, [CLS] for none (SQuAD only): an auxiliary task."""
    losses = []
    for row, item in zip(tokens, batch.items, strict=True):
        if item.example.origin != "squad2":
            continue
        read = len(item.states)
        spans = item.spans or ((0, 0),)
        if item.example.answerable and not item.spans:
            continue
        for column, side in ((2, 0), (3, 1)):
            scores = row[:read, column]
            gold = sorted({span[side] for span in spans})
            losses.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[gold], 0))
    return torch.stack(losses).sum() / len(batch.items) if losses else tokens.sum() * 0
