"""Is there a graphics processor to compute on? Told in a blink: torch itself takes a second to be asked."""

import ctypes
import sys

_DRIVER = {"win32": "nvcuda.dll"}
_DRIVER_ELSEWHERE = "libcuda.so.1"


def has_gpu() -> bool:
    """Whether NVIDIA's driver finds a processor, and the torch that is installed was built to use one."""
    try:
        driver = ctypes.CDLL(_DRIVER.get(sys.platform, _DRIVER_ELSEWHERE))
    except OSError:
        return False
    count = ctypes.c_int(0)
    is_there = driver.cuInit(0) == 0 and driver.cuDeviceGetCount(ctypes.byref(count)) == 0 and count.value > 0
    return is_there and not _torch_version().endswith("+cpu")


def _torch_version() -> str:
    from importlib.metadata import version  # takes longer than to find that there is no driver

    return version("torch")
