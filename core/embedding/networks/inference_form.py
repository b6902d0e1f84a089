"""A trained network rewritten so that it computes the same with less work. Imports torch and timm.

Two rewrites, both exact but for rounding:

* batch normalisation, a fixed scale and shift once training is over, goes into the weights of the
  convolution before it;
* TensorFlow's «same» padding, which timm computes anew from each input's size, becomes constant, as the
  input's size is known. Otherwise an exported graph carries some two hundred nodes of shape arithmetic.
"""

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def simplify(network: nn.Module, side: int) -> nn.Module:
    """Rewrite ``network`` (in evaluation mode, on the CPU) in place for inputs of ``side`` × ``side``.

    Returns:
        The same object.
    """
    fix_padding(network, side)
    fold_batch_normalisation(network)
    return network


def fix_padding(network: nn.Module, side: int) -> None:
    """Replace each :class:`timm.layers.Conv2dSame` by constant padding and a plain convolution."""
    from timm.layers.conv2d_same import Conv2dSame

    sizes: dict[nn.Module, tuple[int, int]] = {}

    def note_size(module: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
        height, width = inputs[0].shape[-2:]
        sizes[module] = (height, width)

    flexible = {place: module for place, module in network.named_modules() if isinstance(module, Conv2dSame)}
    handles = [module.register_forward_pre_hook(note_size) for module in flexible.values()]
    with torch.inference_mode():
        network(torch.zeros(1, 3, side, side))
    for handle in handles:
        handle.remove()
    for place, module in flexible.items():
        network.set_submodule(place, _with_constant_padding(module, sizes[module]))


def _with_constant_padding(conv: nn.Conv2d, size: tuple[int, int]) -> nn.Module:
    from timm.layers.padding import get_same_padding

    high, wide = (
        get_same_padding(size[axis], conv.kernel_size[axis], conv.stride[axis], conv.dilation[axis])
        for axis in (0, 1)
    )
    plain = nn.Conv2d(
        conv.in_channels,
        conv.out_channels,
        (conv.kernel_size[0], conv.kernel_size[1]),
        stride=(conv.stride[0], conv.stride[1]),
        dilation=(conv.dilation[0], conv.dilation[1]),
        groups=conv.groups,
        bias=conv.bias is not None,
    )
    plain.load_state_dict(conv.state_dict())
    # TensorFlow puts the odd pixel at the right and at the bottom.
    padding = nn.ZeroPad2d((wide // 2, wide - wide // 2, high // 2, high - high // 2))
    return nn.Sequential(padding, plain).eval()


def fold_batch_normalisation(network: nn.Module) -> None:
    """Fold each batch normalisation into the convolution registered right before it; keep its activation."""
    conv_place, conv = "", None
    for place, module in list(network.named_modules()):  # depth first: the order of registration
        if isinstance(module, nn.Conv2d):
            conv_place, conv = place, module
        if isinstance(module, nn.BatchNorm2d):
            if conv is None:
                raise ValueError(f"no convolution comes before {place}")
            network.set_submodule(conv_place, fuse_conv_bn_eval(conv, _plain(module)))
            network.set_submodule(place, getattr(module, "act", nn.Identity()))
            conv = None


def _plain(norm: nn.BatchNorm2d) -> nn.BatchNorm2d:
    """timm's layers normalise and activate at once; torch's fusion knows only layers that normalise."""
    plain = nn.BatchNorm2d(norm.num_features, eps=norm.eps)
    plain.load_state_dict(norm.state_dict())
    return plain.eval()
