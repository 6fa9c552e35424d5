"""Weights half way between two stages of one training."""

import torch

State = dict[str, torch.Tensor]


def averaged(early: State, late: State, share: float = 0.5) -> State:
    """Weights between two of one training (Wortsman et al. 2022, arXiv:2109.01903).

    After the first stage the reader trusts the question's own words, after the last it distrusts
    them; half way it is better on both kinds of questions than either (docs/model-card.md).
    """
    return {name: torch.lerp(early[name], late[name], share) for name in early}
