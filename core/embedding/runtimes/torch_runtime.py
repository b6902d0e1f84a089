"""A backbone by torch: on a GPU in half precision, otherwise on the CPU. Imports torch.

Meant to live in a child process (see child_process.py): importing torch would stall the window.
"""

from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.runtimes.processor import usable_cores
from core.errors import KnownError
from core.messages import message

TorchDevice = Literal["cuda", "cpu"]


class TorchBackbone:
    """The network of ``spec`` in torch, its layers simplified and its memory channels-last.

    In half precision a vector's cosine with the same vector in single precision is above 0.9999.
    """

    def __init__(self, spec: BackboneSpec, device: TorchDevice) -> None:
        """Load the weights.

        Raises:
            KnownError: the weights are missing or damaged, or there is no usable GPU and one was asked for.
        """
        from core.embedding.networks.networks import build_network, inference_form

        if device == "cuda" and not torch.cuda.is_available():
            raise KnownError(
                message(
                    "core",
                    "The graphics card cannot be used: its driver is missing or too old. "
                    "Install NVIDIA's current driver, or choose the processor in the settings.",
                )
            )
        torch.set_num_threads(usable_cores())
        network = inference_form(build_network(spec), spec)
        self._precision = torch.float16 if device == "cuda" else torch.float32
        self._torch_device = torch.device(device)
        network = network.to(self._torch_device, self._precision)
        network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # a gap in torch's stubs
        self._network: torch.nn.Module | None = network
        self.spec = spec
        self.device = torch.cuda.get_device_name() if device == "cuda" else "CPU"

    def embed(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim)."""
        if self._network is None:
            raise RuntimeError("this backbone was closed")
        if len(batch) == 0:
            return np.empty((0, self.spec.dim), dtype=np.float32)
        with torch.inference_mode():
            pictures = torch.from_numpy(batch).to(
                self._torch_device, self._precision, memory_format=torch.channels_last
            )
            vectors: NDArray[np.float32] = self._network(pictures).float().cpu().numpy()
        return vectors

    def close(self) -> None:
        """Free the network; may be called twice."""
        self._network = None
