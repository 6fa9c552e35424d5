import torch

from eval.train.averaged import averaged


def test_weights_lie_a_share_of_the_way_between_two_states() -> None:
    early = {"a": torch.tensor([0.0, 2.0]), "b": torch.tensor([1.0])}
    late = {"a": torch.tensor([4.0, 2.0]), "b": torch.tensor([-1.0])}
    between = averaged(early, late, share=0.25)
    assert between["a"].tolist() == [1.0, 2.0]
    assert between["b"].tolist() == [0.5]
