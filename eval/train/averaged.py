"""Weights between two stages of one training."""

import torch

State = dict[str, torch.Tensor]


def averaged(early: State, late: State, share: float) -> State:
    """Weights between two of one training (Wortsman et al. 2022, arXiv:2109.01903).

    An earlier stage finds sentences best, a later one tells near misses best; between the two,
    `share` of the way, the reader does both better than either (docs/model-card.md).
    """
    return {name: torch.lerp(early[name], late[name], share) for name in early}
