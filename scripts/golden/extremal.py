"""Samples at the edges: zeros and ties, infinities, what is not a number, the ends of the range."""
import torch

from operators import BinaryUfuncInfo, UnaryUfuncInfo, seed

INF, NAN = float("inf"), float("nan")

# where functions have poles, bounds, kinks, and where float32 overflows or loses all digits
EDGES = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 6.0, -6.0, 20.0, -20.0, 100.0, -100.0]
FAR = [1e-30, -1e-30, 1e10, -1e10, 3e38, -3e38, INF, -INF, NAN]
NEAR = [-2.0, -1.0, -0.0, 0.0, 1.0, 2.0, 3.0]
PAIRS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e-30, 1e25, -1e25, INF, -INF, NAN]

ELEMENTWISE = (
    "celu elu gelu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish relu relu6 selu silu "
    "softplus softshrink softsign tanhshrink threshold"
).split()


def elementwise(op):
    return isinstance(op, UnaryUfuncInfo) or op.name.removeprefix("nn.functional.") in ELEMENTWISE


def vector(values, dtype):
    return torch.tensor(values, dtype=dtype, requires_grad=True)


def pairs(values, dtype):
    """Two vectors with every pair, as the first argument and the rest of a call."""
    x = torch.tensor(values, dtype=dtype)
    columns, rows = torch.meshgrid(x, x, indexing="ij")
    return columns.reshape(-1).requires_grad_(True), (rows.reshape(-1).requires_grad_(True),)


def replaced(t, choices, share, key):
    seed(*key)
    chosen = torch.tensor(choices, dtype=t.dtype)[torch.randint(0, len(choices), t.shape)]
    here = torch.rand(t.shape)
    here = here < share if share else here == here.max()
    return torch.where(here, chosen, t.detach()).requires_grad_(t.requires_grad)


# (kind, flags, values, share of the elements; 0 for a single one)
SPOILED = [
    ("ties", {"tie": True}, [-1.0, 0.0, 1.0, 1.0], 1.0),
    ("inf", {"special": True}, [INF, -INF], 0.25),
    ("nan", {"special": True}, [NAN, 0.0], 0.25),
    ("huge", {"special": True}, [1e18, -1e18, 1e-18, 100.0], 0.4),
]
# positions of equal elements are anybody's choice here
UNSTABLE = "kthvalue topk sort argsort msort median nanmedian mode".split()
DISTINCT = [("nan", {"special": True}, [NAN], 0), ("inf", {"special": True}, [INF], 0)]
# 0 times infinity in a padding, or sums in another order: PyTorch's own kernels disagree about them
FIRST_ONLY = (
    "conv1d conv2d conv_transpose1d conv_transpose2d batch_norm instance_norm group_norm layer_norm"
).split()
# PyTorch's gradient loses all digits at 1e18, or the order of factors says what overflows
NOT_HUGE = "logcumsumexp prod cumprod".split()
FINITE_ONLY = "nn.functional.bilinear linalg.multi_dot einsum".split()
TO_INTEGERS = "int long short byte char".split()


def spoiled(value, choices, share, key):
    """The same arguments with some elements of the differentiated tensors replaced."""
    if isinstance(value, torch.Tensor):
        return replaced(value, choices, share, key) if value.requires_grad else value
    if isinstance(value, (list, tuple)) and not isinstance(value, torch.Size):
        return type(value)(spoiled(v, choices, share, (*key, i)) for i, v in enumerate(value))
    if isinstance(value, dict):
        return {k: spoiled(v, choices, share, (*key, k)) for k, v in value.items()}
    return value


def extremal_samples(op, samples, dtype, per_kind):
    """(kind, flags, sample) at the edges, made from the operator's own samples."""
    if not samples:
        return
    if elementwise(op):
        seen = []
        for _, rest, keywords in samples:
            if any(isinstance(v, torch.Tensor) for v in (*rest, *keywords.values())):
                continue
            if (rest, keywords) in seen or len(seen) >= per_kind:
                continue
            seen.append((rest, keywords))
            yield "edges", {"tie": True, "vectors": True}, (vector(EDGES, dtype), rest, keywords)
            if op.name not in TO_INTEGERS:
                yield "far", {"special": True, "vectors": True}, (vector(FAR, dtype), rest, keywords)
        return
    if isinstance(op, BinaryUfuncInfo):
        _, _, keywords = samples[0]
        yield "pairs", {"special": True, "vectors": True}, (*pairs(PAIRS, dtype), keywords)
        yield "ties", {"tie": True, "vectors": True}, (*pairs(NEAR, dtype), keywords)
        return
    fit = [s for s in samples if size(s) > 1][:: max(1, len(samples) // (2 * per_kind))][:per_kind]
    first_only = op.name.removeprefix("nn.functional.") in FIRST_ONLY
    for kind, flags, choices, share in SPOILED if op.name not in UNSTABLE else DISTINCT:
        if (kind == "inf" and op.name in FINITE_ONLY) or (kind == "huge" and op.name in NOT_HUGE):
            continue
        for i, s in enumerate(fit):
            key = (op.name, kind, i)
            if first_only:
                yield kind, dict(flags), (spoiled(s[0], choices, share, key), *s[1:])
            else:
                yield kind, dict(flags), spoiled(s, choices, share, key)


def tensors_of(value):
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, (list, tuple)):
        for v in value:
            yield from tensors_of(v)
    elif isinstance(value, dict):
        yield from tensors_of(list(value.values()))


def size(sample):
    """Elements of all tensors of a sample."""
    return sum(t.numel() for t in tensors_of(sample))
