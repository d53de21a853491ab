"""PyTorch's half of the GPU benchmark:  python3 torch-gpu.py [cuda|cpu] < cases.json

Reads {"cases": [...], "budgetMs": ...} as cases.ts makes them and prints a line of JSON per case and mode:
  eager     as it comes, TF32 off
  tf32      matrix products and convolutions of f32 in TF32
  compiled  torch.compile, TF32 off (train steps and the large U-Net)
"""
import json
import math
import sys
import time

import torch
import torch.nn.functional as F

DEVICE = sys.argv[1] if len(sys.argv) > 1 else "cuda"
DTYPES = {"f32": torch.float32, "f16": torch.float16}


def say(answer):
    print(json.dumps(answer), flush=True)


def sync():
    if DEVICE == "cuda":
        torch.cuda.synchronize()


def random(shape, dtype="f32", scale=1.0):
    return (torch.randn(shape, device=DEVICE) * scale).to(DTYPES[dtype])


def timed(run, budget):
    def batch(runs):
        start = time.perf_counter()
        for _ in range(runs):
            run()
        sync()
        return (time.perf_counter() - start) * 1e3 / runs

    first = batch(1)
    once = min(first, batch(1))
    runs = max(1, min(1000, round(budget / 5 / once)))
    batches = sorted(batch(runs) for _ in range(5))
    return {"firstMs": first, "ms": batches[2], "leastMs": batches[0]}


def attention(q, k, v):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v)
    return F.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]), -1) @ v


def maybe_gradients(case, f, inputs):
    if not case.get("grad"):

        def forward():
            with torch.no_grad():
                return f(*inputs)

        return forward
    for x in inputs:
        x.requires_grad_(True)
    weights = random(f(*inputs).shape, case["dtype"])
    return lambda: torch.autograd.grad((f(*inputs) * weights).float().sum(), inputs)


