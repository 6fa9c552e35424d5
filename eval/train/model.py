"""The tuned part: BERT's upper layers, a passage head on [CLS], a head on every token."""

from collections.abc import Iterator

import torch
from torch import nn
from torch.nn import functional as F

from eval.train.base import HEADS, HIDDEN, LAYERS, Base


class Layer(nn.Module):
    """One BERT layer (post-norm), as in the packaged graph."""

    def __init__(self, base: Base, index: int) -> None:
        super().__init__()
        at = f"bert.encoder.layer.{index}."
        self.query = _linear(base, at + "attention.self.query")
        self.key = _linear(base, at + "attention.self.key")
        self.value = _linear(base, at + "attention.self.value")
        self.out = _linear(base, at + "attention.output.dense")
        self.norm = _norm(base, at + "attention.output.LayerNorm")
        self.up = _linear(base, at + "intermediate.dense")
        self.down = _linear(base, at + "output.dense")
        self.last = _norm(base, at + "output.LayerNorm")

    def forward(self, x: torch.Tensor, bias: torch.Tensor, drop: float) -> torch.Tensor:
        """Map states (batch, tokens, hidden) to states; `bias` is very low at padding."""
        batch, length, _ = x.shape
        q, k, v = (
            f(x).view(batch, length, HEADS, -1).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(-1, -2)
        mixed = (scores + bias.to(scores.dtype)).softmax(-1).to(v.dtype) @ v
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.norm(x + _drop(mixed, drop, self.training))
        fed = self.down(F.gelu(self.up(x)))
        return self.last(x + _drop(fed, drop, self.training))  # type: ignore[no-any-return]


class TopLayers(nn.Module):
    """Layers `first` to 11 and the heads.

    Outputs `passage` (batch, 2): relevance and answerability; `tokens` (batch, tokens, 4): value
    and attention of the sentence score, start and end of the answer's words (training only).
    """

    def __init__(self, base: Base, first: int, drop: float = 0.1) -> None:
        super().__init__()
        self.first = first
        self.drop = drop
        self.layers = nn.ModuleList(Layer(base, i) for i in range(first, LAYERS))
        self.pooler = _linear(base, "bert.pooler.dense")
        self.passage = nn.Linear(HIDDEN, 2)
        self.tokens = nn.Linear(HIDDEN, 4)
        with torch.no_grad():
            relevance = base.weight("classifier")[0]
            self.passage.weight.copy_(torch.stack([relevance, 0.3 * relevance]))
            self.passage.bias.copy_(torch.tensor([float(base.array("classifier.bias")[0]), 0.0]))
            self.tokens.weight.normal_(0, 0.02)
            self.tokens.bias.zero_()

    def tuned(self, first: int) -> Iterator[nn.Parameter]:
        """What is trained from layer `first` on; layers below it are switched to stay."""
        for index, layer in enumerate(self.layers, self.first):
            layer.requires_grad_(index >= first)
        return (each for each in self.parameters() if each.requires_grad)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Map the frozen layers' states (batch, tokens, hidden) to the two outputs."""
        bias = torch.where(mask, 0.0, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, bias, self.drop)
        pooled = torch.tanh(self.pooler(x[:, 0]))
        pooled = F.dropout(pooled, self.drop, self.training)
        return self.passage(pooled), self.tokens(x)


def _drop(x: torch.Tensor, rate: float, training: bool) -> torch.Tensor:
    """Drop channels for a whole passage at once: a tenth of the random numbers' cost."""
    if not training:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
    return x * (kept / (1 - rate)).to(x.dtype)


def _linear(base: Base, module: str) -> nn.Linear:
    weight = base.weight(module)
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        linear.weight.copy_(weight)
        linear.bias.copy_(torch.from_numpy(base.array(module + ".bias")))
    return linear


def _norm(base: Base, module: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(HIDDEN, eps=1e-12)
    with torch.no_grad():
        norm.weight.copy_(torch.from_numpy(base.array(module + ".weight")))
        norm.bias.copy_(torch.from_numpy(base.array(module + ".bias")))
    return norm
