import torch

from eval.train.averaged import averaged


def test_weights_lie_half_way_between_two_states() -> None:
    early = {"a": torch.tensor([0.0, 2.0]), "b": torch.tensor([1.0])}
    late = {"a": torch.tensor([4.0, 2.0]), "b": torch.tensor([-1.0])}
    middle = averaged(early, late)
    assert middle["a"].tolist() == [2.0, 2.0]
    assert middle["b"].tolist() == [0.0]