def split_heads(x, heads):
    n, t, c = x.shape
    return x.view(n, t, heads, c // heads).transpose(1, 2)


def merge_heads(x):
    n, heads, t, size = x.shape
    return x.transpose(1, 2).reshape(n, t, heads * size)


def transformer_block(p, x, heads):
    d = x.shape[-1]
    h = F.layer_norm(x, [d], p["ln1g"], p["ln1b"])
    q, k, v = (split_heads(part, heads) for part in (h @ p["wqkv"] + p["bqkv"]).chunk(3, -1))
    x = x + merge_heads(attention(q, k, v)) @ p["wo"] + p["bo"]
    h = F.layer_norm(x, [d], p["ln2g"], p["ln2b"])
    return x + F.gelu(h @ p["w1"] + p["b1"], approximate="tanh") @ p["w2"] + p["b2"]


def small_unet(p, x):
    def conv(name, x, stride=1, padding=1):
        return F.conv2d(x, p[name + ".w"], p[name + ".b"], stride, padding)

    def norm(name, x):
        return F.group_norm(x, 32, p[name + ".g"], p[name + ".b"])

    def block(name, x):
        h = conv(name + ".c1", F.silu(norm(name + ".n1", x)))
        h = conv(name + ".c2", F.silu(norm(name + ".n2", h)))
        return (conv(name + ".sk", x, 1, 0) if name + ".sk.w" in p else x) + h

    def attend(name, x):
        qkv = conv(name + ".qkv", norm(name + ".n", x), 1, 0).flatten(2).transpose(1, 2)
        q, k, v = (split_heads(part, 4) for part in qkv.chunk(3, -1))
        seen = merge_heads(attention(q, k, v)).transpose(1, 2).reshape(x.shape)
        return x + conv(name + ".o", seen, 1, 0)

    def up(name, x):
        return conv(name, F.interpolate(x, scale_factor=2, mode="nearest"))

    h0 = block("d0b", block("d0a", conv("in", x)))
    h1 = block("d1b", block("d1a", conv("dn0", h0, 2)))
    h = block("d2b", attend("at", block("d2a", conv("dn1", h1, 2))))
    h = block("u1b", block("u1a", torch.cat([up("up1", h), h1], 1)))
    h = block("u0b", block("u0a", torch.cat([up("up0", h), h0], 1)))
    return conv("out", F.silu(norm("out.n", h)))


def train_step(case, compiled):
    spec = case["spec"]
    params = {}
    for name, shape, start in spec["params"]:
        fan_in = math.prod(shape[1:]) if start == "conv" else shape[0]
        made = {"ones": torch.ones, "zeros": torch.zeros}.get(start)
        value = made(shape, device=DEVICE) if made else random(shape, "f32", 1 / math.sqrt(3 * fan_in))
        params[name] = value.requires_grad_(True)
    if spec["op"] == "tblock":
        shape, model = [spec["B"], spec["T"], spec["D"]], lambda p, x: transformer_block(p, x, spec["H"])
    else:
        shape, model = [spec["N"], spec["C"], spec["S"], spec["S"]], small_unet
    model = torch.compile(model) if compiled else model
    x, y = random(shape), random(shape)
    adamw = torch.optim.AdamW(params.values(), lr=1e-3, weight_decay=0.01)

    def step():
        adamw.zero_grad(set_to_none=True)
        F.mse_loss(model(params, x), y).backward()
        adamw.step()

    return step


class SdUnet:
    """The network of sd-unet.ts; parameters are made when they are first asked for."""

    def __init__(self, config, dtype):
        self.config, self.dtype, self.made = config, dtype, {}

    def p(self, name, shape):
        if name not in self.made:
            self.made[name] = random(shape, self.dtype, 1 / math.sqrt(math.prod(shape[1:]) or 1))
        return self.made[name]

    def linear(self, name, x, outputs, bias=True):
        b = self.p(name + ".bias", [outputs]) if bias else None
        return F.linear(x, self.p(name + ".weight", [outputs, x.shape[-1]]), b)

    def conv(self, name, x, outputs, k=3, stride=1):
        w = self.p(name + ".weight", [outputs, x.shape[1], k, k])
        return F.conv2d(x, w, self.p(name + ".bias", [outputs]), stride, k // 2)

    def group_norm(self, name, x, eps=1e-5):
        c = [x.shape[1]]
        scale, bias = self.p(name + ".weight", c), self.p(name + ".bias", c)
        return F.group_norm(x, self.config["groups"], scale, bias, eps)

    def layer_norm(self, name, x):
        c = [x.shape[-1]]
        return F.layer_norm(x, c, self.p(name + ".weight", c), self.p(name + ".bias", c))

    def residual(self, name, x, outputs, e):
        h = self.conv(name + ".conv1", F.silu(self.group_norm(name + ".norm1", x)), outputs)
        h = h + self.linear(name + ".time_emb_proj", F.silu(e), outputs)[:, :, None, None]
        h = self.conv(name + ".conv2", F.silu(self.group_norm(name + ".norm2", h)), outputs)
        return h + (x if x.shape[1] == outputs else self.conv(name + ".conv_shortcut", x, outputs, 1))

    def attend(self, name, x, to):
        c, heads = x.shape[-1], self.config["heads"]
        q = split_heads(self.linear(name + ".to_q", x, c, False), heads)
        k = split_heads(self.linear(name + ".to_k", to, c, False), heads)
        v = split_heads(self.linear(name + ".to_v", to, c, False), heads)
        return self.linear(name + ".to_out.0", merge_heads(attention(q, k, v)), c)

    def transformer(self, name, image, prompt):
        n, c, height, width = image.shape
        x = self.conv(name + ".proj_in", self.group_norm(name + ".norm", image, 1e-6), c, 1)
        x = x.flatten(2).transpose(1, 2)
        block = name + ".transformer_blocks.0"
        h = self.layer_norm(block + ".norm1", x)
        x = x + self.attend(block + ".attn1", h, h)
        x = x + self.attend(block + ".attn2", self.layer_norm(block + ".norm2", x), prompt)
        h = self.layer_norm(block + ".norm3", x)
        value, gate = self.linear(block + ".ff.net.0.proj", h, 8 * c).chunk(2, -1)
        x = x + self.linear(block + ".ff.net.2", value * F.gelu(gate), c)
        x = x.transpose(1, 2).reshape(n, c, height, width)
        return self.conv(name + ".proj_out", x, c, 1) + image

    def __call__(self, x, times, prompt):
        widths = self.config["widths"]
        last, half = len(widths) - 1, widths[0] // 2
        frequencies = torch.exp(-math.log(1e4) * torch.arange(half, device=DEVICE) / half)
        angles = times[:, None] * frequencies
        e = torch.cat([angles.cos(), angles.sin()], -1).to(x.dtype)
        e = self.linear("time_embedding.linear_1", e, 4 * widths[0])
        e = self.linear("time_embedding.linear_2", F.silu(e), 4 * widths[0])
        h = self.conv("conv_in", x, widths[0])
        skips = [h]
        for level, c in enumerate(widths):
            name = f"down_blocks.{level}"
            for i in range(2):
                h = self.residual(f"{name}.resnets.{i}", h, c, e)
                if level < last:
                    h = self.transformer(f"{name}.attentions.{i}", h, prompt)
                skips.append(h)
            if level < last:
                h = self.conv(name + ".downsamplers.0.conv", h, c, 3, 2)
                skips.append(h)
        h = self.residual("mid_block.resnets.0", h, widths[last], e)
        h = self.transformer("mid_block.attentions.0", h, prompt)
        h = self.residual("mid_block.resnets.1", h, widths[last], e)
        for level, c in enumerate(reversed(widths)):
            name = f"up_blocks.{level}"
            for i in range(3):
                h = self.residual(f"{name}.resnets.{i}", torch.cat([h, skips.pop()], 1), c, e)
                if level > 0:
                    h = self.transformer(f"{name}.attentions.{i}", h, prompt)
            if level < last:
                doubled = F.interpolate(h, scale_factor=2, mode="nearest")
                h = self.conv(name + ".upsamplers.0.conv", doubled, c)
        return self.conv("conv_out", F.silu(self.group_norm("conv_norm_out", h)), 4)


def sd_step(case, compiled):
    dtype, n, side = case["dtype"], case["batch"], case["side"]
    model = SdUnet(case["config"], dtype)
    x = random([n, 4, side, side], dtype)
    prompt = random([n, case["tokens"], case["config"]["context"]], dtype)
    times = torch.full([n], 500.0, device=DEVICE)
    with torch.no_grad():
        model(x, times, prompt)  # makes the parameters
    run = torch.compile(model.__call__) if compiled else model

    def step():
        with torch.no_grad():
            return run(x, times, prompt)

    return step


def build(case, compiled):
    kind, dtype = case["kind"], case["dtype"]
    if kind == "matmul":
        a, b = random([case["m"], case["k"]], dtype), random([case["k"], case["n"]], dtype)
        return lambda: torch.matmul(a, b)
    if kind == "conv":
        c, side = case["inputs"], case["side"]
        x = random([case["images"], c, side, side], dtype)
        w = random([case["outputs"], c, 3, 3], dtype, 1 / math.sqrt(9 * c))
        return maybe_gradients(case, lambda x, w: F.conv2d(x, w, padding=1), [x, w])
    if kind == "attention":
        shape = [case["batch"], case["heads"], case["tokens"], case["size"]]
        return maybe_gradients(case, attention, [random(shape, dtype) for _ in range(3)])
    return sd_step(case, compiled) if kind == "sd" else train_step(case, compiled)


def main():
    work = json.load(sys.stdin)
    name = torch.cuda.get_device_name() if DEVICE == "cuda" else "CPU"
    say({"version": torch.__version__, "device": name})
    for case in work["cases"]:
        modes = ["eager"] + (["tf32"] if case["dtype"] == "f32" and DEVICE == "cuda" else [])
        if case["kind"] in ("tblock", "unet", "sd"):
            modes.append("compiled")
        for mode in modes:
            torch.backends.cuda.matmul.allow_tf32 = mode == "tf32"
            torch.backends.cudnn.allow_tf32 = mode == "tf32"
            try:
                result = timed(build(case, mode == "compiled"), work["budgetMs"])
            except Exception as error:  # out of memory, no half precision on this device, no compiler
                lines = str(error).strip().splitlines() or [type(error).__name__]
                result = {"error": lines[0][:200]}
            say({"id": case["id"], "mode": mode, **result})
            if DEVICE == "cuda":
                torch.cuda.empty_cache()


main()
