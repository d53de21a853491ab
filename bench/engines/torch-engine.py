"""PyTorch on the CPU as an engine of the benchmark:  python3 torch-engine.py <threads>

Speaks the protocol of serve.ts and makes the same inputs as harness/data.ts, in the layout of PyTorch
(channels first). Eager mode, one process, as many threads as asked for.
"""
import json
import math
import os
import sys
import time
import traceback

THREADS = int(sys.argv[1])
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(THREADS)  # before the libraries are loaded: set_num_threads binds OpenMP only


def blas_core():
    """OpenBLAS' name for kernels of this processor's vectors: it takes SSE's for a processor it does not know"""
    try:
        with open("/proc/cpuinfo") as info:
            flags = next((line for line in info if line.startswith("flags")), "").split()
    except OSError:
        return None
    return "SkylakeX" if "avx512vl" in flags else "Haswell" if "avx2" in flags else None


core = blas_core()
if core:
    os.environ.setdefault("OPENBLAS_CORETYPE", core)


def say(answer):
    sys.stdout.write("\n@@" + json.dumps(answer) + "\n")
    sys.stdout.flush()


def peak_mib():
    try:
        with open("/proc/self/status") as status:
            fields = dict(line.split(":", 1) for line in status if ":" in line)
        return int(fields["VmHWM"].split()[0]) / 1024
    except (OSError, KeyError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(spec):
    import numpy as np
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(THREADS)

    def fill(shape, seed, scale=1.0):
        i = np.arange(int(np.prod(shape)), dtype=np.uint32)
        x = i * np.uint32(2654435761) + np.uint32((seed * 40503 + 12345) & 0xFFFFFFFF)
        x ^= x >> np.uint32(16)
        x = x * np.uint32(0x85EBCA6B)
        x ^= x >> np.uint32(13)
        values = (x.astype(np.float64) / 2.0**32 - 0.5) * scale
        return torch.from_numpy(values.astype(np.float32).reshape(shape))

    def starting_values(index, shape, start):
        if start == "ones":
            return torch.ones(shape)
        if start == "zeros":
            return torch.zeros(shape)
        fan_in = math.prod(shape[1:]) if start == "conv" else shape[0]
        return fill(shape, 100 + index, 2 / math.sqrt(fan_in))

    class Workload:
        version = "torch " + torch.__version__
        first = None

        def value(self):
            return self.out.flatten()[0].item() if self.first is None else self.first

    work = Workload()

    def measured(f, inputs, out_shape):
        if spec.get("grad"):
            weights = fill(out_shape, 99)
            for x in inputs:
                x.requires_grad_(True)

            def run():
                loss = (f(*inputs) * weights).sum()
                work.grads = torch.autograd.grad(loss, inputs)
                work.out = loss.detach()
        else:

            def run():
                with torch.no_grad():
                    work.out = f(*inputs)

        work.run = run
        return work

    def starting_params(train):
        return {
            name: starting_values(i, shape, start).requires_grad_(train)
            for i, (name, shape, start) in enumerate(spec["params"])
        }

    def trained(model, x, y):
        if spec["train"]:
            return train_step(lambda p: F.mse_loss(model(p, x), y))
        params = starting_params(False)
        return measured(lambda: model(params, x), [], None)

    def train_step(loss_of):
        params = starting_params(True)
        adamw = torch.optim.AdamW(params.values(), lr=1e-3, weight_decay=0.01)

        def run():
            adamw.zero_grad(set_to_none=True)
            loss = loss_of(params)
            loss.backward()
            adamw.step()
            value = loss.item()
            work.first = value if work.first is None else work.first

        work.run = run
        return work

    def transformer_block():
        b, t, d, heads = spec["B"], spec["T"], spec["D"], spec["H"]

        def model(p, x):
            h = F.layer_norm(x, [d], p["ln1g"], p["ln1b"])
            qkv = (h @ p["wqkv"] + p["bqkv"]).view(b, t, 3, heads, d // heads)
            q, k, v = qkv.permute(2, 0, 3, 1, 4)
            weights = F.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // heads), -1)
            seen = (weights @ v).transpose(1, 2).reshape(b, t, d)
            x = x + seen @ p["wo"] + p["bo"]
            h = F.layer_norm(x, [d], p["ln2g"], p["ln2b"])
            return x + F.gelu(h @ p["w1"] + p["b1"], approximate="tanh") @ p["w2"] + p["b2"]

        return trained(model, fill([b, t, d], 1, 2), fill([b, t, d], 2, 2))

    def unet():
        def conv(p, name, x, stride=1, padding=1):
            return F.conv2d(x, p[name + ".w"], p[name + ".b"], stride, padding)

        def norm(p, name, x):
            return F.group_norm(x, 32, p[name + ".g"], p[name + ".b"], 1e-5)

        def block(p, name, x):
            h = conv(p, name + ".c1", F.silu(norm(p, name + ".n1", x)))
            h = conv(p, name + ".c2", F.silu(norm(p, name + ".n2", h)))
            return (conv(p, name + ".sk", x, 1, 0) if name + ".sk.w" in p else x) + h

        def attend(p, name, x):
            n, c, height, width = x.shape
            qkv = conv(p, name + ".qkv", norm(p, name + ".n", x), 1, 0)
            q, k, v = qkv.view(n, 3, 4, c // 4, height * width).transpose(-1, -2).unbind(1)
            weights = F.softmax(q @ k.transpose(-1, -2) / math.sqrt(c // 4), -1)
            seen = (weights @ v).transpose(-1, -2).reshape(x.shape)
            return x + conv(p, name + ".o", seen, 1, 0)

        def up(p, name, x):
            return conv(p, name, F.interpolate(x, scale_factor=2, mode="nearest"))

        def model(p, x):
            h0 = block(p, "d0b", block(p, "d0a", conv(p, "in", x)))
            h1 = block(p, "d1b", block(p, "d1a", conv(p, "dn0", h0, 2)))
            h = block(p, "d2a", conv(p, "dn1", h1, 2))
            h = block(p, "d2b", attend(p, "at", h))
            h = block(p, "u1b", block(p, "u1a", torch.cat([up(p, "up1", h), h1], 1)))
            h = block(p, "u0b", block(p, "u0a", torch.cat([up(p, "up0", h), h0], 1)))
            return conv(p, "out", F.silu(norm(p, "out.n", h)))

        shape = [spec["N"], spec["C"], spec["S"], spec["S"]]
        return trained(model, fill(shape, 1, 2), fill(shape, 2, 2))

    def dispatch():
        if spec.get("jit"):
            raise RuntimeError("eager only")

        def chain(x):
            for _ in range(spec["ops"] // 2):
                x = x * 0.999 + 0.001
            return x

        return measured(chain, [fill([spec["n"]], 1)], None)

    def ids(shape, seed, vocabulary):
        return ((fill(shape, seed) + 0.5) * vocabulary).floor().long()

    def network():
        import torch_networks as networks

        op, n, config, s = spec["op"], spec["N"], spec["config"], spec.get("S")
        if op == "gpt":
            model = networks.Gpt(config)
            tokens = ids([n, config["n_positions"] + 1], 1, config["vocab_size"])
            return train_step(lambda p: model.loss(p, tokens))
        if op == "gpt_sample":
            model, params = networks.Gpt(config), starting_params(False)
            prompt = ids([n, spec["prompt"]], 1, config["vocab_size"])
            with torch.no_grad():  # draws differ between libraries: the value is the first logit behind the prompt
                work.first = model.run(params, prompt)[0, -1, 0].item()
            work.run = lambda: model.sample(params, prompt, spec["count"])
            return work
        x = fill([n, 4 if op == "ldm" else 3, s, s], 1, 2)
        if op == "vae":
            model = networks.Vae(config)
            side = s >> (len(config["block_out_channels"]) - 1)
            noise = fill([n, config["latent_channels"], side, side], 2, 2)
            return train_step(lambda p: model.loss(p, x, noise))
        model, text = networks.Diffusion(config), config["text"]
        y, times = fill([n, 4, s, s], 2, 2), ids([n], 4, 1000)
        prompt = ids([n, text["max_position_embeddings"]], 3, text["vocab_size"])
        return train_step(lambda p: model.loss(p, x, y, times, prompt))

    op, x, w = spec["op"], spec.get("x"), spec.get("w")
    if op == "matmul":
        a, b = spec["a"], spec["b"]
        return measured(torch.matmul, [fill(a, 1), fill(b, 2)], a[:-1] + b[-1:])
    if op == "ew":
        n = spec["n"]
        gelu = lambda v: F.gelu(v * 1.5 + 0.25, approximate="tanh")
        return measured(lambda v: gelu(v) * torch.tanh(v), [fill([n], 1, 4)], [n])
    if op == "sum":
        f = (lambda v: v.square().sum()) if spec.get("grad") else torch.sum
        return measured(f, [fill(x, 1)], [])
    if op == "softmax":
        return measured(lambda v: F.softmax(v, -1), [fill(x, 1)], x)
    if op == "layernorm":
        f = lambda v, scale, bias: F.layer_norm(v, [x[1]], scale, bias, 1e-5)
        return measured(f, [fill(x, 1), torch.ones(x[1]), torch.zeros(x[1])], x)
    if op == "conv":
        f = lambda v, k: F.conv2d(v, k, padding=1)
        return measured(f, [fill(x, 1), fill(w, 2)], [x[0], w[0], x[2], x[3]])
    if op == "convt":
        f = lambda v, k: F.conv_transpose2d(v, k, stride=2, padding=1)
        return measured(f, [fill(x, 1), fill(w, 2)], [x[0], w[1], 2 * x[2], 2 * x[3]])
    if op == "gnsilu":
        f = lambda v, scale, bias: F.silu(F.group_norm(v, spec["groups"], scale, bias, 1e-5))
        return measured(f, [fill(x, 1), torch.ones(x[1]), torch.zeros(x[1])], x)
    return {"tblock": transformer_block, "unet": unet, "dispatch": dispatch}.get(op, network)()


def ms(since):
    return (time.perf_counter() - since) * 1e3


def set_up(spec):
    start = time.perf_counter()
    work = build(spec)
    built_ms = ms(start)
    start, cpu = time.perf_counter(), time.process_time()
    work.run()
    first_ms, first_cpu_ms = ms(start), (time.process_time() - cpu) * 1e3
    value = work.value()
    say({
        "version": work.version, "initMs": built_ms, "buildMs": 0,
        "firstMs": first_ms, "firstCpuMs": first_cpu_ms, "value": value,
        "cpuMsSinceLaunch": time.process_time() * 1e3, "peakMiB": peak_mib(),
    })  # fmt: skip
    return work


def repeat(work, budget, most):
    times, cpu, end = [], time.process_time(), time.perf_counter() + budget / 1e3
    while True:
        start = time.perf_counter()
        work.run()
        times.append(ms(start))
        if len(times) >= most or time.perf_counter() > end:
            break
    used = (time.process_time() - cpu) * 1e3
    say({"ms": times, "cpuMs": used / len(times), "peakMiB": peak_mib()})


workload = None
for line in sys.stdin:
    message = json.loads(line)
    try:
        if message["cmd"] == "setup":
            workload = set_up(message["spec"])
        else:
            repeat(workload, message["budget"], message["max"])
    except Exception as error:
        say({"error": (str(error) + " | " + traceback.format_exc()[-600:])[:900]})
        sys.exit(1)
