"""Photos as they might have been taken."""

import pytest
import torch

from core.learning.deep.training.augmentation import Augmentation, augment, mix

PLAIN = Augmentation(area=(1.0, 1.0), aspect=1.0, turn=0.0, light=0.0, cast=0.0, blur=0.0, erased=0.0)


def pictures(count: int = 6) -> torch.Tensor:
    chance = torch.Generator().manual_seed(1)
    coarse = torch.randint(0, 256, (count, 3, 4, 4), generator=chance).float()
    return torch.nn.functional.interpolate(coarse, size=(48, 48), mode="bilinear").to(torch.uint8)


def test_changed_pictures_have_the_wanted_size_and_stay_on_0_to_1() -> None:
    changed = augment(pictures(), 32, Augmentation(), torch.Generator().manual_seed(2))
    assert changed.shape == (6, 3, 32, 32) and changed.dtype == torch.float32
    assert changed.min() >= 0 and changed.max() <= 1 and torch.isfinite(changed).all()


def test_the_same_dice_change_pictures_the_same_way_other_dice_another() -> None:
    first, again, other = (
        augment(pictures(), 32, Augmentation(), torch.Generator().manual_seed(seed)) for seed in (3, 3, 4)
    )
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_without_any_change_a_picture_is_itself_or_its_mirror_image() -> None:
    plain = pictures().float() / 255
    changed = augment(pictures(), 48, PLAIN, torch.Generator().manual_seed(5))
    mirrored = [torch.allclose(new, old.flip(-1), atol=0.02) for new, old in zip(changed, plain, strict=True)]
    same = [torch.allclose(new, old, atol=0.02) for new, old in zip(changed, plain, strict=True)]
    assert all(one or other for one, other in zip(mirrored, same, strict=True))
    assert any(mirrored) and any(same)


def test_an_erased_rectangle_has_one_colour() -> None:
    recipe = Augmentation(area=(1.0, 1.0), aspect=1.0, turn=0, light=0, cast=0, blur=0, erased=1.0)
    white = torch.full((4, 3, 40, 40), 255, dtype=torch.uint8)
    changed = augment(white, 40, recipe, torch.Generator().manual_seed(0))
    for picture in changed:
        covered = (picture - 1).abs().sum(dim=0) > 0.01
        assert 36 <= covered.sum() <= 400
        assert picture[:, covered].std(dim=1).max() < 1e-3


def test_mixed_pictures_mix_what_is_wanted_by_the_area() -> None:
    black_and_white = torch.stack([torch.zeros(3, 20, 20), torch.ones(3, 20, 20)])
    wanted = torch.eye(2)
    for seed in range(5):
        mixed, labels = mix(black_and_white, wanted, torch.Generator().manual_seed(seed))
        assert labels.sum(dim=1).tolist() == pytest.approx([1, 1])
        white = mixed.mean(dim=(1, 2, 3))
        assert labels[:, 1].tolist() == pytest.approx(white.tolist(), abs=1e-5)
