"""PyTorch's operator samples: which functions, under which names, with which arguments.

The samples are those of PyTorch's own test suite (`op_db`), which is part of an installed torch.
"""
import inspect
import random
import sys
import types
import unittest
import zlib

import numpy
import torch


# a package that only PyTorch's test runner needs
try:
    import expecttest  # noqa: F401
except ImportError:
    stub = types.ModuleType("expecttest")
    stub.TestCase = unittest.TestCase
    stub.ACCEPT = True
    sys.modules["expecttest"] = stub
from torch.testing._internal.common_methods_invocations import op_db  # noqa: E402
from torch.testing._internal.opinfo.core import BinaryUfuncInfo, UnaryUfuncInfo  # noqa: E402, F401

# what has no deterministic real-valued answer: random numbers, memory without values, complex
# numbers, sparse tensors, compilers, and tests of conversions
NO_ANSWER = (
    "bernoulli cauchy exponential geometric log_normal multinomial normal normal.number_mean rand randn "
    "rand_like randn_like randint_like uniform empty empty_like new_empty new_empty_strided resize_ "
    "resize_as_ svd_lowrank pca_lowrank nn.functional.dropout nn.functional.dropout2d "
    "nn.functional.dropout3d nn.functional.rrelu nn.functional.feature_alpha_dropout.with_train "
    "nn.functional.feature_alpha_dropout.without_train nn.functional.fractional_max_pool2d "
    "nn.functional.fractional_max_pool3d to_sparse sparse.sampled_addmm view_as_complex view_as_real "
    "complex polar cfloat cdouble chalf stft istft real imag conj conj_physical resolve_conj resolve_neg "
    "angle H mH empty_permuted as_strided as_strided_scatter broadcast_shapes item to "
    "nn.functional.silu.complex"
).split()
LEFT_OUT = ("jiterator", "fft.", "__r", "segment_reduce", "special.bessel", "special.modified_bessel",
            "special.scaled_modified", "special.chebyshev", "special.shifted_chebyshev", "special.hermite",
            "special.laguerre", "special.legendre", "special.spherical", "special.airy")  # fmt: skip


def full_name(op):
    return f"{op.name}.{op.variant_test_name}" if op.variant_test_name else op.name


def operators(only=None):
    """Entries with answers, by name; `only` is a list of names without variants."""
    for op in sorted(op_db, key=full_name):
        if full_name(op) in NO_ANSWER or op.name in NO_ANSWER or op.name.startswith(LEFT_OUT):
            continue
        if only and op.name not in only and full_name(op) not in only:
            continue
        yield op


def public_name(op):
    """The name under which a user calls it: torch.sum, torch.nn.functional.relu, Tensor.expand_as."""
    if op.name == "__getitem__":
        return "getitem"
    where = torch
    for part in op.name.split("."):
        where = getattr(where, part, None)
    if where is not None and callable(where):
        return f"torch.{op.name}"
    return f"Tensor.{op.name}"


def seed(*key):
    """The same numbers for the same key, whatever else is made."""
    n = zlib.crc32("/".join(map(str, key)).encode())
    torch.manual_seed(n)
    random.seed(n)
    numpy.random.seed(n)


def sample_inputs(op, dtype, requires_grad):
    """(input, args, kwargs) of every sample; an operator whose samples cannot be made has none."""
    seed(full_name(op), dtype)
    found = []
    try:
        for s in op.sample_inputs("cpu", dtype, requires_grad=requires_grad):
            found.append((s.input, s.args, s.kwargs))
    except Exception as error:  # a sample may need a device or a package that is not there
        print(f"  {full_name(op)}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
    return found


class Unwritable(Exception):
    """An argument that a manifest cannot hold."""


class Arguments:
    """Arguments as the manifest writes them: tensors by name ("$input"), everything else as JSON."""

    def __init__(self):
        self.tensors = {}

    def write(self, value, name):
        if isinstance(value, torch.Tensor):
            if value.is_complex() or value.layout != torch.strided or value.is_quantized:
                raise Unwritable(str(value.dtype))
            self.tensors[name] = value
            return f"${name}"
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        if isinstance(value, torch.dtype):
            return str(value)
        if isinstance(value, slice):
            return {"start": value.start, "stop": value.stop, "step": value.step}
        if value is Ellipsis:
            return "..."
        if isinstance(value, (list, tuple, torch.Size)):
            return [self.write(v, f"{name}{i}") for i, v in enumerate(value)]
        raise Unwritable(type(value).__name__)


def read(value, tensors):
    """The written argument as Python's again."""
    if isinstance(value, str):
        if value.startswith("$"):
            return tensors[value[1:]]
        if value.startswith("torch."):
            return getattr(torch, value[len("torch.") :])
        return ... if value == "..." else value
    if isinstance(value, dict):
        return slice(value["start"], value["stop"], value["step"])
    if isinstance(value, list):
        return [read(v, tensors) for v in value]
    return value


def parameter_names(op):
    """Names of the positional parameters, for tensors' names in the manifest, where Python knows them."""
    try:
        return list(inspect.signature(op.op).parameters)[1:]
    except (ValueError, TypeError):
        return []
