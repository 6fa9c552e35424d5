"""Weights between two stages of one training."""

import torch

State = dict[str, torch.Tensor]


def averaged(early: State, late: State, share: float = 0.65) -> State:
    """Weights between two of one training (Wortsman et al. 2022, arXiv:2109.01903).

    After the first stage the reader finds sentences best, after the last it tells near misses best;
    between the two, `share` of the way, it does both better than either (docs/model-card.md).
    """
    return {name: torch.lerp(early[name], late[name], share) for name in early}
